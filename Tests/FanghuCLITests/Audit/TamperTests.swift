import Store
import Testing

/// Somebody with the database's password changes it behind the program's back.
struct TamperTests {
    private func change(_ place: Workplace, _ statement: SQL) async throws {
        let database = try await Database(url: DatabaseURL(place.database))
        try await database.write { connection in
            let changed = try connection.execute(statement)
            #expect(changed > 0)
        }
        try await database.close()
    }

    @Test func `R-SEC-03: an altered act and a removed one are found`() async throws {
        try await Workplace.furnished { place in
            try await place.addUser("wang", "communityWorker", at: "310105002001")
            _ = try await place.run("user", "appoint", "wang", "--role", "director", "--scope", "310105002001")
            try await change(place, "UPDATE audit_entry SET detail = 'auditor' WHERE act = 'access.addAccount'")
            let altered = try await place.run("audit", "verify", "--json")
            #expect(altered.status == 3)
            let faults = try #require(try altered.json()["faults"] as? [[String: Any]])
            #expect(faults.first?["kind"] as? String == "altered")
            #expect(faults.first?["committee"] as? String == "310105002001")
            try await change(place, "DELETE FROM audit_entry WHERE act = 'access.addAccount'")
            let removed = try await place.run("audit", "verify", "--json")
            #expect(removed.status == 3)
            #expect(removed.output.contains("gap"))
        }
    }

    @Test func `a figure that does not follow from the facts is a difference`() async throws {
        try await Workplace.furnished { place in
            try await change(
                place,
                "INSERT INTO counter_total (committee, indicator, n) VALUES (310105002001, 1, 5)"
            )
            let result = try await place.run("verify", "--json")
            #expect(result.status == 3)
            let differences = try #require(try result.json()["differences"] as? [[String: Any]])
            #expect(differences.count == 1)
            #expect(differences.first?["committee"] as? String == "310105002001")
            #expect(differences.first?["recorded"] as? Int == 5)
            #expect(differences.first?["counted"] as? Int == 0)
        }
    }

    @Test func `a newer database is refused by every verb, in words`() async throws {
        try await Workplace.furnished { place in
            try await change(place, "INSERT INTO schema_migration VALUES (9999, 'later-001-things', 0)")
            for verb in [["serve", "--port", "0"], ["verify"], ["demo"], ["user", "list"], ["backup", "x.fanghu"]] {
                let result = try await Binary.run(verb + ["--database", place.database])
                #expect(result.status == 1)
                #expect(result.errors.contains("database.newer"))
            }
            let doctor = try await place.run("doctor")
            #expect(doctor.status == 3)
        }
    }
}
