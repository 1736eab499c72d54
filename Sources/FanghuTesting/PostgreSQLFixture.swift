import Fanghu
import Foundation
import Store
import Synchronization

/// PostgreSQL databases for tests: each is created from one template that was migrated once in this process.
enum PostgreSQLFixture {
    private static let number = Mutex(0)

    /// The maintenance connections, kept for the life of the process.
    private static let server = Once<Database> {
        guard let address = TestServer.address else { throw FixtureFault.noServer }
        return try await Database(url: address, connections: 2)
    }

    private static let template = Once<String> {
        let name = nextName()
        try await create(name, from: "template0")
        let database = try await Database(url: url(name), connections: 1)
        try await database.migrate(MigrationList.all)
        try await database.close()
        return name
    }

    static func with<Value>(isMigrated: Bool, _ body: (DatabaseURL) async throws -> Value) async throws -> Value {
        let name = nextName()
        try await create(name, from: isMigrated ? template.value : "template0")
        do {
            let value = try await body(url(name))
            try await drop(name)
            return value
        } catch {
            try? await drop(name)
            throw error
        }
    }

    private static func nextName() -> String {
        let number = number.withLock { number in
            number += 1
            return number
        }
        return "fanghu_test_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
    }

    private static func url(_ name: String) throws -> DatabaseURL {
        guard let url = TestServer.address?.named(name) else { throw FixtureFault.noServer }
        return url
    }

    private static func create(_ name: String, from template: String) async throws {
        // A copy of files is five times as fast as a copy through the log, which is the default.
        try await server.value.executeOutsideTransaction(
            "CREATE DATABASE \(name) TEMPLATE \(template) STRATEGY = file_copy"
        )
    }

    private static func drop(_ name: String) async throws {
        try await server.value.executeOutsideTransaction("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
    }
}

/// The tests' surroundings are not as they must be.
enum FixtureFault: Error {
    case noServer
}
