import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Store
import Testing

/// Coverage as a worker cuts it and a building head reports on it.
struct CoverageRoutesTests {
    /// Two shops of a road in the committee.
    static func shops(_ site: SiteHarness) async throws {
        try await site.net.database.write { connection in
            for number in [8, 9] {
                let id = PlaceID(checked: "00000000-0000-7000-8000-0000000000e\(number)")
                try connection.execute(
                    """
                    INSERT INTO premises (committee, id, kind, name, address, created_at)
                    VALUES (\(Net.committee), \(id), 'streetShop', '小店', \("愚园路\(number)号"), 0)
                    """
                )
            }
            let deltas = [Indicator.premises, .placesUncovered]
                .map { CounterDelta(Net.committee, $0, on: site.net.time.now.day, by: 2) }
            try Counters.apply(deltas, on: connection)
        }
    }

    static let form = [
        "committee": Net.committee.text, "scheme": "streetBlock", "name": "愚园路双号", "road": "愚园路", "side": "even",
    ]

    @Test func `a stretch of street is cut, named, reported on and handed over`() async throws {
        try await SiteHarness.run { site in
            try await Self.shops(site)
            let worker = try await site.token(.communityWorker)
            let head = try await site.net.staff(.buildingHead)
            let headToken = try await site.token(of: head)
            let gaps = try await site.get("/desk/coverage?part=uncovered", as: worker)
            #expect(gaps.text.contains("愚园路8号") && gaps.text.contains("愚园路9号"))
            let made = try await site.post("/desk/coverage/add", as: worker, Self.form)
            #expect(made.status == .seeOther)
            let path = try #require(made.location?.split(separator: "?").first.map(String.init))
            let page = try await site.get(path, as: worker, in: .english)
            #expect(page.text.contains("愚园路8号") && !page.text.contains("愚园路9号"))
            #expect(page.text.contains("nobody"), "without an owner it is an alarm")
            #expect(try await site.get("/desk?kind=nameOwner", as: worker).text.contains(path))
            #expect(try await site.get(path, as: headToken).status == .forbidden)
            let account = try #require(head.account).text
            #expect(try await site.post("\(path)/handOver", as: worker, ["owner": account]).status == .seeOther)
            #expect(try await site.get("/desk/coverage/mine", as: headToken).text.contains(path))
            let nothing = try await site.post("\(path)/report", as: headToken)
            #expect(nothing.status == .unprocessableContent)
            let report = ["heard": "00000000-0000-7000-8000-0000000000e8", "problem": "店主返沪未登记"]
            #expect(try await site.post("\(path)/report", as: headToken, report).status == .seeOther)
            let unheard = try await site.get("/desk/coverage?part=unheard", as: worker)
            #expect(!unheard.text.contains("愚园路8号") && unheard.text.contains("愚园路9号"))
            let report2 = try await VerificationService(database: site.net.database).verify()
            #expect(report2.differences == [] && report2.violations == [])
        }
    }

    @Test func `a cut that takes nothing, a name twice and a form half filled are told in place`() async throws {
        try await SiteHarness.run { site in
            try await Self.shops(site)
            let worker = try await site.token(.communityWorker)
            var form = Self.form
            form["road"] = "无此路"
            #expect(try await site.post("/desk/coverage/add", as: worker, form).status == .unprocessableContent)
            form["road"] = ""
            #expect(try await site.post("/desk/coverage/add", as: worker, form).status == .unprocessableContent)
            #expect(try await site.post("/desk/coverage/add", as: worker, Self.form).status == .seeOther)
            #expect(try await site.post("/desk/coverage/add", as: worker, Self.form).status == .conflict)
            var foreign = Self.form
            foreign["committee"] = Net.neighbour.text
            #expect(try await site.post("/desk/coverage/add", as: worker, foreign).status == .forbidden)
        }
    }

    @Test func `every tab opens in both languages`() async throws {
        try await SiteHarness.run { site in
            _ = try await RouteSubjects.made(on: site)
            let worker = try await site.token(.communityWorker)
            for part in ["pieces", "unowned", "uncovered", "unheard", "overlapping", "loads", "areas"] {
                for language in Language.allCases {
                    let page = try await site.get("/desk/coverage?part=\(part)", as: worker, in: language)
                    #expect(page.status == .ok, "\(part)")
                }
            }
        }
    }

    @Test func `programs read pieces and gaps and report once`() async throws {
        try await SiteHarness.run { site in
            let subjects = try await RouteSubjects.made(on: site)
            let worker = try await site.token(.communityWorker)
            let pieces = try await site.get("/api/v1/coverage/pieces", as: worker)
            #expect(pieces.text.contains(subjects.piece.text) && pieces.text.contains("\"unheard\":1"))
            #expect(try await site.get("/api/v1/coverage/pieces?unowned=1", as: worker).text.contains("\"pieces\":[]"))
            let body = """
                {"id":"01900000-0000-7000-8000-0000000000d1","piece":"\(subjects.piece)",
                 "heard":["00000000-0000-7000-8000-0000000000c1"]}
                """
            for _ in 0..<2 {
                let answer = try await site.post("/api/v1/coverage/reports", as: worker, json: body)
                #expect(answer.status == .created && answer.text.contains("\"heard\":1"))
            }
            let gaps = try await site.get("/api/v1/coverage/gaps?gap=unheard", as: worker)
            #expect(gaps.text.contains("\"total\":0"))
            #expect(try await site.get("/api/v1/coverage/gaps?gap=all", as: worker).code == "edge.malformedField")
        }
    }
}
