import Fanghu
import Store

extension FaultWords {
    init(archive fault: ArchiveFault) {
        switch fault {
        case .unknownFormat:
            self.init("archive.unknownFormat", "这不是 fanghu 的备份文件。", "This is no backup of fanghu's.")
        case .truncated:
            self.init("archive.truncated", "备份文件不完整，结尾缺失。", "The end of the backup is missing.")
        case .altered:
            self.init("archive.altered", "备份文件与写入时不同，已损坏。", "The backup is not what was written; it is damaged.")
        case .malformed(let line):
            self.init(
                "archive.malformed",
                "备份文件第 \(line) 行无法读懂。",
                "Line \(line) of the backup cannot be understood."
            )
        case .schema(let archive, let program):
            self.init(
                "archive.schema",
                "备份（版本 \(archive)）与本程序（版本 \(program)）不合，请用写它的那版程序或更新的版本。",
                "The backup (version \(archive)) does not fit this program (version \(program)); use the one that wrote it, or a newer one."
            )
        case .databaseIsAhead(let archive, let database):
            self.init(
                "archive.databaseIsAhead",
                "数据库（版本 \(database)）比备份（版本 \(archive)）新，请恢复到新的空库。",
                "The database (version \(database)) is ahead of the backup (version \(archive)); restore into a new one."
            )
        case .databaseIsNotEmpty(let table):
            self.init(
                "archive.databaseIsNotEmpty",
                "数据库里已有数据（\(table)）。请换一个空库，或加 --force-empty 先把 SQLite 文件移开。",
                "The database has data already (\(table)). Name an empty one, or add --force-empty to put an SQLite file aside."
            )
        case .noKey(let table), .tablesDiffer(let table):
            self.init(
                "archive.tablesDiffer",
                "表 \(table) 不是本程序建的样子。",
                "The table \(table) is not as this program makes it."
            )
        }
    }
}
