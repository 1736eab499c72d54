import Fanghu

/// What only the command line can refuse: files, places and databases named wrongly.
enum CommandRefusal: Refusal {
    case fileMissing(String)
    case fileUnreadable(String)
    case fileTooLarge(String)
    case fileExists(String)
    case fileUnwritable(String)
    case databaseMissing(String)
    case databaseUnprepared
    case dataMissing([String])
    case keysLost(String)
    case passwordMissing
    case accountWithoutRole(name: String, role: Role)
    case demoElsewhere
    case demoInterrupted
    case notForDemo(String)
    case emptiesFilesOnly
    case cannotListen(host: String, port: Int, String)
    case certificateUnreadable(String)

    var code: String {
        switch self {
        case .fileMissing: "command.fileMissing"
        case .fileUnreadable: "command.fileUnreadable"
        case .fileTooLarge: "command.fileTooLarge"
        case .fileExists: "command.fileExists"
        case .fileUnwritable: "command.fileUnwritable"
        case .databaseMissing: "command.databaseMissing"
        case .databaseUnprepared: "command.databaseUnprepared"
        case .dataMissing: "command.dataMissing"
        case .keysLost: "command.keysLost"
        case .passwordMissing: "command.passwordMissing"
        case .accountWithoutRole: "command.accountWithoutRole"
        case .demoElsewhere: "command.demoElsewhere"
        case .demoInterrupted: "command.demoInterrupted"
        case .notForDemo: "command.notForDemo"
        case .emptiesFilesOnly: "command.emptiesFilesOnly"
        case .cannotListen: "command.cannotListen"
        case .certificateUnreadable: "command.certificateUnreadable"
        }
    }

    var kind: RefusalKind {
        switch self {
        case .fileMissing, .databaseMissing, .dataMissing, .keysLost, .accountWithoutRole: .absent
        case .fileUnreadable, .fileTooLarge, .fileUnwritable, .passwordMissing, .notForDemo, .emptiesFilesOnly,
            .certificateUnreadable:
            .invalid
        case .fileExists, .databaseUnprepared, .demoElsewhere, .demoInterrupted, .cannotListen: .conflict
        }
    }

    var words: Words {
        switch self {
        case .fileMissing(let path): Words("没有文件 \(path)。", "There is no file \(path).")
        case .fileUnreadable(let path): Words("无法读取 \(path)。", "\(path) cannot be read.")
        case .fileTooLarge(let path): Words("文件 \(path) 过大（上限 1 GB）。", "\(path) is larger than 1 GB.")
        case .fileExists(let path):
            Words("文件 \(path) 已存在，如需覆盖请加 --force。", "\(path) exists already; add --force to replace it.")
        case .fileUnwritable(let path): Words("无法写入 \(path)。", "\(path) cannot be written.")
        case .databaseMissing(let path):
            Words("没有数据库文件 \(path)，请检查 --database。", "There is no database file \(path); check --database.")
        case .databaseUnprepared:
            Words(
                "数据库尚未建好或版本较旧，请先运行 fanghu serve 或 fanghu demo。",
                "The database is empty or older than this program; run fanghu serve or fanghu demo first."
            )
        case .dataMissing(let places):
            Words(
                "找不到程序数据文件夹，找过：\(places.joined(separator: "、"))。请用 --share 指明。",
                "No folder with the program's data at any of: \(places.joined(separator: ", ")). Name it with --share."
            )
        case .keysLost(let path):
            Words(
                "数据库已用密钥写入，但找不到密钥文件 \(path)。请从备份中取回，或用 --keys 指明。",
                "The database was written with keys, and there is no key file at \(path). Bring it back from your copy, or name it with --keys."
            )
        case .passwordMissing:
            Words("没有从标准输入读到密码。", "There was no password on the standard input.")
        case .accountWithoutRole(let name, let role):
            Words("账号 \(name) 在此处没有 \(role.rawValue) 任职。", "\(name) does not hold the role \(role.rawValue) there.")
        case .demoElsewhere:
            Words(
                "数据库里已有真实账号，演示只写入空数据库。请另用 --database 指明一个新文件。",
                "The database has accounts already, and the demonstration goes into an empty one. Name a new file with --database."
            )
        case .demoInterrupted:
            Words(
                "上次演示数据没有写完。请删除该数据库后重试。",
                "An earlier demonstration was not finished. Delete that database and try again."
            )
        case .notForDemo(let text):
            Words("\(text) 不是一个有居委会的街镇代码。", "\(text) is not the code of a township with committees.")
        case .emptiesFilesOnly:
            Words(
                "--force-empty 只用于 SQLite；PostgreSQL 请新建一个空库。",
                "--force-empty is for SQLite; on PostgreSQL make a new empty database."
            )
        case .cannotListen(let host, let port, let reason):
            Words(
                "无法在 \(host):\(port) 监听：\(reason)。请换 --host 或 --port。",
                "It cannot listen on \(host):\(port): \(reason). Choose another --host or --port."
            )
        case .certificateUnreadable(let reason):
            Words(
                "证书或私钥无法读取（需 PEM）：\(reason)",
                "The certificate or its key cannot be read (PEM is wanted): \(reason)"
            )
        }
    }
}
