import Fanghu
import FanghuTesting
import FanghuWeb
import Foundation
import HTTPTypes
import Testing

/// Campaigns at the desk and on the phone.
struct CanvassRoutesTests {
    static let plan = [
        "place": "310105002001", "title": "二月集中排摸", "titleEnglish": "February canvass", "kinds": "dwelling",
        "from": "2020-02-10", "to": "2020-02-20", "areas": "西片\r\n东片",
    ]

    /// An open campaign over three dwellings.
    static func campaign(_ site: SiteHarness, wantsReceipt: Bool = false) async throws -> CanvassCampaign {
        let room = CanvassRoom(site.net)
        try await room.addDwellings(1..<4)
        return try await room.open(wantsReceipt: wantsReceipt)
    }

    static func path(_ campaign: CanvassCampaign, _ rest: String = "") -> String {
        "/desk/canvass/\(campaign.id)\(rest)"
    }

    static func door(_ campaign: CanvassCampaign, _ number: Int) -> String {
        path(campaign, "/doors/\(CanvassRoom.place(number))")
    }

    @Test func `a plan is made, opened, and what came later is taken in`() async throws {
        try await SiteHarness.run { site in
            let room = CanvassRoom(site.net)
            try await room.addDwellings(1..<4)
            let token = try await site.token(.director)
            let asked = try await site.get("/desk/canvass/add", as: token)
            #expect(asked.text.contains("310105002001") && asked.text.contains("value=\"2020-02-10\""))
            let made = try await site.post("/desk/canvass/add", as: token, Self.plan)
            let path = try #require(made.location)
            let planned = try await site.get(path, as: token)
            #expect(planned.text.contains("\(path)/open") && !planned.text.contains("\(path)/teams"))
            #expect(try await site.post("\(path)/open", as: token).status == .seeOther)
            #expect(try await site.post("\(path)/open", as: token).status == .conflict, "opened once")
            try await room.addDwellings(4..<6)
            let open = try await site.get(path, as: token, in: .english)
            #expect(open.text.contains("2 places of the register") && open.text.contains("\(path)/take-in"))
            #expect(try await site.post("\(path)/take-in", as: token).status == .seeOther)
            #expect(try await !site.get(path, as: token).text.contains("take-in"))
            let list = try await site.get("/desk/canvass", as: token, in: .english)
            #expect(list.text.contains("February canvass") && list.text.contains("\(path)/next"))
        }
    }

    @Test func `what a plan lacks is said at its field, with all answers kept`() async throws {
        try await SiteHarness.run { site in
            let token = try await site.token(.director)
            var form = Self.plan
            form["kinds"] = nil
            let kindless = try await site.post("/desk/canvass/add", as: token, form)
            #expect(kindless.status == .unprocessableContent && kindless.text.contains("kinds-error"))
            #expect(kindless.text.contains("value=\"二月集中排摸\"") && kindless.text.contains("西片"))
            let backward = Self.plan.merging(["to": "2020-02-01"]) { $1 }
            #expect(try await site.post("/desk/canvass/add", as: token, backward).text.contains("to-error"))
            let elsewhere = Self.plan.merging(["place": "310105002002"]) { $1 }
            #expect(try await site.post("/desk/canvass/add", as: token, elsewhere).status == .forbidden)
        }
    }

