/// Why a list of migrations does not fit a database.
package enum SchemaFault: Error, Hashable {
    /// The database was changed by a newer program.
    case newer(database: Int, program: Int)
    /// The migration of that number was applied under another name.
    case renamed(number: Int, applied: String, listed: String)
}

extension Database {
    /// How many migrations the database has seen; 0 for an empty one.
    package var schemaVersion: Int {
        get async throws {
            let engine = engine
            return try await read { connection in
                try Database.hasMigrationTable(on: connection, engine) ? Database.applied(on: connection).count : 0
            }
        }
    }

    /// Refuses a database whose schema is not exactly the list's prefix.
    ///
    /// True when nothing is left to apply.
    package func isCurrent(_ list: [Migration]) async throws -> Bool {
        let engine = engine
        return try await read { connection in
            guard try Database.hasMigrationTable(on: connection, engine) else { return list.isEmpty }
            return try Database.next(of: list, on: connection) == nil
        }
    }

    /// Applies what is missing of the list, each migration in a transaction of its own.
    ///
    /// Several processes may do so at once. The list is the whole history: names and order of what was applied before
    /// must be the same.
    ///
    /// - Parameter instant: recorded with each migration, microseconds UTC.
    package func migrate(_ list: [Migration], at instant: Int64? = nil) async throws {
        let engine = engine
        _ = try await transaction(.exclusive) { connection in
            try connection.execute(
                """
                CREATE TABLE IF NOT EXISTS schema_migration (
                    number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT)
                """
            )
        }
        var isDone = false
        while !isDone {
            isDone = try await transaction(.exclusive) { connection in
                guard let number = try Database.next(of: list, on: connection) else { return true }
                let migration = list[number - 1]
                for statement in migration.statements {
                    guard let text = statement.text(for: engine) else { continue }
                    try (connection as? any SchemaConnection)?.executeOnce(text)
                }
                try connection.execute(
                    "INSERT INTO schema_migration VALUES (\(number), \(migration.name), \(instant))"
                )
                return false
            }
        }
    }

    /// The number of the migration to apply next; nil when there is none.
    private static func next(of list: [Migration], on connection: any Connection) throws -> Int? {
        let names = try applied(on: connection)
        guard names.count <= list.count else { throw SchemaFault.newer(database: names.count, program: list.count) }
        for (index, name) in names.enumerated() where list[index].name != name {
            throw SchemaFault.renamed(number: index + 1, applied: name, listed: list[index].name)
        }
        return names.count == list.count ? nil : names.count + 1
    }

    static func applied(on connection: any Connection) throws -> [String] {
        try connection.rows("SELECT name FROM schema_migration ORDER BY number").map { row in try row.column(0) }
    }

    private static func hasMigrationTable(on connection: any Connection, _ engine: Engine) throws -> Bool {
        let sql: SQL =
            switch engine {
            case .sqlite: "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'"
            case .postgresql:
                "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'schema_migration'"
            }
        return try connection.value(sql, as: Int.self) == 1
    }
}
