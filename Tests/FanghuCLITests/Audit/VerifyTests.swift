import Foundation
import Testing

struct VerifyTests {
    @Test func `an untouched database agrees with itself`() async throws {
        try await Workplace.furnished { place in
            let report = try await place.run("verify", "--json").json()
            #expect(report["ok"] as? Bool == true)
            #expect((report["differences"] as? [Any])?.isEmpty == true)
            #expect((report["violations"] as? [Any])?.isEmpty == true)
            #expect((report["checked"] as? [String: Int])?["invariants"] ?? 0 > 3)
            let chain = try await place.run("audit", "verify", "--json").json()
            #expect(chain["ok"] as? Bool == true)
            #expect(chain["entries"] as? Int ?? 0 >= 1)
            #expect((chain["faults"] as? [Any])?.isEmpty == true)
        }
    }
}
