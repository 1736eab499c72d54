import Foundation
import Testing

struct DemoTests {
    @Test func `the demonstration agrees with itself, and a second call changes nothing`() async throws {
        try await Workplace.with { place in
            let first = try await place.run("demo", "--until", "2026-03-04T10:15:00+08:00", "--json")
            try #require(first.status == 0, "\(first.errors)")
            let report = try first.json()
            #expect(report["created"] as? Bool == true)
            let accounts = try #require(report["accounts"] as? [[String: Any]])
            let names = accounts.compactMap { $0["name"] as? String }
            #expect(Set(["worker", "doctor", "office", "security", "auditor"]).isSubset(of: names))
            #expect(Set(accounts.compactMap { $0["role"] as? String }).count == 17)
            let paths = try #require(report["addresses"] as? [[String: Any]]).compactMap { $0["path"] as? String }
            #expect(paths.contains { $0.hasPrefix("/r/c/") })
            #expect(paths.contains { $0.hasPrefix("/r/o/") })
            let figures = try await place.run("verify", "--json")
            #expect(figures.status == 0, "\(figures.output)")
            let acts = try await place.run("audit", "verify", "--json")
            #expect(acts.status == 0)
            let second = try await place.run("demo", "--json")
            #expect(second.status == 0)
            #expect(try second.json()["created"] as? Bool == false)
            let after = try await place.run("audit", "verify", "--json")
            #expect(after.output == acts.output)
            let token = try await place.run("token", "create", "--user", "worker")
            #expect(token.status == 0)
        }
    }

    @Test func `it goes into an empty register only`() async throws {
        try await Workplace.furnished { place in
            try await place.addUser("wang", "communityWorker", at: "310105002001")
            let result = try await place.run("demo")
            #expect(result.status == 1)
            #expect(result.errors.contains("command.demoElsewhere"))
            let nowhere = try await place.run("demo", "--township", "310105")
            #expect(nowhere.errors.contains("command.notForDemo"))
            let unknown = try await place.run("demo", "--township", "990105002")
            #expect(unknown.errors.contains("access.unknownPlace"))
        }
    }
}
