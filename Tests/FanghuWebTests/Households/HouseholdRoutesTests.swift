import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Store
import Testing

/// The register of households as a worker fills it in.
struct HouseholdRoutesTests {
    static let dwelling = PlaceID(checked: "00000000-0000-7000-8000-0000000000d1")

    static func furnish(_ site: SiteHarness) async throws {
        try await site.net.database.write { connection in
            let building = PlaceID(checked: "00000000-0000-7000-8000-00000000b001")
            try connection.execute(
                """
                INSERT INTO building (committee, id, compound, address_key, address, sort_key)
                VALUES (\(Net.committee), \(building), NULL, 'b', '愚园路1弄2号', 'b')
                """
            )
            try connection.execute(
                """
                INSERT INTO dwelling (committee, id, building, compound, address_key, address, room, sort_key, created_at)
                VALUES (\(Net.committee), \(dwelling), \(building), NULL, 'd', '愚园路1弄2号301室', '301', 'd', 0)
                """
            )
            let deltas = [Indicator.dwellings, .placesUncovered]
                .map { CounterDelta(Net.committee, $0, on: site.net.time.now.day) }
            try Counters.apply(deltas, on: connection)
        }
    }

    @Test func `a dwelling is said to be away, stands in its list, and its people stay masked`() async throws {
        try await SiteHarness.run { site in
            try await Self.furnish(site)
            let worker = try await site.token(.communityWorker)
            let path = "/desk/households/\(Self.dwelling)"
            let before = try await site.get("/desk/households?part=unknown", as: worker, in: .english)
            #expect(before.text.contains(path) && before.text.contains("Unknown"))
            let form = [
                "presence": "away", "expectedReturn": "2020-02-12", "origin": "湖北武汉", "living": "3", "away": "3",
                "head": "测试甲", "phone": "13800138000", "withPolice": "yes",
            ]
            #expect(try await site.post(path, as: worker, form).status == .seeOther)
            let page = try await site.get(path, as: worker, in: .english)
            #expect(page.text.contains("2020-02-12") && page.text.contains("Together with the police"))
            #expect(page.text.contains("测**") && !page.text.contains("测试甲") && !page.text.contains("13800138000"))
            #expect(try await site.get("/desk/households?part=away", as: worker).text.contains(path))
            let notice = try await site.post(path + "/notice", as: worker, ["receipt": "第 12 号"])
            #expect(notice.status == .seeOther)
            #expect(try await site.get(path, as: worker).text.contains("第 12 号"))
        }
    }

    @Test(
        arguments: [
            [:], ["presence": "nowhere"], ["presence": "vacant"], ["presence": "vacant", "evidence": "meter"],
            ["presence": "vacant", "evidence": "meter", "recheckOn": "2020-02-30"],
            ["presence": "living", "tenure": "letting"], ["presence": "living", "living": "x"],
            ["presence": "living", "living": "1", "away": "2"], ["presence": "living", "phone": "12"],
            ["presence": "living", "remarks": String(repeating: "长", count: 600)],
        ]
    )
    func `what cannot be is refused on the page`(form: [String: String]) async throws {
        try await SiteHarness.run { site in
            try await Self.furnish(site)
            let answer = try await site.post(
                "/desk/households/\(Self.dwelling)",
                as: site.token(.communityWorker),
                form
            )
            #expect(answer.status == .unprocessableContent && answer.text.contains("error-summary"))
        }
    }

    @Test func `a batch is answered one by one, and a field changed by another names itself`() async throws {
        try await SiteHarness.run { site in
            try await Self.furnish(site)
            let worker = try await site.token(.communityWorker)
            func change(_ number: Int, _ rest: String) -> String {
                #"{"id":"01900000-0000-7000-8000-00000000000\#(number)","dwelling":"\#(Self.dwelling)",\#(rest)}"#
            }
            let body = [
                change(1, #""presence":"living","living":2"#), change(2, #""basedOn":1,"living":3"#),
                change(3, #""basedOn":1,"living":4"#), change(1, #""presence":"living","living":2"#),
            ]
            let answer = try await site.post(
                "/api/v1/households",
                as: worker,
                json: #"{"changes":[\#(body.joined(separator: ","))]}"#
            )
            #expect(answer.status == .ok)
            #expect(answer.text.contains(#""conflicts":["living"]"#) && answer.text.contains("household.conflict"))
            #expect(answer.text.matches(of: /"version":/).count == 3)
            let list = try await site.get("/api/v1/households?part=all", as: worker)
            #expect(list.text.contains(#""living":3"#) && !list.text.contains("测试"))
        }
    }
}
