import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Store
import Testing

/// What a worker does with pieces that are there: take in, move, merge, put under an area, send reports on.
struct CoverageActTests {
    static let west = "00000000-0000-7000-8000-0000000000e8"
    static let east = "00000000-0000-7000-8000-0000000000e9"

    /// Two shops: one at 121.42, 31.22, the other east of it at 121.46.
    static func shops(_ site: SiteHarness) async throws {
        try await CoverageRoutesTests.shops(site)
        try await site.net.database.write { connection in
            for (id, longitude) in [(west, 121.42), (east, 121.46)] {
                try connection.execute(
                    """
                    UPDATE premises SET longitude = \(longitude), latitude = 31.22
                    WHERE committee = \(Net.committee) AND id = \(id)
                    """
                )
            }
        }
    }

    /// Cuts a piece by a form and answers its address.
    static func cut(
        _ site: SiteHarness,
        _ name: String,
        _ fields: [String: String],
        as token: String
    ) async throws
        -> String
    {
        let base = ["committee": Net.committee.text, "scheme": "streetBlock", "name": name]
        let made = try await site.post("/desk/coverage/add", as: token, base.merging(fields) { $1 })
        #expect(made.status == .seeOther, "\(name)")
        return try #require(made.location?.split(separator: "?").first.map(String.init))
    }

    @Test func `a piece is cut by an outline of the map and another by a list of addresses`() async throws {
        try await SiteHarness.run { site in
            try await Self.shops(site)
            let worker = try await site.token(.communityWorker)
            let outline = "121.40，31.20\n121.44, 31.20\n121.44 31.24\n121.40 31.24"
            let path = try await Self.cut(site, "西段", ["outline": outline], as: worker)
            let page = try await site.get(path, as: worker)
            #expect(page.text.contains("愚园路8号") && !page.text.contains("愚园路9号"))
            let list = try await Self.cut(site, "名单块", ["addresses": "愚园路9号\n\n"], as: worker)
            #expect(try await site.get(list, as: worker).text.contains("愚园路9号"))
        }
    }

    @Test(arguments: ["121.40，31.20", "a b\n1 2\n3 4", "121 31\n121 31\n121 31", "200 31\n121 32\n121 33"])
    func `an outline that is none is told at its field`(outline: String) async throws {
        try await SiteHarness.run { site in
            try await Self.shops(site)
            let worker = try await site.token(.communityWorker)
            var form = CoverageRoutesTests.form
            form["road"] = ""
            form["outline"] = outline
            let answer = try await site.post("/desk/coverage/add", as: worker, form)
            #expect(answer.status == .unprocessableContent && answer.text.contains("href=\"#outline\""))
        }
    }

