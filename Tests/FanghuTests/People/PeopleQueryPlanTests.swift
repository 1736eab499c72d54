import Fanghu
import FanghuTesting
import Store
import Testing

/// Hot statements over 100,000 persons: none may read a whole table.
struct PeopleQueryPlanTests {
    @Test(arguments: Engine.available)
    func `lists and searches read no whole table`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await Self.fill(database)
            let policy = Policy { _ in [310_105_002_001...310_105_002_020] }
            let worker = Desk.worker(at: Desk.first)
            let scope = try policy.scope(for: worker, .viewPersons, at: TestContext().now)
            let key = PersonReference(committee: DivisionID(rawValue: 310_105_002_010), id: PersonID(checked: "p7"))
            let statements: [(String, SQL)] = [
                ("page", PeopleQueries.page(in: scope, after: key, limit: 50)),
                ("pending", PeopleQueries.pending(in: scope, after: key, limit: 50)),
                ("search", PeopleQueries.carrying(7, in: scope, after: key, limit: 50)),
                ("household", PeopleQueries.carrying(7, of: Desk.first)),
                ("count", PeopleQueries.count(in: scope)),
            ]
            for (name, statement) in statements {
                let plan = try await database.read { try Self.plan(of: statement, engine, on: $0) }
                #expect(Self.fullScans(plan).isEmpty, "\(name): \(plan)")
                // The search sorts the keys of one page again; nothing else sorts.
                #expect(name == "search" || !plan.contains { $0.contains("TEMP B-TREE") }, "\(name): \(plan)")
            }
            // The test itself sees a scan where there is one.
            let whole = try await database.read { try Self.plan(of: "SELECT version FROM person", engine, on: $0) }
            #expect(!Self.fullScans(whole).isEmpty)
        }
    }

    /// Made by the engine itself: no plan looks into what is sealed.
    private static func fill(_ database: Database) async throws {
        try await database.write { connection in
            let nothing: [UInt8] = [0]
            try connection.execute(
                """
                INSERT INTO person (committee, id, sealed, document_pending, created_at, updated_at, version)
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
                SELECT 310105002001 + i % 200, 'p' || CAST(i AS TEXT), \(nothing), CASE WHEN i % 50 = 0 THEN 1 ELSE 0 END,
                    0, 0, 1
                FROM n
                """
            )
            try connection.execute(
                """
                INSERT INTO person_token (committee, token, person)
                SELECT committee, version + CAST(SUBSTR(id, 2) AS BIGINT) % 50, id FROM person
                UNION ALL
                SELECT committee, 1000 + CAST(SUBSTR(id, 2) AS BIGINT) % 5000, id FROM person
                """
            )
            try connection.execute(
                """
                INSERT INTO person_committee (committee, persons)
                SELECT committee, COUNT(*) FROM person GROUP BY committee
                """
            )
            try connection.execute("ANALYZE")
        }
    }

    private static func plan(of statement: SQL, _ engine: Engine, on connection: any Connection) throws -> [String] {
        let explained: SQL =
            engine == .sqlite ? "EXPLAIN QUERY PLAN \(statement)" : "EXPLAIN \(statement)"
        return try connection.rows(explained)
            .flatMap(\.columns)
            .compactMap { column in
                guard case .text(let text) = column else { return nil }
                return text
            }
    }

    /// Reads of a whole table; that of committees has but a row for each, and `k` is the page that was picked.
    private static func fullScans(_ plan: [String]) -> [String] {
        plan.filter { line in
            (line.contains("Seq Scan on ") || line.hasPrefix("SCAN ")) && !line.contains("person_committee")
                && line != "SCAN k"
        }
    }
}
