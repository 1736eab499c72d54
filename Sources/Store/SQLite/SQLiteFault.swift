import GRDB
import GRDBSQLite

extension StoreFault {
    init(_ error: DatabaseError) {
        self.init(
            sqlite: error.extendedResultCode.rawValue,
            message: error.message ?? "",
            isPreparing: false
        )
    }

    /// - Parameter isPreparing: then the message speaks of the statement; while it runs it might repeat a value.
    init(sqlite code: Int32, message: String, isPreparing: Bool) {
        // "UNIQUE constraint failed: division.id, division.year" names table and columns.
        let place = message.split(separator: ": ").last.map(String.init) ?? ""
        let names = (place.split(separator: ",").first ?? "").split(separator: ".").map(String.init)
        switch ResultCode(rawValue: code) {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            self = .uniqueViolation(table: names.first ?? "")
        case .SQLITE_CONSTRAINT_FOREIGNKEY: self = .foreignKeyViolation
        case .SQLITE_CONSTRAINT_NOTNULL:
            self = .notNullViolation(table: names.first ?? "", column: names.last ?? "")
        case .SQLITE_CONSTRAINT_CHECK: self = .checkViolation
        case let result where result.primaryResultCode == .SQLITE_CANTOPEN:
            self = .cannotConnect("unable to open the database file")
        case let result where result.primaryResultCode == .SQLITE_FULL: self = .diskFull
        case let result where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(result.primaryResultCode): self = .busy
        default:
            let words = unsafe isPreparing ? message : String(cString: sqlite3_errstr(code))
            self = .other(code: "\(code)", message: words)
        }
    }
}
