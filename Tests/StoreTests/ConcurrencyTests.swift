import FanghuTesting
import Store
import Testing

/// Many at once on the same rows.
struct ConcurrencyTests {
    @Test(arguments: Engine.available)
    func `fifty tasks count to five hundred in one row`(engine: Engine) async throws {
        try await withThings(engine) { database in
            try await database.write { try $0.execute("INSERT INTO thing (id, n) VALUES (1, 0)") }
            try await withThrowingTaskGroup { group in
                for _ in 0..<50 {
                    group.addTask {
                        for _ in 0..<10 {
                            try await database.write { try $0.execute("UPDATE thing SET n = n + 1 WHERE id = 1") }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let sum = try await n(database)
            #expect(sum == 500)
        }
    }

    @Test(arguments: Engine.available)
    func `what was read before a change is still true when it commits`(engine: Engine) async throws {
        try await withThings(engine) { database in
            try await database.write { try $0.execute("INSERT INTO thing (id, n) VALUES (1, 0)") }
            try await withThrowingTaskGroup { group in
                for _ in 0..<40 {
                    group.addTask {
                        try await database.write { connection in
                            // Without one writer or a snapshot, two tasks read the same n here and one step is lost.
                            let n = try connection.value("SELECT n FROM thing WHERE id = 1", as: Int.self) ?? 0
                            try connection.execute("UPDATE thing SET n = \(n + 1) WHERE id = 1")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let sum = try await n(database)
            #expect(sum == 40)
        }
    }

    @Test(arguments: Engine.available)
    func `two programs on one database lose nothing of each other`(engine: Engine) async throws {
        try await withDatabaseURL(engine, isMigrated: false) { url in
            let first = try await Database(url: url, connections: 3)
            try await first.migrate(thingMigrations)
            let second = try await Database(url: url, connections: 3)
            try await first.write { try $0.execute("INSERT INTO thing (id, n) VALUES (1, 0)") }
            try await withThrowingTaskGroup { group in
                for database in [first, second] {
                    for _ in 0..<20 {
                        group.addTask {
                            try await database.write { connection in
                                let n = try connection.value("SELECT n FROM thing WHERE id = 1", as: Int.self) ?? 0
                                try connection.execute("UPDATE thing SET n = \(n + 1) WHERE id = 1")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let sum = try await n(second)
            #expect(sum == 40)
            try await first.close()
            try await second.close()
        }
    }

    @Test(arguments: Engine.available)
    func `a read sees one moment, whatever is written meanwhile`(engine: Engine) async throws {
        try await withThings(engine) { database in
            try await database.write { try $0.execute("INSERT INTO thing (id, n) VALUES (1, 0), (2, 0)") }
            try await withThrowingTaskGroup { group in
                group.addTask {
                    for _ in 0..<50 { try await database.write { try $0.execute("UPDATE thing SET n = n + 1") } }
                }
                for _ in 0..<50 {
                    group.addTask {
                        try await database.read { connection in
                            let one = try connection.value("SELECT n FROM thing WHERE id = 1", as: Int.self)
                            let two = try connection.value("SELECT n FROM thing WHERE id = 2", as: Int.self)
                            #expect(one == two)
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(.enabled(if: Engine.available.contains(.postgresql)))
    func `connections that the server ended are opened anew, and nobody notices`() async throws {
        try await withThings(.postgresql) { database in
            try await database.write { try $0.execute("INSERT INTO thing (id, n) VALUES (1, 0)") }
            for _ in 0..<3 {
                try await withThrowingTaskGroup { group in
                    for _ in 0..<6 { group.addTask { _ = try await n(database) } }
                    try await group.waitForAll()
                }
                // Its own connection is among those that end.
                try await database.write { connection in
                    try connection.execute("UPDATE thing SET n = n + 1 WHERE id = 1")
                    if try connection.value("SELECT n FROM thing WHERE id = 1", as: Int.self) == 1 { return }
                }
                _ = try? await database.executeOutsideTransaction(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                )
            }
            let sum = try await n(database)
            #expect(sum == 3)
        }
    }

    private func n(_ database: Database) async throws -> Int? {
        try await database.read { try $0.value("SELECT n FROM thing WHERE id = 1", as: Int.self) }
    }
}
