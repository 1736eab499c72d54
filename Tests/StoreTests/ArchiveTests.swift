import FanghuTesting
import Foundation
import Store
import Synchronization
import Testing

/// Backups that either engine can take back.
struct ArchiveTests {
    private let migrations =
        thingMigrations + [
            Migration(
                "thing-003-version",
                [
                    "CREATE TABLE version (id INTEGER PRIMARY KEY, number BIGINT NOT NULL)",
                    "INSERT INTO version (id, number) VALUES (1, 0)",
                    // Sorts before the table it refers to.
                    """
                    CREATE TABLE alias (
                        word TEXT NOT NULL, place INTEGER NOT NULL, thing BIGINT NOT NULL REFERENCES thing (id),
                        PRIMARY KEY (word, place)
                    ) {clustered}
                    """,
                ]
            )
        ]

    @Test(arguments: Engine.available, Engine.available)
    func `a database comes back whole on either engine`(from: Engine, to: Engine) async throws {
        try await withFolder { folder in
            let file = folder.appendingPathComponent("a.archive").path
            let again = folder.appendingPathComponent("b.archive").path
            try await withArchived(from) { source in
                let written = try await Archive.backup(source, to: file, at: 7)
                #expect(written.rows == 1 + 1203 + 1203 + 2 + BindingTests.values.count)
                #expect(written.tables == 5)
                #expect(written.schemaVersion == 3)
                let verified = try Archive.verify(file)
                #expect(verified == written)
                try await withEmpty(to) { target in
                    let last = Mutex<Archive.Progress?>(nil)
                    let restored = try await Archive.restore(file, into: target, migrations: migrations) { progress in
                        last.withLock { $0 = progress }
                    }
                    #expect(restored == written)
                    let progress = last.withLock(\.self)
                    #expect(progress?.rows == written.rows && progress?.totalRows == written.rows)
                    _ = try await Archive.backup(target, to: again, at: 7)
                    let sums = try [file, again].map { try content($0) }
                    #expect(sums[0] == sums[1])
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `an archive is readable by its owner only and leaves no draft`(engine: Engine) async throws {
        try await withFolder { folder in
            let file = folder.appendingPathComponent("a.archive").path
            try await withArchived(engine) { source in
                _ = try await Archive.backup(source, to: file, at: 7)
                let attributes = try FileManager.default.attributesOfItem(atPath: file)
                #expect(attributes[.posixPermissions] as? Int == 0o600)
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.archive"])
                await #expect(throws: (any Error).self) {
                    try await Archive.backup(source, to: folder.path + "/none/a.archive", at: 7)
                }
            }
        }
    }

    @Test func `a truncated or altered archive is refused before anything is touched`() async throws {
        try await withFolder { folder in
            let file = folder.appendingPathComponent("a.archive")
            let bad = folder.appendingPathComponent("bad.archive")
            try await withArchived(.sqlite) { _ = try await Archive.backup($0, to: file.path, at: 7) }
            let whole = try Data(contentsOf: file)
            let lines = whole.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            var flipped = whole
            let place = try #require(whole.firstRange(of: Data("行7".utf8)))
            flipped[place.upperBound - 1] = UInt8(ascii: "8")
            let joined = { (lines: [Data.SubSequence]) in Data(lines.joined(separator: [UInt8(ascii: "\n")])) }
            let cases: [(Data, ArchiveFault?)] = [
                (Data(), .unknownFormat), (Data("{}\n".utf8), .unknownFormat), (flipped, .altered),
                (whole.dropLast(20), .truncated), (whole.prefix(whole.count / 2), nil),
                (joined(Array(lines.dropLast(2))) + Data("\n".utf8), .truncated),
                (whole + Data("[1]\n".utf8), .altered),
                (joined(Array(lines[..<300] + lines[301...])), nil),
            ]
            for (data, fault) in cases {
                try data.write(to: bad)
                try await withEmpty(.sqlite) { target in
                    let error = await #expect(throws: ArchiveFault.self) {
                        try await Archive.restore(bad.path, into: target, migrations: migrations)
                    }
                    if let fault { #expect(error == fault) }
                    let version = try await target.schemaVersion
                    #expect(version == 0)
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `only an empty database takes an archive`(engine: Engine) async throws {
        try await withFolder { folder in
            let file = folder.appendingPathComponent("a.archive").path
            try await withArchived(engine) { source in
                _ = try await Archive.backup(source, to: file, at: 7)
                await #expect(throws: ArchiveFault.databaseIsNotEmpty(table: "anything")) {
                    try await Archive.restore(file, into: source, migrations: migrations)
                }
            }
            try await withEmpty(engine) { target in
                // Rows that migrations wrote are no data.
                try await target.migrate(migrations)
                let restored = try await Archive.restore(file, into: target, migrations: migrations)
                let rows = try await target.read { try $0.rows("SELECT number FROM version").map(\.columns) }
                #expect(rows == [[.integer(42)]])
                #expect(restored.schemaVersion == 3)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `schemas older and newer than the archive's`(engine: Engine) async throws {
        let later = migrations + [Migration("thing-004-later", ["ALTER TABLE thing ADD COLUMN extra BIGINT"])]
        try await withFolder { folder in
            let file = folder.appendingPathComponent("a.archive").path
            try await withArchived(engine) { _ = try await Archive.backup($0, to: file, at: 7) }
            try await withEmpty(engine) { target in
                await #expect(throws: ArchiveFault.schema(archive: 3, program: 2)) {
                    try await Archive.restore(file, into: target, migrations: thingMigrations)
                }
                _ = try await Archive.restore(file, into: target, migrations: later)
                let version = try await target.schemaVersion
                #expect(version == 4)
            }
            try await withEmpty(engine) { target in
                try await target.migrate(later)
                await #expect(throws: ArchiveFault.databaseIsAhead(archive: 3, database: 4)) {
                    try await Archive.restore(file, into: target, migrations: later)
                }
            }
        }
    }

    /// A database with every kind of value, tables that refer to each other and more rows than a page.
    private func withArchived(_ engine: Engine, _ body: (Database) async throws -> Void) async throws {
        try await withEmpty(engine) { database in
            try await database.migrate(migrations)
            try await database.write { connection in
                try connection.execute("UPDATE version SET number = 42")
                for start in [0, 401, 802] {
                    let things = start..<(start + 401)
                    try connection.execute(
                        "INSERT INTO thing (id, n) VALUES \(rows: things.map { [$0.sqlValue, ($0 * 3).sqlValue] })"
                    )
                    let rows: [[SQLValue]] = things.map { [.text("行\($0 % 400)"), $0.sqlValue, $0.sqlValue] }
                    try connection.execute("INSERT INTO alias (word, place, thing) VALUES \(rows: rows)")
                }
                try connection.execute("INSERT INTO part (thing, number) VALUES (7, 1), (7, 2)")
                for (id, sample) in BindingTests.values.enumerated() {
                    let column = SQL(trusted: sample.column)
                    try connection.execute("INSERT INTO anything (id, \(column)) VALUES (\(id), \(sample.value))")
                }
            }
            try await body(database)
        }
    }

    private func withEmpty(_ engine: Engine, _ body: (Database) async throws -> Void) async throws {
        try await withDatabaseURL(engine, isMigrated: false) { url in
            let database = try await Database(url: url, connections: 3)
            try await body(database)
            try await database.close()
        }
    }

    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("fanghu-archive-\(ProcessInfo.processInfo.globallyUniqueString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    /// The lines in an order of their own: the engines sort text differently where the server's locale is not C.
    private func content(_ path: String) throws -> [Data] {
        try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: UInt8(ascii: "\n")).dropLast()
            .map { Data($0) }.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
