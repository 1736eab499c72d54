import GRDB

/// A database of either engine.
package final class Database: Sendable {
    package let engine: Engine
    private let pool: DatabasePool

    package init(url: DatabaseURL) async throws {
        guard case .sqlite(let path) = url else { throw DatabaseFault.unsupported }
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        pool = try DatabasePool(path: path, configuration: configuration)
        engine = .sqlite
    }

    /// Reads in one consistent snapshot.
    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await pool.read { try body(SQLiteConnection($0)) }
    }

    /// Writes in one transaction: all of it or nothing.
    ///
    /// The body may run again after a passing fault.
    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await pool.write { try body(SQLiteConnection($0)) }
    }

    /// Brings the schema up to the list.
    package func migrate(_ list: [Migration]) async throws {
        try await write { connection in
            try connection.execute(
                "CREATE TABLE IF NOT EXISTS schema_migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)"
            )
            let done = try connection.rows("SELECT number FROM schema_migration").count
            for (number, migration) in list.enumerated().dropFirst(done) {
                for statement in migration.statements {
                    guard let text = statement.text(for: .sqlite) else { continue }
                    try connection.execute(SQL(trusted: text))
                }
                try connection.execute(
                    "INSERT INTO schema_migration (number, name) VALUES (\(number), \(migration.name))"
                )
            }
        }
    }

    package func close() throws {
        try pool.close()
    }
}

package enum DatabaseFault: Error {
    case unsupported
}
