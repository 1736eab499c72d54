import FanghuTesting
import Foundation
import Store
import Testing

/// What an acknowledged write may rely on, and what happens when there is no more room.
struct DurabilityTests {
    @Test func `SQLite syncs at every commit and keeps its references`() async throws {
        try await withThings(.sqlite) { database in
            let settings = try await database.write { connection in
                try ["journal_mode", "synchronous", "foreign_keys"]
                    .map { try connection.rows("PRAGMA \(SQL(trusted: $0))")[0].columns[0] }
            }
            #expect(settings == [.text("wal"), .integer(2), .integer(1)])
        }
    }

    @Test(.enabled(if: Engine.available.contains(.postgresql)))
    func `PostgreSQL acknowledges after the sync, whatever the role's settings say`() async throws {
        try await withThings(.postgresql) { database in
            let rows = try await database.write { try $0.rows("SHOW synchronous_commit") }
            #expect(rows.map(\.columns) == [[.text("on")]])
        }
    }

    @Test func `a full disk is a fault of its own, and room makes the database work again`() async throws {
        try await withThings(.sqlite) { database in
            try await database.executeOutsideTransaction("PRAGMA max_page_count = 40")
            let octets = [UInt8](repeating: 7, count: 500_000)
            await #expect(throws: StoreFault.diskFull) {
                try await database.write { connection in
                    try connection.execute("INSERT INTO thing (id, n) VALUES (1, 1)")
                    try connection.execute("INSERT INTO anything (id, octets) VALUES (1, \(octets))")
                }
            }
            let count = try await database.read { try $0.value("SELECT COUNT(*) FROM thing", as: Int.self) }
            #expect(count == 0)
            try await database.executeOutsideTransaction("PRAGMA max_page_count = 100000")
            try await database.write { connection in
                try connection.execute("INSERT INTO anything (id, octets) VALUES (1, \(octets))")
            }
        }
    }

    @Test func `an address where nothing can be opened says so`() async throws {
        await #expect(throws: StoreFault.cannotConnect("unable to open the database file")) {
            _ = try await Database(url: DatabaseURL("sqlite:/nowhere/at/all/fanghu.sqlite"))
        }
        do {
            _ = try await Database(url: DatabaseURL("postgresql://fanghu:hemlighet@127.0.0.1:9/fanghu"))
            Issue.record("port 9 accepted a connection")
        } catch StoreFault.cannotConnect(let words) {
            #expect(words.contains("127.0.0.1"))
            #expect(!words.contains("hemlighet"))
        }
    }
}
