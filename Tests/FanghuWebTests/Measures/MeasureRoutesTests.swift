import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// Measures at the desk, on the notice board and in the API.
struct MeasureRoutesTests {
    static let sheet = "/desk/measures/compounds/\(GateRoom.compound)"

    @Test func `a measure for all and one besides stand on the compound's sheet and notice`() async throws {
        try await SiteHarness.run { site in
            try await GateRoom(site.net).addCompound()
            let office = try await site.token(.preventionOffice, at: Net.township)
            let worker = try await site.token(.communityWorker)
            let common = [
                "place": Net.township.text, "kind": "visitorsBarred", "textChinese": "一律谢绝访客", "decision": "1号",
            ]
            #expect(try await site.post("/desk/measures/add", as: office, common).location == "/desk/measures")
            #expect(try await site.post("/desk/measures/add", as: worker, common).status == .forbidden)
            let besides = [
                "compound": GateRoom.compound.text, "kind": "visitorsRegistered", "textChinese": "访客登记",
                "textEnglish": "Visitors sign in", "decision": "2号", "to": "2020-02-20",
            ]
            #expect(try await site.post("/desk/measures/add", as: worker, besides).location == Self.sheet)
            let page = try await site.get(Self.sheet, as: worker)
            #expect(page.text.contains("一律谢绝访客") && page.text.contains("访客登记"))
            #expect(page.text.contains("互相矛盾"), "one bars visitors, one lets them in")
            let notice = try await site.get("\(Self.sheet)/notice", as: worker, in: .english)
            #expect(notice.text.contains("Visitors sign in") && notice.text.contains("2020-02-21"))
            let list = try await site.get("/desk/measures", as: office, in: .english)
            #expect(list.text.contains("all compounds") && list.text.contains("柳荫新苑"))
            let end = try #require(page.text.firstMatch(of: /\/desk\/measures\/[0-9a-f-]+\/end/)).output
            #expect(
                try await site.post(String(end), as: worker).status == .notFound,
                "the township's is not the committee's"
            )
            let neighbour = try await site.token(.communityWorker, at: Net.neighbour)
            #expect(try await site.get(Self.sheet, as: neighbour).status == .notFound)
            let api = try await site.get("/api/v1/compounds/\(GateRoom.compound)/measures", as: worker)
            #expect(api.text.contains("\"conflicts\":[{") && api.text.contains("visitorsRegistered"))
            let before = "/api/v1/compounds/\(GateRoom.compound)/measures?at=2020-02-09T12:00:00%2B08:00"
            let empty = try await site.get(before, as: worker).text
            #expect(empty.contains("\"common\":[]") && empty.contains("\"besides\":[]"))
        }
    }

    @Test func `what is missing is said at its field`() async throws {
        try await SiteHarness.run { site in
            let token = try await site.token(.communityWorker)
            #expect(try await site.get("/desk/measures/add", as: token).text.contains("name=\"place\""))
            let form = ["place": Net.committee.text, "kind": "other", "decision": "1号"]
            let empty = try await site.post("/desk/measures/add", as: token, form)
            #expect(empty.status == .unprocessableContent && empty.text.contains("textChinese-error"))
            let late = form.merging(["textChinese": "措施", "from": "2020-02-12", "to": "2020-02-10"]) { $1 }
            #expect(try await site.post("/desk/measures/add", as: token, late).text.contains("to-error"))
            let ghost = form.merging(["compound": "01900000-0000-7000-8000-000000000009"]) { $1 }
            #expect(try await site.post("/desk/measures/add", as: token, ghost).status == .notFound)
        }
    }
}
