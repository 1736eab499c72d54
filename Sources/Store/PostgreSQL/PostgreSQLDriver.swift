/// PostgreSQL through libpq: a pool of connections, each blocking a thread of its own and never the concurrency pool's.
///
/// Transactions see one snapshot (`REPEATABLE READ`), so a change to a row that somebody else changed meanwhile is a
/// conflict and runs again: what SQLite gets from having one writer. Under `READ COMMITTED` two releases of one
/// observation would both see it active, and both be counted.
final class PostgreSQLDriver: Driver {
    private let pool: PostgreSQLPool

    /// Any number that no other program on the database uses; "fanghu" in ASCII.
    private static let schemaLock = 0x66_61_6E_67_68_75

    var engine: Engine { .postgresql }

    init(address: String, connections: Int) throws {
        pool = PostgreSQLPool(address: address, connections: connections)
    }

    func transaction<Value: Sendable>(
        _ kind: TransactionKind,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await pool.withSession { session in
            try session.command(Self.opening(kind))
            do {
                // The snapshot of a stricter level would be taken before the lock is granted, and miss what it waited for.
                if kind == .exclusive { try session.command("SELECT pg_advisory_xact_lock(\(Self.schemaLock))") }
                let connection = PostgreSQLConnection(session)
                defer { connection.end() }
                let value = try body(connection)
                if let fault = connection.fault { throw fault }
                try session.commit()
                return value
            } catch {
                // Without a connection there is nothing to roll back.
                if session.isUsable { try? session.command("ROLLBACK") }
                throw error
            }
        }
    }

    private static func opening(_ kind: TransactionKind) -> String {
        switch kind {
        case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case .write: "BEGIN ISOLATION LEVEL REPEATABLE READ"
        case .exclusive: "BEGIN ISOLATION LEVEL READ COMMITTED"
        }
    }

    func executeOutsideTransaction(_ text: String) async throws {
        try await pool.withSession { session in try session.command(text) }
    }

    func close() async throws {
        await pool.close()
    }
}
