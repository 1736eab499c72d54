import Fanghu
import FanghuTesting
import Store
import Testing

/// Pages by key within a scope: the whole of it, nothing beside it, and no row read before the key.
struct ScopePagingTests {
    private static let first: Int64 = 310_105_002_001

    @Test(arguments: Engine.available)
    func `pages through several ranges meet every row of theirs once and no other`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await Self.fill(database)
            let scope = try Self.scope([Self.first...Self.first + 1, Self.first + 3...Self.first + 3])
            var seen: [Int64] = []
            var after: PersonReference?
            while true {
                let key = after
                let page = try await database.read { connection in
                    try connection.rows(PeopleQueries.page(in: scope, after: key, limit: 3))
                        .map { row in (try row.column(0, as: Int64.self), try row.column(1, as: String.self)) }
                }
                guard let last = page.last else { break }
                seen += page.map(\.0)
                after = PersonReference(committee: DivisionID(rawValue: last.0), id: PersonID(checked: last.1))
            }
            let expected = [Self.first, Self.first + 1, Self.first + 3].flatMap { Array(repeating: $0, count: 10) }
            #expect(seen == expected)
        }
    }

    @Test(arguments: Engine.available)
    func `the whole net pages too`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await Self.fill(database)
            let everywhere = try Self.scope([.min ... .max])
            let rows = try await database.read { connection in
                try connection.rows(PeopleQueries.page(in: everywhere, after: nil, limit: 100))
            }
            #expect(rows.count == 50)
        }
    }

    @Test
    func `a page far down is searched by its key, not by the territory`() async throws {
        try await withDatabase(.sqlite) { database in
            let scope = try Self.scope([Self.first...Self.first + 998])
            let key = PersonReference(committee: DivisionID(rawValue: Self.first + 5), id: PersonID(checked: "p7"))
            let statement = PeopleQueries.page(in: scope, after: key, limit: 50)
            let plan = try await database.read { connection in
                try connection.rows("EXPLAIN QUERY PLAN \(statement)").map { try $0.column(3, as: String.self) }
            }
            #expect(plan.contains { $0.contains("(committee,id)>(?,?)") }, "\(plan)")
        }
    }

    private static func scope(_ ranges: [ClosedRange<Int64>]) throws -> Scope {
        try Policy { _ in ranges }.scope(for: Desk.worker(at: Desk.first), .viewPersons, at: TestContext().now)
    }

    /// Ten persons in each of five committees.
    private static func fill(_ database: Database) async throws {
        try await database.write { connection in
            let nothing: [UInt8] = [0]
            try connection.execute(
                """
                INSERT INTO person (committee, id, sealed, document_pending, created_at, updated_at, version)
                WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 49)
                SELECT \(first) + i % 5, 'p' || CAST(100 + i AS TEXT), \(nothing), 0, 0, 0, 1 FROM n
                """
            )
        }
    }
}
