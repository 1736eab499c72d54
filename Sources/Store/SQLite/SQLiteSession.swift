import GRDBSQLite

/// One SQLite connection with its prepared statements.
///
/// Used on the connection's own queue only: GRDB runs one closure at a time on each connection, which is why sharing
/// it between threads is sound.
@safe final class SQLiteSession: @unchecked Sendable {
    private let handle: OpaquePointer
    private var statements: [String: SQLiteStatement] = [:]

    init(_ handle: OpaquePointer) {
        unsafe self.handle = unsafe handle
    }

    /// The prepared statement, from the cache where it is there.
    func statement(_ sql: SQL) throws -> SQLiteStatement {
        if let statement = statements[sql.template] { return statement }
        let statement = try prepare(sql.text(for: .sqlite), isLasting: true)
        // Texts with lists and rows of every length would fill the cache for ever; starting anew is the cheap cure.
        if statements.count >= 500 { statements.removeAll(keepingCapacity: true) }
        statements[sql.template] = statement
        return statement
    }

    /// Runs a text without values that is not worth keeping.
    func run(_ text: String) throws {
        let statement = try statement(SQL(trusted: text))
        while try statement.step() {}
        statement.reset()
    }

    func runOnce(_ text: String) throws {
        let statement = try prepare(text, isLasting: false)
        while try statement.step() {}
    }

    func finalize() {
        statements = [:]
    }

    /// Rows changed since the connection was opened, and by the last statement.
    var changes: (total: Int64, last: Int) {
        unsafe (sqlite3_total_changes64(handle), Int(sqlite3_changes64(handle)))
    }

    private func prepare(_ text: String, isLasting: Bool) throws -> SQLiteStatement {
        var statement: OpaquePointer?
        let flags = isLasting ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
        let code = unsafe sqlite3_prepare_v3(handle, text, -1, flags, &statement, nil)
        guard code == SQLITE_OK, let statement = unsafe statement else {
            throw unsafe StoreFault(
                sqlite: code,
                message: String(cString: sqlite3_errmsg(handle)),
                isPreparing: true
            )
        }
        return unsafe SQLiteStatement(statement, on: handle)
    }
}
