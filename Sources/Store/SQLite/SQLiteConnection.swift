/// A SQLite connection inside one transaction.
final class SQLiteConnection: SchemaConnection {
    private let session: SQLiteSession
    private(set) var fault: StoreFault?

    init(_ session: SQLiteSession) {
        self.session = session
    }

    /// After the transaction, nothing can be done with it any more.
    func end() {
        fault = fault ?? .closed
    }

    @discardableResult
    func execute(_ sql: SQL) throws -> Int {
        try recorded {
            let before = session.changes.total
            let statement = try session.statement(sql)
            defer { statement.reset() }
            try statement.bind(sql.values)
            while try statement.step() {}
            let after = session.changes
            // A statement that is no INSERT, UPDATE or DELETE leaves the count of the one before.
            return after.total == before ? 0 : after.last
        }
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try recorded {
            let statement = try session.statement(sql)
            defer { statement.reset() }
            try statement.bind(sql.values)
            var rows: [Row] = []
            while try statement.step() { rows.append(statement.row()) }
            return rows
        }
    }

    func executeOnce(_ text: String) throws {
        try recorded { try session.runOnce(text) }
    }

    /// Keeps the first fault: after it the transaction must not go on, as on PostgreSQL.
    private func recorded<Value>(_ body: () throws -> Value) throws -> Value {
        if let fault { throw fault }
        do {
            return try body()
        } catch let fault as StoreFault {
            self.fault = fault
            throw fault
        }
    }
}
