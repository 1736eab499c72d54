import Fanghu
import FanghuWeb
import Foundation
import Store

/// What an operator is told of a fault: words and a code, never a value of the program.
struct FaultWords {
    let words: Words
    let code: String

    init(_ code: String, _ chinese: String, _ english: String) {
        self.code = code
        words = Words(chinese, english)
    }

    init(_ fault: any Error) {
        self =
            switch fault {
            case let fault as DatabaseURLFault: FaultWords(address: fault)
            case let fault as SchemaFault: FaultWords(schema: fault)
            case let fault as StoreFault: FaultWords(store: fault)
            case let fault as ArchiveFault: FaultWords(archive: fault)
            case let fault as ShareFault: FaultWords(share: fault)
            case is IntakeFull:
                FaultWords("intake.full", "数据库太忙，请稍后再试。", "The database is too busy; try again shortly.")
            case is VaultFault:
                FaultWords(
                    "vault.damaged",
                    "加密数据无法打开：密钥不符，或数据已损坏。",
                    "Sealed data do not open: the keys are others, or the data are damaged."
                )
            case let fault as CocoaError: FaultWords(file: fault)
            default: FaultWords(unexpected: fault)
            }
    }

    private init(address fault: DatabaseURLFault) {
        let chinese =
            switch fault {
            case .engine: "数据库应写作 sqlite:路径 或 postgresql://用户:密码@主机:端口/库名。"
            case .path: "sqlite: 后面写文件路径，不带参数。"
            case .address: "postgresql:// 地址无法读懂；密码中的特殊字符请写作 %XX。"
            case .name: "postgresql:// 地址没有写库名（…/库名）。"
            }
        self.init("database.address", chinese, "--database: \(fault.description).")
    }

    private init(schema fault: SchemaFault) {
        switch fault {
        case .newer(let database, let program):
            self.init(
                "database.newer",
                "数据库（版本 \(database)）比本程序（版本 \(program)）新，请改用新版程序。",
                "The database (version \(database)) is newer than this program (version \(program)); use the newer program."
            )
        case .renamed(let number, let applied, let listed):
            self.init(
                "database.foreign",
                "数据库的第 \(number) 步结构是 \(applied)，本程序的是 \(listed)：不是同一个程序的数据库。",
                "Step \(number) of the database is \(applied), of this program \(listed): they do not belong together."
            )
        }
    }

    private init(store fault: StoreFault) {
        switch fault {
        case .cannotConnect(let reason):
            let said = reason.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
                .joined(separator: " ")
            self.init("database.unreachable", "连不上数据库：\(said)", "The database cannot be reached: \(said)")
        case .connectionLost:
            self.init("database.connectionLost", "数据库连接中断，请重试。", "The database connection was lost; try again.")
        case .diskFull:
            self.init("database.diskFull", "磁盘已满，请腾出空间。", "The disk is full; make room on it.")
        case .busy:
            self.init(
                "database.busy",
                "数据库正被其他程序占用，请稍后再试。",
                "Another program holds the database; try again shortly."
            )
        case .other(let code, let message):
            self.init("database.\(code)", "数据库出错：\(message)", "The database says: \(message)")
        case .uniqueViolation, .foreignKeyViolation, .notNullViolation, .checkViolation, .nulInText, .notANumber,
            .conflict,
            .closed, .unsupportedColumn:
            self.init(unexpected: fault)
        }
    }

    private init(share fault: ShareFault) {
        self.init(
            "share.missing",
            "找不到模板文件夹，找过：\(fault.places.joined(separator: "、"))。请用 --share 指明。",
            "There are no templates at any of: \(fault.places.joined(separator: ", ")). Name the folder with --share."
        )
    }

    private init(file fault: CocoaError) {
        let path = fault.filePath ?? fault.url?.path ?? "?"
        self.init("file.\(fault.errorCode)", "文件 \(path) 读写失败。", "Reading or writing \(path) failed.")
    }

    /// A bug, most likely; its insides are shown only to who asks for them.
    private init(unexpected fault: any Error) {
        let isAsked = ProcessInfo.processInfo.environment["FANGHU_DEBUG"] == "1"
        let name = isAsked ? String(reflecting: fault) : "\(type(of: fault))"
        self.init(
            "fault",
            "程序出现意外（\(name)），请加上 FANGHU_DEBUG=1 重试，并连同命令一起报告。",
            "Something unexpected happened (\(name)). Run it again with FANGHU_DEBUG=1 and report what it says."
        )
    }
}
