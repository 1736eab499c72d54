/// Why the key file cannot be used.
package enum KeyFileRefusal: Refusal, Equatable {
    case absent(String)
    case exists(String)
    case readableByOthers(String)
    case damaged(String)
    case notWritable(String)
    /// The keys are in order, but they did not write this database.
    case otherInstallation

    package var code: String {
        switch self {
        case .absent: "keyFile.absent"
        case .exists: "keyFile.exists"
        case .readableByOthers: "keyFile.readableByOthers"
        case .damaged: "keyFile.damaged"
        case .notWritable: "keyFile.notWritable"
        case .otherInstallation: "keyFile.otherInstallation"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .absent: .absent
        case .exists, .otherInstallation: .conflict
        case .readableByOthers, .damaged, .notWritable: .invalid
        }
    }

    package var words: Words {
        switch self {
        case .absent(let path): Words("找不到密钥文件：\(path)", "There is no key file at \(path)")
        case .exists(let path): Words("密钥文件已存在：\(path)", "There is a key file at \(path) already")
        case .readableByOthers(let path):
            Words("密钥文件可被他人读取，请执行 chmod 600 \(path)", "Others can read the key file; run chmod 600 \(path)")
        case .damaged(let path): Words("密钥文件已损坏：\(path)", "The key file is damaged: \(path)")
        case .otherInstallation: Words("密钥文件不属于这个数据库", "The key file belongs to another database")
        case .notWritable(let path): Words("无法写入密钥文件：\(path)", "The key file cannot be written: \(path)")
        }
    }
}