    @Test func `the next door takes what came of it by one button, and leads on`() async throws {
        try await SiteHarness.run { site in
            let campaign = try await Self.campaign(site, wantsReceipt: true)
            let token = try await site.token(.communityWorker)
            let first = try await site.get(Self.path(campaign, "/next"), as: token)
            #expect(first.text.contains("2号1室") && first.text.contains("剩 3 户"))
            for outcome in CanvassVisit.Outcome.allCases {
                #expect(first.text.contains("name=\"outcome\" value=\"\(outcome.rawValue)\""))
            }
            let id = try #require(first.hidden("id"))
            let form = ["id": id, "outcome": "met", "receipt": "signature"]
            let sent = try await site.post(Self.door(campaign, 1), as: token, form)
            #expect(sent.location == Self.path(campaign, "/next"))
            #expect(try await site.post(Self.door(campaign, 1), as: token, form).location == sent.location)
            let second = try await site.get(Self.path(campaign, "/next"), as: token, in: .english)
            #expect(second.text.contains("2号2室") && second.text.contains("2 left"))
            let skipped = try #require(second.text.firstMatch(of: /\/next\?after=[^"]+/)).output
            let third = try await site.get(Self.path(campaign, String(skipped)), as: token)
            #expect(third.text.contains("2号3室"))
            let done = try await site.get(Self.door(campaign, 1), as: token)
            #expect(done.text.contains("已完成") && done.text.contains("当面签收") && !done.text.contains("/explain"))
        }
    }

    @Test func `away and vacant say what they lack, and a receipt of nobody is not taken`() async throws {
        try await SiteHarness.run { site in
            let campaign = try await Self.campaign(site)
            let token = try await site.token(.communityWorker)
            let page = try await site.get(Self.door(campaign, 1), as: token)
            let id = try #require(page.hidden("id"))
            let away = try await site.post(Self.door(campaign, 1), as: token, ["id": id, "outcome": "away"])
            #expect(away.status == .unprocessableContent && away.text.contains("origin-error"))
            #expect(away.hidden("id") == id, "the form keeps its id")
            let vacant = try await site.post(Self.door(campaign, 1), as: token, ["id": id, "outcome": "vacant"])
            #expect(vacant.text.contains("evidence-error"))
            let none = try await site.post(Self.door(campaign, 1), as: token, ["id": id, "outcome": ""])
            #expect(none.status == .unprocessableContent, "Enter in a field is no outcome")
            let form = ["id": id, "outcome": "vacant", "evidence": "meter", "recheckOn": "2020-02-20"]
            #expect(try await site.post(Self.door(campaign, 1), as: token, form).status == .seeOther)
            #expect(try await site.get("/desk/households?part=vacant", as: token).text.contains("2号1室"))
        }
    }

    @Test func `a notice is posted, found torn, and stands on the work list with its door`() async throws {
        try await SiteHarness.run { site in
            let campaign = try await Self.campaign(site)
            let token = try await site.token(.communityWorker)
            let marker = Self.door(campaign, 2) + "/marker"
            #expect(try await site.post(marker, as: token, ["event": "posted"]).status == .conflict)
            _ = try await site.post(Self.door(campaign, 2), as: token, ["outcome": "nobody"])
            for event in ["posted", "intact", "torn"] {
                #expect(try await site.get(Self.door(campaign, 2), as: token).text.contains("value=\"\(event)\""))
                #expect(try await site.post(marker, as: token, ["event": event]).status == .seeOther)
            }
            let marked = try await site.get("/desk/canvass/markers", as: token, in: .english)
            #expect(marked.text.contains("2号2室") && marked.text.contains("torn"))
            let tasks = try await site.get("/desk", as: token)
            #expect(tasks.text.contains("空门记号被撕") && tasks.text.contains(Self.door(campaign, 2)))
        }
    }

    @Test func `teams are made and doors given to them in one act`() async throws {
        try await SiteHarness.run { site in
            let campaign = try await Self.campaign(site)
            let token = try await site.token(.director)
            let worker = try #require(try await site.net.staff(.communityWorker).account)
            let page = try await site.get(Self.path(campaign, "/teams"), as: token)
            #expect(page.text.contains(worker.text))
            let form = ["name": "一组", "members": worker.text, "heads": "2"]
            #expect(try await site.post(Self.path(campaign, "/teams"), as: token, form).status == .seeOther)
            #expect(try await site.post(Self.path(campaign, "/teams"), as: token, form).status == .conflict)
            #expect(try await site.get(Self.path(campaign, "/teams"), as: token).text.contains("communityWorker"))
            let assign = Self.path(campaign, "/assign")
            let nothing = try await site.post(assign, as: token, ["street": "柳荫路"])
            #expect(nothing.status == .unprocessableContent && nothing.text.contains("team-error"))
            let asked = try await site.get(assign, as: token)
            let team = try #require(asked.text.firstMatch(of: /<option value="([0-9a-f-]{36})"/)).output.1
            let wrong = try await site.post(assign, as: token, ["street": "兰溪路", "team": String(team)])
            #expect(wrong.text.contains("street-error"))
            let given = try await site.post(assign, as: token, ["street": "柳荫路", "team": String(team)])
            #expect(given.location == Self.path(campaign))
            #expect(try await site.get(Self.path(campaign), as: token).text.contains("一组"))
        }
    }

