/// A PostgreSQL connection inside one transaction.
final class PostgreSQLConnection: SchemaConnection {
    private let session: PostgreSQLSession
    private(set) var fault: StoreFault?

    init(_ session: PostgreSQLSession) {
        self.session = session
    }

    /// After the transaction, nothing can be done with it any more.
    func end() {
        fault = fault ?? .closed
    }

    @discardableResult
    func execute(_ sql: SQL) throws -> Int {
        try recorded { try session.run(sql).changes }
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try recorded { try session.run(sql).rows() }
    }

    func executeOnce(_ text: String) throws {
        try recorded { try session.command(text) }
    }

    /// Keeps the first fault: the server refuses whatever comes after it, in words that hide the cause.
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
