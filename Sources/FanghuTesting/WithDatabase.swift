package import Store

/// Gives a migrated, empty database to a test and takes it away afterwards, whatever the test did.
///
/// PostgreSQL's have few connections, because tests run side by side on one server.
@discardableResult
package func withDatabase<Value>(
    _ engine: Engine,
    _ body: (Database) async throws -> Value
) async throws -> Value {
    try await withDatabaseURL(engine) { url in
        let database = try await Database(url: url, connections: 3)
        do {
            let value = try await body(database)
            try await database.close()
            return value
        } catch {
            try? await database.close()
            throw error
        }
    }
}

/// Gives the address of a migrated, empty database, for tests that open it themselves, or twice.
@discardableResult
package func withDatabaseURL<Value>(
    _ engine: Engine,
    isMigrated: Bool = true,
    _ body: (DatabaseURL) async throws -> Value
) async throws -> Value {
    switch engine {
    case .sqlite: try await SQLiteFixture.with(isMigrated: isMigrated, body)
    case .postgresql: try await PostgreSQLFixture.with(isMigrated: isMigrated, body)
    }
}

/// Makes one value, once, for whoever asks first; the others wait for it.
actor Once<Value: Sendable> {
    private var task: Task<Value, any Error>?
    private let make: @Sendable () async throws -> Value

    init(_ make: @escaping @Sendable () async throws -> Value) {
        self.make = make
    }

    var value: Value {
        get async throws {
            if let task { return try await task.value }
            let make = make
            let task = Task { try await make() }
            self.task = task
            return try await task.value
        }
    }
}