    @Test func `a campaign ends only when nothing is left, and says what is`() async throws {
        try await SiteHarness.run { site in
            let campaign = try await Self.campaign(site)
            let director = try await site.token(.director)
            let secretary = try await site.token(.secretary)
            for number in 1...2 {
                _ = try await site.post(Self.door(campaign, number), as: director, ["outcome": "met"])
            }
            let early = try await site.post(Self.path(campaign, "/close"), as: director)
            #expect(early.status == .conflict && early.text.contains("还有 1 处") && early.text.contains("2号3室"))
            let reason = ["reason": "房屋已拆除"]
            #expect(try await site.post(Self.door(campaign, 3) + "/explain", as: director, [:]).status.code == 422)
            let sent = try await site.post(Self.door(campaign, 3) + "/explain", as: director, reason)
            #expect(sent.status == .seeOther)
            let own = try await site.get(Self.path(campaign, "/close"), as: director)
            #expect(own.text.contains("房屋已拆除") && !own.text.contains("/confirm"))
            let other = try await site.get(Self.path(campaign, "/close"), as: secretary)
            let confirm = try #require(other.text.firstMatch(of: /\/desk\/canvass\/explanations\/[0-9a-f-]+\/confirm/))
            #expect(try await site.post(String(confirm.output), as: director).status == .forbidden)
            #expect(try await site.post(String(confirm.output), as: secretary).status == .seeOther)
            #expect(try await site.post(Self.path(campaign, "/close"), as: secretary).status == .seeOther)
            #expect(try await site.get(Self.path(campaign), as: director).text.contains("已结束"))
            #expect(try await site.get(Self.path(campaign, "/next"), as: director).text.contains("未开始或已结束"))
        }
    }

    @Test func `the list is narrowed by state`() async throws {
        try await SiteHarness.run { site in
            let campaign = try await Self.campaign(site)
            let token = try await site.token(.communityWorker)
            _ = try await site.post(Self.door(campaign, 1), as: token, ["outcome": "refused"])
            let refused = try await site.get(Self.path(campaign, "/targets?state=refused"), as: token)
            #expect(refused.text.contains("2号1室") && !refused.text.contains("2号2室"))
            let open = try await site.get(Self.path(campaign, "/targets?state=open"), as: token, in: .english)
            #expect(open.text.contains("2号3室") && open.text.contains("refused"))
            #expect(try await site.get(Self.path(campaign, "/targets?state=lost"), as: token).status.code == 422)
        }
    }

    @Test(arguments: Role.allCases)
    func `R-PRIV-05: nobody of another territory reaches a campaign or a door`(role: Role) async throws {
        try await SiteHarness.run { site in
            let campaign = try await Self.campaign(site)
            for place in [Net.stranger, Net.neighbour] {
                let token = try await site.token(role, at: place)
                for path in ["", "/targets", "/teams", "/assign", "/next", "/close"] {
                    let answer = try await site.get(Self.path(campaign, path), as: token)
                    #expect([.forbidden, .notFound].contains(answer.status), "\(path): \(answer.status)")
                }
                for path in ["", "/marker", "/explain"] {
                    let form = ["outcome": "met", "event": "posted", "reason": "x"]
                    let answer = try await site.post(Self.door(campaign, 1) + path, as: token, form)
                    #expect([.forbidden, .notFound].contains(answer.status), "\(path): \(answer.status)")
                }
                for path in ["/open", "/take-in", "/teams", "/assign", "/close"] {
                    let answer = try await site.post(Self.path(campaign, path), as: token)
                    #expect([.forbidden, .notFound].contains(answer.status), "\(path): \(answer.status)")
                }
            }
        }
    }

