import FanghuTesting
import Store
import Testing

/// Transactions on both engines.
struct DatabaseTests {
    @Test(arguments: Engine.available)
    func `a transaction that throws leaves nothing behind`(engine: Engine) async throws {
        struct Stop: Error {}
        try await withThings(engine) { database in
            await #expect(throws: Stop.self) {
                try await database.write { connection in
                    try connection.execute("INSERT INTO thing (id, n) VALUES (1, 1)")
                    throw Stop()
                }
            }
            let count = try await database.read { try $0.value("SELECT COUNT(*) FROM thing", as: Int.self) }
            #expect(count == 0)
        }
    }
}
