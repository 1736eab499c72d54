import Fanghu
import FanghuTesting
import Store
import Testing

/// Pages of dwellings and of awaiting arrivals: searched by their key, and complete.
struct PlacesPagingTests {
    private static let first: Int64 = 310_105_002_001

    @Test func `a page of dwellings far down is searched by its key in the order of a walk`() async throws {
        try await withDatabase(.sqlite) { database in
            let scope = try Self.scope([Self.first...Self.first + 998])
            let key = DwellingKey(committee: DivisionID(rawValue: Self.first + 5), order: "road 7", id: "d7")
            let plan = try await Self.plan(PlacesQueries.dwellings(in: scope, after: key, limit: 50), database)
            #expect(
                plan.contains { $0.contains("dwelling_in_order") && $0.contains("(committee,sort_key,id)>(?,?,?)") }
            )
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
        }
    }

    @Test func `a page of those awaiting far down is searched by its key among them alone`() async throws {
        try await withDatabase(.sqlite) { database in
            let scope = try Self.scope([Self.first...Self.first + 998])
            let key = ArrivalKey(committee: DivisionID(rawValue: Self.first + 5), id: ArrivalID(checked: "a7"))
            let plan = try await Self.plan(ArrivalsQueries.awaiting(in: scope, after: key, limit: 50), database)
            #expect(plan.contains { $0.contains("arrival_awaiting") && $0.contains("(committee,id)>(?,?)") }, "\(plan)")
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
        }
    }

    @Test(arguments: Engine.available)
    func `pages of dwellings through several ranges meet each once, in the order of a walk`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            try await Self.fill(database)
            let scope = try Self.scope([Self.first...Self.first + 1, Self.first + 3...Self.first + 3])
            var seen: [Dwelling] = []
            var key = DwellingKey.start
            while true {
                let after = key
                let page = try await database.read { connection in
                    try connection.rows(PlacesQueries.dwellings(in: scope, after: after, limit: 4))
                        .map { try (Dwelling(row: $0), $0.column(6, as: String.self)) }
                }
                guard let last = page.last else { break }
                seen += page.map(\.0)
                key = DwellingKey(committee: last.0.committee, order: last.1, id: last.0.id.text)
            }
            let committees = [Self.first, Self.first + 1, Self.first + 3]
            #expect(seen.map(\.committee.rawValue) == committees.flatMap { Array(repeating: $0, count: 10) })
            #expect(Set(seen).count == 30)
            #expect(seen.prefix(10).map(\.room) == (0..<10).map { "room \($0)" })
        }
    }

    @Test(arguments: Engine.available)
    func `the whole net and a page before its first committee begin at the beginning`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await Self.fill(database)
            for ranges in [[Int64.min ... .max], [Self.first + 4...Self.first + 9]] {
                let scope = try Self.scope(ranges)
                let rows = try await database.read { connection in
                    try connection.rows(PlacesQueries.dwellings(in: scope, after: .start, limit: 100))
                }
                #expect(rows.count == (ranges.first?.lowerBound == .min ? 50 : 10))
            }
        }
    }

    private static func plan(_ statement: SQL, _ database: Database) async throws -> [String] {
        try await database.read { connection in
            try connection.rows("EXPLAIN QUERY PLAN \(statement)").map { try $0.column(3, as: String.self) }
        }
    }

    private static func scope(_ ranges: [ClosedRange<Int64>]) throws -> Scope {
        try Policy { _ in ranges }
            .scope(for: PlacesDesk.staff(.director), .managePlaces, at: TestContext().now)
    }

    /// Ten dwellings in each of five committees; their order is the other way round than their ids.
    private static func fill(_ database: Database) async throws {
        try await database.write { connection in
            for committee in first..<first + 5 {
                try connection.execute(
                    """
                    INSERT INTO building (committee, id, address_key, address, sort_key)
                    VALUES (\(committee), 'b', 'k', 'a', 's')
                    """
                )
                for number in 0..<10 {
                    let (id, order) = ("d\(9 - number)", "order \(number)")
                    try connection.execute(
                        """
                        INSERT INTO dwelling (committee, id, building, address_key, address, room, sort_key, created_at)
                        VALUES (\(committee), \(id), 'b', \(order), 'a', \("room \(number)"), \(order), 0)
                        """
                    )
                }
            }
        }
    }
}
