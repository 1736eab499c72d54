import FanghuTesting
import Store
import Testing

/// The schema's history.
struct MigrationTests {
    private let first = Migration("a-001-first", ["CREATE TABLE a (id BIGINT PRIMARY KEY)"])
    private let second = Migration(
        "a-002-second",
        [
            "CREATE TABLE b (id BIGINT PRIMARY KEY, octets {bytes}) {clustered}",
            .only(.sqlite, "CREATE TABLE only_sqlite (id BIGINT PRIMARY KEY)"),
            .only(.postgresql, "CREATE TABLE only_postgresql (id BIGINT PRIMARY KEY)"),
        ]
    )

    @Test(arguments: Engine.available)
    func `what is missing is applied, once`(engine: Engine) async throws {
        try await withEmpty(engine) { database in
            #expect(try await database.schemaVersion == 0)
            #expect(try await !database.isCurrent([first]))
            try await database.migrate([first], at: 5)
            try await database.migrate([first, second], at: 6)
            try await database.migrate([first, second], at: 7)
            #expect(try await database.schemaVersion == 2)
            #expect(try await database.isCurrent([first, second]))
            let times = try await database.read { connection in
                try connection.rows("SELECT applied_at FROM schema_migration ORDER BY number").map(\.columns)
            }
            #expect(times == [[.integer(5)], [.integer(6)]])
            let own = SQL(trusted: "only_\(engine.rawValue)")
            let count = try await database.read { try $0.value("SELECT COUNT(*) FROM \(own)", as: Int.self) }
            #expect(count == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a database newer than the program is refused`(engine: Engine) async throws {
        try await withEmpty(engine) { database in
            try await database.migrate([first, second])
            await #expect(throws: SchemaFault.newer(database: 2, program: 1)) { try await database.migrate([first]) }
            await #expect(throws: SchemaFault.newer(database: 2, program: 1)) {
                _ = try await database.isCurrent([first])
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a list whose past differs is refused`(engine: Engine) async throws {
        try await withEmpty(engine) { database in
            try await database.migrate([first])
            await #expect(
                throws: SchemaFault.renamed(number: 1, applied: "a-001-first", listed: "a-002-second")
            ) { try await database.migrate([second, first]) }
        }
    }

    @Test(arguments: Engine.available)
    func `a migration that fails leaves nothing behind`(engine: Engine) async throws {
        let bad = Migration("a-002-bad", ["CREATE TABLE c (id BIGINT PRIMARY KEY)", "CREATE TABLE a (id BIGINT)"])
        try await withEmpty(engine) { database in
            await #expect(throws: StoreFault.self) { try await database.migrate([first, bad]) }
            #expect(try await database.schemaVersion == 1)
            try await database.migrate([first, Migration("a-002-good", ["CREATE TABLE c (id BIGINT PRIMARY KEY)"])])
            #expect(try await database.schemaVersion == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `several programs migrate at once without harm`(engine: Engine) async throws {
        try await withDatabaseURL(engine, isMigrated: false) { url in
            try await withThrowingTaskGroup { group in
                for _ in 0..<6 {
                    group.addTask {
                        let database = try await Database(url: url, connections: 2)
                        try await database.migrate([first, second])
                        #expect(try await database.schemaVersion == 2)
                        try await database.close()
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    private func withEmpty(_ engine: Engine, _ body: (Database) async throws -> Void) async throws {
        try await withDatabaseURL(engine, isMigrated: false) { url in
            let database = try await Database(url: url, connections: 3)
            try await body(database)
            try await database.close()
        }
    }
}
