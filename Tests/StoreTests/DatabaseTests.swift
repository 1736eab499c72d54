import FanghuTesting
import Store
import Testing

/// Transactions and faults on both engines.
struct DatabaseTests {
    private struct Stop: Error {}

    @Test(arguments: Engine.available)
    func `a transaction that throws leaves nothing behind`(engine: Engine) async throws {
        try await withThings(engine) { database in
            await #expect(throws: Stop.self) {
                try await database.write { connection in
                    try connection.execute("INSERT INTO thing (id, n) VALUES (1, 1)")
                    throw Stop()
                }
            }
            let count = try await count(database)
            #expect(count == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a failed statement spoils its transaction, even when the error is caught`(engine: Engine) async throws {
        try await withThings(engine) { database in
            await #expect(throws: StoreFault.uniqueViolation(table: "thing")) {
                try await database.write { connection in
                    try connection.execute("INSERT INTO thing (id, n) VALUES (1, 1)")
                    _ = try? connection.execute("INSERT INTO thing (id, n) VALUES (1, 2)")
                }
            }
            let count = try await count(database)
            #expect(count == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `violations are the same fault on both engines`(engine: Engine) async throws {
        let cases: [(SQL, StoreFault)] = [
            ("INSERT INTO thing (id, n) VALUES (7, 1)", .uniqueViolation(table: "thing")),
            ("INSERT INTO thing (id) VALUES (8)", .notNullViolation(table: "thing", column: "n")),
            ("INSERT INTO part (thing, number) VALUES (99, 1)", .foreignKeyViolation),
            ("INSERT INTO part (thing, number) VALUES (7, 0)", .checkViolation),
        ]
        try await withThings(engine) { database in
            try await database.write { try $0.execute("INSERT INTO thing (id, n) VALUES (7, 7)") }
            for (sql, fault) in cases {
                await #expect(throws: fault) { try await database.write { try $0.execute(sql) } }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a fault never repeats a value`(engine: Engine) async throws {
        try await withThings(engine) { database in
            try await database.write { try $0.execute("INSERT INTO anything (id, words) VALUES (1, \("机密"))") }
            let statements: [SQL] = [
                "SELECT CAST(words AS BIGINT) / 0 FROM anything WHERE words = \("13800138000")",
                "SELECT CAST(\("13800138000") AS SMALLINT)",
                "INSERT INTO anything (id, words) VALUES (1, \("13800138000"))",
                "SELECT \("13800138000") FROM nowhere",
            ]
            for sql in statements {
                do {
                    _ = try await database.write { try $0.rows(sql) }
                } catch {
                    #expect(!"\(error)".contains("13800138000"))
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a read changes nothing`(engine: Engine) async throws {
        try await withThings(engine) { database in
            await #expect(throws: StoreFault.self) {
                try await database.read { try $0.execute("INSERT INTO thing (id, n) VALUES (1, 1)") }
            }
            let count = try await count(database)
            #expect(count == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `what was executed says how many rows changed`(engine: Engine) async throws {
        try await withThings(engine) { database in
            let counts = try await database.write { connection in
                [
                    try connection.execute("INSERT INTO thing (id, n) VALUES (1, 1), (2, 2), (3, 3)"),
                    try connection.execute("UPDATE thing SET n = n + 1 WHERE id > 1"),
                    try connection.execute("UPDATE thing SET n = 0 WHERE id > 9"),
                    try connection.execute(
                        "INSERT INTO thing (id, n) VALUES (1, 9), (4, 4) ON CONFLICT (id) DO NOTHING"
                    ),
                    try connection.execute("CREATE TABLE other (id BIGINT PRIMARY KEY)"),
                    try connection.rows("DELETE FROM thing WHERE id < 3 RETURNING id").count,
                ]
            }
            #expect(counts == [3, 2, 0, 1, 0, 2])
        }
    }

    @Test(arguments: Engine.available)
    func `nothing runs on a closed database`(engine: Engine) async throws {
        try await withThings(engine) { database in
            try await database.close()
            await #expect(throws: StoreFault.closed) { try await count(database) }
        }
    }

    private func count(_ database: Database) async throws -> Int? {
        try await database.read { try $0.value("SELECT COUNT(*) FROM thing", as: Int.self) }
    }
}