    @Test func `a list names every address that the register lacks, and takes none of it`() async throws {
        try await SiteHarness.run { site in
            try await Self.shops(site)
            let worker = try await site.token(.communityWorker)
            var form = CoverageRoutesTests.form
            form["road"] = ""
            form["addresses"] = "愚园路9号\n愚园路77号"
            let answer = try await site.post("/desk/coverage/add", as: worker, form)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("愚园路77号") && answer.text.contains("href=\"#addresses\""))
            let gaps = try await site.get("/api/v1/coverage/gaps", as: worker)
            #expect(gaps.text.contains(Self.west) && gaps.text.contains(Self.east))
        }
    }

    @Test func `places move, pieces merge and go under an area, and the page tells where they came from`() async throws
    {
        try await SiteHarness.run { site in
            try await Self.shops(site)
            let worker = try await site.token(.communityWorker)
            let even = try await Self.cut(site, "双号", ["road": "愚园路", "side": "even"], as: worker)
            let odd = try await Self.cut(site, "单号", ["road": "愚园路", "side": "odd"], as: worker)
            let oddID = try #require(odd.split(separator: "/").last.map(String.init))
            let evenID = try #require(even.split(separator: "/").last.map(String.init))
            let moved = try await site.post("\(even)/moveTicked", as: worker, ["heard": Self.west, "target": oddID])
            #expect(moved.status == .seeOther)
            #expect(try await site.get(odd, as: worker).text.contains("愚园路8号"))
            let refused = try await site.post("\(even)/put", as: worker, ["addresses": "愚园路8号"])
            #expect(refused.status == .conflict, "another piece has it and nobody said to take it")
            let taken = ["addresses": "愚园路8号", "taking": "yes"]
            #expect(try await site.post("\(even)/put", as: worker, taken).status == .seeOther)
            #expect(try await site.post("\(even)/merge", as: worker, ["others": oddID]).status == .seeOther)
            let page = try await site.get(even, as: worker, in: .english)
            #expect(page.text.contains("愚园路8号") && page.text.contains("愚园路9号"))
            #expect(page.text.contains("Took places from") && page.text.contains("单号"))
            let ended = try await site.get(odd, as: worker, in: .english)
            #expect(ended.text.contains("Gave places to") && !ended.text.contains("\(odd)/report"))
            #expect(
                try await site.post("\(even)/merge", as: worker, ["others": evenID]).status == .unprocessableContent
            )
            let area = try await site.post(
                "/desk/coverage/areas/add",
                as: worker,
                ["committee": Net.committee.text, "name": "东片"]
            )
            let areaPath = try #require(area.location?.split(separator: "?").first.map(String.init))
            let areaID = try #require(areaPath.split(separator: "/").last.map(String.init))
            #expect(try await site.get(areaPath, as: worker).text.contains(evenID), "it can be put under the area")
            let put = try await site.post(areaPath, as: worker, ["act": "move", "pieces": evenID])
            #expect(put.status == .seeOther)
            let areas = try await site.get("/desk/coverage?part=areas", as: worker)
            #expect(areas.text.contains("东片") && areas.text.contains(">2</td>"))
            #expect(try await site.post("\(even)/toArea", as: worker, ["area": ""]).status == .seeOther)
            #expect(try await site.get(areaPath, as: worker).text.contains("value=\"\(evenID)\""))
            let none = try await site.post(areaPath, as: worker, ["act": "move"])
            #expect(none.status == .unprocessableContent && !areaID.isEmpty)
            try await verify(site)
        }
    }

    @Test func `a report waits for the area head, then for the committee; a skipped level needs its reason`()
        async throws
    {
        try await SiteHarness.run { site in
            try await Self.shops(site)
            let chain = try await Chain(site)
            let report = "/desk/coverage/reports/\(chain.report)"
            let waiting = try await site.get("/desk/coverage/reports", as: chain.areaHead)
            #expect(waiting.text.contains(report) && waiting.text.contains("店主返沪未登记"))
            #expect(try await !site.get("/desk/coverage/reports", as: chain.head).text.contains(report))
            #expect(try await site.post(report, as: chain.head).status == .forbidden)
            let worker = try await site.get("/desk/coverage/reports", as: chain.worker, in: .english)
            #expect(worker.text.contains("Say why these are skipped: Area head"))
            let silent = try await site.post(report, as: chain.worker, ["level": "buildingHead"])
            #expect(silent.status == .unprocessableContent && silent.text.contains("id=\"note\""))
            #expect(try await site.post(report, as: chain.areaHead).status == .seeOther)
            #expect(try await site.post(report, as: chain.areaHead).status == .conflict, "it has passed")
            let next = try await site.get("/desk/coverage/reports?level=areaHead", as: chain.worker)
            #expect(next.text.contains(report) && !next.text.contains("name=\"note\""))
            let office = try await site.token(.preventionOffice, at: Net.township)
            #expect(try await site.post(report, as: office, ["note": "居委停电"]).status == .seeOther)
            let page = try await site.get(chain.piece, as: chain.worker, in: .english)
            #expect(page.text.contains("居委停电") && page.text.contains("Township prevention office"))
            let foreign = try await site.token(.preventionOffice, at: Net.stranger)
            #expect(try await site.post(report, as: foreign).status == .notFound)
        }
    }

    @Test func `a program hands a piece and an area over, with a note and to somebody who serves there`() async throws {
        try await SiteHarness.run { site in
            try await Self.shops(site)
            let chain = try await Chain(site)
            let next = try #require(try await site.net.staff(.secondedCadre).account)
            func answer(_ body: String) async throws -> Answer {
                try await site.post("/api/v1/coverage/hand-overs", as: chain.worker, json: body)
            }
            let silent = try await answer(#"{"area":"\#(chain.area)","to":"\#(next)"}"#)
            #expect(silent.status == .unprocessableContent && silent.code == "coverage.noteMissing")
            let done = try await answer(#"{"area":"\#(chain.area)","to":"\#(next)","note":"三户待访"}"#)
            #expect(done.status == .ok && done.text.contains("\"to\":\"\(next)\"") && done.text.contains("\"tasks\":0"))
            let again = try await answer(#"{"area":"\#(chain.area)","to":"\#(next)","note":"三户待访"}"#)
            #expect(again.status == .conflict && again.code == "coverage.ownsAlready")
            let nobody = try await answer(#"{"to":"\#(next)"}"#)
            #expect(nobody.code == "edge.missingField")
            let both = try await answer(#"{"piece":"\#(chain.pieceID)","area":"\#(chain.area)","to":"\#(next)"}"#)
            #expect(both.code == "edge.malformedField")
            let piece = try await answer(#"{"piece":"\#(chain.pieceID)","to":"\#(next)","note":"换人"}"#)
            #expect(piece.status == .ok && piece.text.contains("\"from\""))
            let stranger = try #require(try await site.net.staff(.buildingHead, at: Net.stranger).account)
            let unfit = try await answer(#"{"piece":"\#(chain.pieceID)","to":"\#(stranger)","note":"换人"}"#)
            #expect(unfit.code == "coverage.ownerUnknown")
        }
    }

    /// A piece in an area, its head and area head, and a report with a problem.
    struct Chain {
        let worker: String
        let areaHead: String
        let head: String
        let piece: String
        let pieceID: String
        let area: CoverageAreaID
        let report: CoverageReportID

        init(_ site: SiteHarness) async throws {
            let keeper = try await site.net.staff(.communityWorker)
            let (lead, reporter) = (try await site.net.staff(.areaHead), try await site.net.staff(.buildingHead))
            worker = try await site.token(of: keeper)
            areaHead = try await site.token(of: lead)
            head = try await site.token(of: reporter)
            let area = try await site.net.coverage.addArea("东片", in: Net.committee, head: lead.account, by: keeper)
            let draft = CoveragePiece.Draft(
                committee: Net.committee,
                scheme: .streetBlock,
                name: "愚园路",
                area: area.id,
                owner: reporter.account,
                cut: .street(StreetRange(road: "愚园路", numbers: 1...99))
            )
            let made = try await site.net.coverage.addPiece(draft, by: keeper)
            let shop = try #require(PlaceID(CoverageActTests.west))
            let report = CoverageReportDraft(
                id: site.net.time.context.newID(),
                piece: made.id,
                heard: [shop],
                problem: "店主返沪未登记"
            )
            self.report = try await site.net.coverage.report(report, by: reporter).id
            self.area = area.id
            pieceID = made.id.text
            piece = "/desk/coverage/pieces/\(made.id)"
        }
    }

    private func verify(_ site: SiteHarness) async throws {
        let report = try await VerificationService(database: site.net.database).verify()
        #expect(report.differences == [] && report.violations == [])
    }
}