    @Test func `a building head walks their own doors and opens no other`() async throws {
        try await SiteHarness.run { site in
            let campaign = try await Self.campaign(site)
            let head = try await site.net.staff(.buildingHead)
            _ = try await site.net.coverage.addPiece(
                CoveragePiece.Draft(
                    committee: Net.committee,
                    scheme: .buildingGroup,
                    name: "2号",
                    owner: head.account,
                    cut: .places([CanvassRoom.place(2)])
                ),
                by: site.net.staff(.director)
            )
            let token = try await site.token(of: head)
            #expect(try await site.get(Self.path(campaign, "/next"), as: token).text.contains("2号2室"))
            #expect(try await site.get(Self.door(campaign, 1), as: token).status == .forbidden)
            #expect(try await site.get(Self.path(campaign), as: token).status == .forbidden)
            let list = try await site.get("/desk/canvass", as: token)
            #expect(list.text.contains(Self.path(campaign, "/next")) && !list.text.contains("/desk/canvass/add"))
            #expect(try await site.post(Self.door(campaign, 2), as: token, ["outcome": "met"]).status == .seeOther)
            #expect(try await site.get(Self.path(campaign, "/next"), as: token).text.contains("没有剩下"))
        }
    }

    @Test func `the API plans, opens, takes visits one by one, and closes`() async throws {
        try await SiteHarness.run { site in
            try await CanvassRoom(site.net).addDwellings(1..<3)
            let token = try await site.token(.director)
            let plan =
                #"{"place":"310105002001","title":{"zh":"排摸"},"kinds":["dwelling"],"from":"2020-02-10","to":"2020-02-20"}"#
            let made = try await site.post("/api/v1/campaigns", as: token, json: plan)
            #expect(made.status == .created && made.text.contains(#""kinds":["dwelling"]"#))
            let id = try #require(made.text.firstMatch(of: /"id":"([0-9a-f-]+)"/)).output.1
            let path = "/api/v1/campaigns/\(id)"
            #expect(try await site.post("\(path)/open", as: token, json: "{}").text.contains(#""state":"open""#))
            let targets = try await site.get("\(path)/targets?state=open&limit=1", as: token)
            #expect(targets.text.contains(#""total":2"#) && targets.text.contains(#""next":"#))
            let visit = { (number: Int, id: String) in
                #"{"id":"\#(id)","place":"\#(CanvassRoom.place(number))","outcome":"met","receipt":{"how":"paper"}}"#
            }
            let ids = (1...2).map { "01900000-0000-7000-8000-00000000000\($0)" }
            let batch = [visit(1, ids[0]), visit(1, ids[0]), visit(9, ids[1]), #"{"id":"x"}"#].joined(separator: ",")
            let sent = try await site.post("\(path)/visits", as: token, json: #"{"visits":[\#(batch)]}"#)
            let statuses = sent.text.matches(of: /"status":"(\w+)"/).map { String($0.output.1) }
            #expect(statuses == ["stored", "duplicate", "refused", "refused"])
            let early = try await site.post("\(path)/close", as: token, json: "{}")
            #expect(early.status == .conflict && early.code == "canvass.stillOpen")
            let last = #"{"visits":[\#(visit(2, ids[1]))]}"#
            _ = try await site.post("\(path)/visits", as: token, json: last)
            #expect(try await site.post("\(path)/close", as: token, json: "{}").text.contains(#""state":"closed""#))
            let progress = try await site.get(path, as: token)
            #expect(progress.text.contains(#""receipts":2"#) && progress.text.contains(#""personTimes":1"#))
            let listed = try await site.get("/api/v1/campaigns?limit=1", as: token)
            #expect(listed.text.contains(String(id)))
        }
    }
}
