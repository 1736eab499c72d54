import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// A ledger on its way through the desk.
struct LedgerRoutesTests {
    static let ledger = """
        住户情况表,,
        地址,居住,备考
        愚园路1弄2号301室,在住,甲
        愚园路1弄2号302室,外出,乙
        愚园路1弄2号303室,哪里,丙
        """

    static func send(
        _ site: SiteHarness,
        _ text: String,
        as token: String,
        kind: String = "households",
        of committee: DivisionID = Net.committee
    ) async throws -> Answer {
        let parts = ["kind": kind, "committee": committee.text]
            .map { "--xyz\r\nContent-Disposition: form-data; name=\"\($0.key)\"\r\n\r\n\($0.value)\r\n" }.joined()
        let file =
            "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../台账.csv\"\r\n\r\n\(text)\r\n--xyz--\r\n"
        return try await site.upload("/desk/imports", as: token, parts + file, boundary: "xyz")
    }

    @Test func `a ledger is sent, its columns are put right, it is taken in and taken back`() async throws {
        try await SiteHarness.run { site in
            let worker = try await site.token(.communityWorker)
            let sent = try await Self.send(site, Self.ledger, as: worker)
            let path = try #require(sent.location)
            #expect(sent.status == .seeOther && path.hasPrefix("/desk/imports/"))
            let page = try await site.get(path, as: worker, in: .english)
            #expect(page.text.contains("愚园路1弄2号301室") && page.text.contains("not imported"))
            let columns = ["column-A": "address", "column-B": "presence", "column-C": "remarks"]
            let again = try await site.post(path, as: worker, columns.merging(["act": "preview"]) { one, _ in one })
            #expect(again.status == .ok && again.text.contains("哪里"))
            let done = try await site.post(path, as: worker, columns.merging(["act": "import"]) { one, _ in one })
            #expect(done.status == .seeOther && done.location == "/desk/imports")
            #expect(try await site.get(path, as: worker).status == .notFound, "the file is kept no longer")
            let list = try await site.get("/desk/imports", as: worker)
            let undo = try #require(list.text.firstMatch(of: #/action="(\/desk\/imports\/[^"]+\/undo)"/#)).output.1
            #expect(try await site.net.households.list(for: site.net.staff(.communityWorker)).lines.count == 2)
            #expect(try await site.post(String(undo), as: worker).status == .seeOther)
            #expect(try await site.net.households.list(for: site.net.staff(.communityWorker)).lines.isEmpty)
            #expect(try await site.post(String(undo), as: worker).status == .conflict)
        }
    }

    @Test func `what is no ledger, no kind or no committee of one's own is refused on the page`() async throws {
        try await SiteHarness.run { site in
            let worker = try await site.token(.communityWorker)
            #expect(try await Self.send(site, "", as: worker).status == .unprocessableContent)
            #expect(try await Self.send(site, "\u{1}\u{0}\u{2}", as: worker).status == .unprocessableContent)
            #expect(try await Self.send(site, Self.ledger, as: worker, kind: "x").status == .unprocessableContent)
            #expect(try await Self.send(site, Self.ledger, as: worker, of: Net.neighbour).status == .forbidden)
            let head = try await site.token(.buildingHead)
            #expect(try await Self.send(site, Self.ledger, as: head).status == .forbidden)
            let sent = try await Self.send(site, "甲,乙\n1,2\n", as: worker)
            let page = try await site.get(try #require(sent.location), as: worker)
            #expect(page.status == .ok && page.text.contains("error-summary"), "a person can say what the columns are")
        }
    }

    @Test func `another person's file is not there`() async throws {
        try await SiteHarness.run { site in
            let sent = try await Self.send(site, Self.ledger, as: site.token(.communityWorker))
            let path = try #require(sent.location)
            #expect(try await site.get(path, as: site.token(.director)).status == .notFound)
            #expect(try await site.get(path, as: site.token(.communityWorker, at: Net.stranger)).status == .notFound)
        }
    }
}
