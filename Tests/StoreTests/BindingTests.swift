import FanghuTesting
import Store
import Testing

/// Values keep what they are on both engines.
struct BindingTests {
    static let values: [(column: String, value: SQLValue)] = [
        ("big", .integer(.max)), ("big", .integer(.min)), ("big", .integer(0)), ("big", .null),
        ("middle", .integer(Int64(Int32.max))), ("middle", .integer(-20_200_210)),
        ("small", .integer(-32768)), ("small", .integer(1)),
        ("real", .double(37.3)), ("real", .double(-0.0)), ("real", .double(.greatestFiniteMagnitude)),
        ("real", .double(.leastNonzeroMagnitude)), ("real", .null),
        ("words", .text("")), ("words", .text("上海市静安区彭浦新村街道")), ("words", .text("👩‍⚕️🌡️ 𠮷")),
        ("words", .text("'; DROP TABLE thing; --")), ("words", .text(String(repeating: "长", count: 100_000))),
        ("words", .text("\u{1}$1 ?1")), ("words", .null),
        ("octets", .bytes([])), ("octets", .bytes([0, 1, 255, 0])), ("octets", .bytes([UInt8](0...255))),
        ("octets", .null),
    ]

    @Test(arguments: Engine.available)
    func `a value comes back as it was bound`(engine: Engine) async throws {
        try await withThings(engine) { database in
            for (id, sample) in Self.values.enumerated() {
                let column = SQL(trusted: sample.column)
                let back = try await database.write { connection in
                    try connection.execute("INSERT INTO anything (id, \(column)) VALUES (\(id), \(sample.value))")
                    return try connection.rows("SELECT \(column) FROM anything WHERE id = \(id)")[0].columns[0]
                }
                #expect(back == sample.value)
            }
            let things = try await database.read { try $0.value("SELECT COUNT(*) FROM thing", as: Int.self) }
            #expect(things == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `one text takes values and NULLs in any place, in any order`(engine: Engine) async throws {
        let rows: [[SQLValue]] = (0..<64)
            .map { id in
                [
                    .integer(id), id & 1 == 0 ? .null : .integer(id), id & 2 == 0 ? .null : .double(0.5),
                    id & 4 == 0 ? .null : .text("字\(id)"), id & 8 == 0 ? .null : .bytes([UInt8(id)]),
                ]
            }
        try await withThings(engine) { database in
            for row in rows {
                try await database.write { connection in
                    try connection.execute("INSERT INTO anything (id, big, real, words, octets) VALUES \(rows: [row])")
                }
            }
            let back = try await database.read { connection in
                try connection.rows("SELECT id, big, real, words, octets FROM anything ORDER BY id").map(\.columns)
            }
            #expect(back == rows)
        }
    }

    @Test(arguments: Engine.available)
    func `many rows go in one statement, of changing length and with NULLs`(engine: Engine) async throws {
        try await withThings(engine) { database in
            for length in [500, 1, 7, 500] {
                try await database.write { connection in
                    try connection.execute("DELETE FROM anything")
                    let rows: [[SQLValue]] = (0..<length)
                        .map { [$0.sqlValue, $0 % 3 == 0 ? .null : .text("行\($0)"), .integer(Int64($0))] }
                    let changed = try connection.execute("INSERT INTO anything (id, words, small) VALUES \(rows: rows)")
                    #expect(changed == length)
                }
                let count = try await database.read { try $0.value("SELECT COUNT(words) FROM anything", as: Int.self) }
                #expect(count == length - (length + 2) / 3)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `statements nest, with lists and options`(engine: Engine) async throws {
        try await withThings(engine) { database in
            try await database.write { connection in
                try connection.execute(
                    "INSERT INTO thing (id, n) VALUES \(rows: (1...9).map { [$0.sqlValue, ($0 * 10).sqlValue] })"
                )
            }
            let limit: Int? = nil
            let scope: SQL = "(id BETWEEN \(2) AND \(6))"
            let ids = try await database.read { connection in
                try connection
                    .rows(
                        """
                        SELECT id FROM thing
                        WHERE \(scope) AND n IN \(list: [20, 40, 60, 80]) AND (CAST(\(limit) AS BIGINT) IS NULL OR n < \(limit))
                        ORDER BY id
                        """
                    )
                    .map { row in try row.column(0, as: Int.self) }
            }
            #expect(ids == [2, 4, 6])
            let none = try await database.read { connection in
                try connection.rows("SELECT id FROM thing WHERE id IN \(list: [Int]())")
            }
            #expect(none.isEmpty)
        }
    }

    @Test(
        arguments: Engine.available,
        [(SQLValue.text("a\0b"), StoreFault.nulInText), (.double(.nan), .notANumber)]
    )
    func `what one of the engines cannot hold is refused by both`(
        engine: Engine,
        sample: (value: SQLValue, fault: StoreFault)
    ) async throws {
        try await withThings(engine) { database in
            await #expect(throws: sample.fault) {
                try await database.write { connection in
                    try connection.execute("INSERT INTO anything (id, words) VALUES (1, \(sample.value))")
                }
            }
        }
    }

    @Test(.enabled(if: Engine.available.contains(.postgresql)))
    func `a NUMERIC result is an error, so that nobody forgets the CAST`() async throws {
        try await withThings(.postgresql) { database in
            await #expect(throws: StoreFault.unsupportedColumn(index: 0, type: "numeric")) {
                _ = try await database.read { try $0.rows("SELECT SUM(n) FROM thing") }
            }
            let sum = try await database.read { try $0.rows("SELECT CAST(SUM(n) AS BIGINT) FROM thing") }
            #expect(sum.map(\.columns) == [[.null]])
        }
    }

    @Test func `placeholders are numbered for the engine`() {
        let sql: SQL = "SELECT \(1) WHERE \("a") IN \(list: ["b", "c"])"
        #expect(sql.text(for: .sqlite) == "SELECT ?1 WHERE ?2 IN (?3, ?4)")
        #expect(sql.text(for: .postgresql) == "SELECT $1 WHERE $2 IN ($3, $4)")
        #expect(sql.values == [.integer(1), .text("a"), .text("b"), .text("c")])
        let long: SQL = "\(rows: [(1...12).map(\.sqlValue)])"
        #expect(long.text(for: .postgresql) == "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)")
    }
}
