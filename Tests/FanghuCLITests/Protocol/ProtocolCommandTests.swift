import Foundation
import Testing

struct ProtocolCommandTests {
    private func inForce(_ place: Workplace, on day: String) async throws -> String? {
        let output = try await place.run("protocol", "list", "--at", "310105002001", "--on", day, "--json").output
        let list = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
        return list.first { $0["inForce"] as? Bool == true }?["id"] as? String
    }

    @Test func `a drill holds in its place and its days, and ends`() async throws {
        try await Workplace.furnished { place in
            #expect(try await inForce(place, on: "2020-02-11") == "sh-2020-02")
            #expect(try await inForce(place, on: "2026-03-02") == "cn-2023-01-08")
            let begun = try await place.run(
                "protocol",
                "drill",
                "sh-2020-02",
                "--at",
                "310105002",
                "--from",
                "2026-03-01",
                "--json"
            )
            #expect(begun.status == 0, "\(begun.errors)")
            #expect(try await inForce(place, on: "2026-03-02") == "drill-sh-2020-02")
            let second = try await place.run(
                "protocol",
                "drill",
                "cn-8",
                "--at",
                "310105002",
                "--from",
                "2026-03-02"
            )
            #expect(second.status == 1 && second.errors.contains("protocol.drillUnderWay"))
            let ended = try await place.run(
                "protocol",
                "end-drill",
                "--at",
                "310105002",
                "--on",
                "2026-03-05",
                "--json"
            )
            #expect(ended.status == 0, "\(ended.errors)")
            #expect(try await inForce(place, on: "2026-03-04") == "drill-sh-2020-02")
            #expect(try await inForce(place, on: "2026-03-05") == "cn-2023-01-08")
            let again = try await place.run("protocol", "end-drill", "--at", "310105002", "--on", "2026-03-06")
            #expect(again.status == 1 && again.errors.contains("protocol.noDrill"))
            let unknown = try await place.run("protocol", "drill", "sh-1999", "--at", "310105002")
            #expect(unknown.status == 1 && unknown.errors.contains("protocol.noSuchVersion"))
        }
    }
}
