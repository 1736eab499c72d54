import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// What a phone in the stairwell is given, and what it is not.
struct FieldRoutesTests {
    /// The head's own piece with the dwelling of the household tests.
    static func furnish(_ site: SiteHarness) async throws -> Actor {
        try await HouseholdRoutesTests.furnish(site)
        let head = try await site.net.staff(.buildingHead)
        _ = try await site.net.coverage.addPiece(
            CoveragePiece.Draft(
                committee: Net.committee,
                scheme: .buildingGroup,
                name: "2号",
                owner: head.account,
                cut: .places([HouseholdRoutesTests.dwelling])
            ),
            by: site.net.staff(.communityWorker)
        )
        return head
    }

    @Test func `one carries one's own doors, nobody's name, and nothing twice`() async throws {
        try await SiteHarness.run { site in
            let head = try await Self.furnish(site)
            var change = HouseholdChange(
                id: site.net.time.context.newID(),
                dwelling: HouseholdRoutesTests.dwelling,
                basedOn: 0,
                presence: .living
            )
            change.head = "测试甲"
            try await site.net.households.record(change, by: head)
            let token = try await site.token(of: head)
            let area = try await site.get("/field/area", as: token)
            #expect(area.text.contains("愚园路1弄2号301室") && area.text.contains("living"))
            #expect(!area.text.contains("测试甲"))
            let mark = try #require(area.headers[.eTag])
            let again = try await site.get("/field/area", as: token, knowing: mark)
            #expect(again.status == .notModified && again.text.isEmpty)
            let other = try await site.get("/field/area", as: site.token(.volunteer))
            #expect(other.status == .ok && !other.text.contains("愚园路1弄2号301室"))
        }
    }

    @Test func `the page holds no data, and only who goes from door to door has it`() async throws {
        try await SiteHarness.run { site in
            let head = try await Self.furnish(site)
            let page = try await site.get("/field", as: site.token(of: head))
            #expect(page.status == .ok && !page.text.contains("愚园路1弄2号301室"))
            #expect(try await site.get("/field/area", as: site.token(.auditor)).status == .forbidden)
            #expect(try await site.get("/field/area").status != .ok)
            let worker = try await site.get("/sw.js")
            #expect(worker.status == .ok && worker.text.contains("\"/field\"") && !worker.text.contains("__KEPT__"))
            #expect(worker.headers[.cacheControl] == "no-cache")
        }
    }
}
