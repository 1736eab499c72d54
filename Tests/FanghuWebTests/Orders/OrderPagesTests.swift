import Fanghu
import FanghuTesting
import FanghuWeb
import Foundation
import HTTPTypes
import Testing

/// Orders as an operator, a cadre and a verifier meet them.
struct OrderPagesTests {
    static let id = "01900000-0000-7000-8000-0000000000d1"
    static let call = [
        "id": id, "committee": Net.committee.text, "summary": "三号楼居家观察的人下楼遛狗", "callerName": "测试邻居",
        "callerPhone": "13800138000", "dispatch": "yes",
    ]

    private func step(_ page: Answer) -> [String: String] { ["step": page.hidden("step") ?? ""] }

    @Test func `from the call to the verified end over the pages, with three people and a verifier`() async throws {
        try await SiteHarness.run { site in
            let operators = try await site.token(.dispatcher, at: Net.township)
            let worker = try await site.token(.communityWorker)
            let police = try await site.token(.communityPolice)
            let director = try await site.token(.director)
            let sent = try await site.post("/desk/orders/new", as: operators, Self.call)
            #expect(sent.status == .seeOther && sent.location?.hasPrefix("/desk/orders/\(Self.id)") == true)
            #expect(try await site.post("/desk/orders/new", as: operators, Self.call).status == .seeOther)
            let path = "/desk/orders/\(Self.id)"
            let page = try await site.get(path, as: worker)
            #expect(page.text.contains("违反居家观察") && page.text.contains("签收"))
            #expect(!page.text.contains("测试邻居") && !page.text.contains("13800138000"), "I-12")
            #expect(try await site.post("\(path)/acknowledge", as: worker, step(page)).status == .seeOther)
            for (part, token) in [("bringHome", worker), ("repeatRules", police), ("disinfectArea", worker)] {
                var form = step(try await site.get(path, as: token))
                form["part"] = part
                #expect(try await site.post("\(path)/finish", as: token, form).status == .unprocessableContent)
                form["note"] = "已办"
                #expect(try await site.post("\(path)/finish", as: token, form).status == .seeOther)
            }
            #expect(try await site.post("\(path)/pass", as: worker, [:]).status == .forbidden)
            let verifier = try await site.get(path, as: director)
            #expect(verifier.text.contains("核查通过并结案"))
            #expect(try await site.post("\(path)/pass", as: director, step(verifier)).status == .seeOther)
            #expect(try await site.get(path, as: director).text.contains("已结案"))
            let report = try await VerificationService(database: site.net.database).verify()
            #expect(report.differences == [] && report.violations == [])
        }
    }

    @Test func `who called is shown to the duty desk for a reason, and to nobody else`() async throws {
        try await SiteHarness.run { site in
            let operators = try await site.token(.dispatcher, at: Net.township)
            let worker = try await site.token(.communityWorker)
            _ = try await site.post("/desk/orders/new", as: operators, Self.call)
            let path = "/desk/orders/\(Self.id)/caller"
            #expect(try await site.post(path, as: worker, ["note": "想知道"]).status == .forbidden)
            #expect(try await site.post(path, as: operators, ["note": ""]).status == .unprocessableContent)
            let shown = try await site.post(path, as: operators, ["note": "回访"])
            #expect(shown.status == .ok && shown.text.contains("测试邻居"))
        }
    }

    @Test func `a form without words or of elsewhere comes back with what is wrong`() async throws {
        try await SiteHarness.run { site in
            let operators = try await site.token(.dispatcher, at: Net.township)
            var form = Self.call
            form["summary"] = " "
            let empty = try await site.post("/desk/orders/new", as: operators, form)
            #expect(empty.status == .unprocessableContent && empty.text.contains("请写明发生了什么"))
            #expect(empty.text.contains(#"value="\#(Self.id)""#), "the same form sends the same order")
            form = Self.call
            form["committee"] = Net.stranger.text
            #expect(try await site.post("/desk/orders/new", as: operators, form).status == .forbidden)
            form = Self.call
            form["callerPhone"] = "12"
            #expect(try await site.post("/desk/orders/new", as: operators, form).status == .unprocessableContent)
        }
    }

    @Test func `the board shows by state, mine and late, and refuses what it does not know`() async throws {
        try await SiteHarness.run { site in
            let operators = try await site.token(.dispatcher, at: Net.township)
            let worker = try await site.token(.communityWorker)
            _ = try await site.post("/desk/orders/new", as: operators, Self.call)
            let link = "/desk/orders/\(Self.id)"
            for show in ["all", "dispatched", "mine"] {
                #expect(try await site.get("/desk/orders?show=\(show)", as: worker).text.contains(link), "\(show)")
            }
            for show in ["desk", "verifying", "handling", "late", "nobody"] {
                #expect(try await !site.get("/desk/orders?show=\(show)", as: worker).text.contains(link), "\(show)")
            }
            #expect(try await !site.get("/desk/orders?class=gate", as: worker).text.contains(link))
            #expect(try await site.get("/desk/orders?show=x", as: worker).status == .unprocessableContent)
            let neighbour = try await site.token(.communityWorker, at: Net.neighbour)
            #expect(try await !site.get("/desk/orders", as: neighbour).text.contains(link))
        }
    }

    @Test func `a building head tells the duty desk and comes back to the form`() async throws {
        try await SiteHarness.run { site in
            let head = try await site.token(.buildingHead)
            let form = ["id": Self.id, "committee": Net.committee.text, "summary": "五楼有人聚集打牌"]
            let sent = try await site.post("/desk/orders/new", as: head, form)
            #expect(sent.status == .seeOther && sent.location?.hasPrefix("/desk/orders/new") == true)
            let operators = try await site.token(.dispatcher, at: Net.township)
            let board = try await site.get("/desk/orders?show=desk", as: operators)
            #expect(board.text.contains("聚集") && board.text.contains("五楼有人聚集打牌"))
        }
    }

    @Test func `many are given on after a look, and taken back`() async throws {
        try await SiteHarness.run { site in
            let operators = try await site.token(.dispatcher, at: Net.township)
            let worker = try await site.net.staff(.communityWorker)
            let director = try await site.net.staff(.director)
            let heir = try await site.token(of: director)
            _ = try await site.post("/desk/orders/new", as: operators, Self.call)
            let page = try await site.get("/desk/orders/hand-on", as: operators)
            var form = ["id": page.hidden("id") ?? "", "from": worker.account?.text ?? "", "to": ""]
            #expect(
                try await site.post("/desk/orders/hand-on", as: operators, form).status == .unprocessableContent
            )
            form["to"] = director.account?.text ?? ""
            let preview = try await site.post("/desk/orders/hand-on", as: operators, form)
            #expect(preview.status == .ok && preview.text.contains("1 张"))
            #expect(try await !site.get("/desk/orders?show=mine", as: heir).text.contains(Self.id), "only a look")
            form["confirm"] = "yes"
            let done = try await site.post("/desk/orders/hand-on", as: operators, form)
            #expect(done.status == .seeOther)
            #expect(try await site.get("/desk/orders?show=mine", as: heir).text.contains(Self.id))
            let batch = "/desk/orders/batches/\(form["id"] ?? "")"
            #expect(try await site.get(batch, as: operators).text.contains("撤回"))
            #expect(try await site.post("\(batch)/undo", as: operators).status == .seeOther)
            #expect(try await !site.get("/desk/orders?show=mine", as: heir).text.contains(Self.id))
        }
    }

    @Test func `the API reports, acts once, tells what can be done, and hides the caller`() async throws {
        try await SiteHarness.run { site in
            let operators = try await site.token(.dispatcher, at: Net.township)
            let worker = try await site.token(.communityWorker)
            let body =
                #"{"id":"\#(Self.id)","committee":"\#(Net.committee)","summary":"门口保安不测温","callerName":"测试邻居","dispatch":true}"#
            let made = try await site.post("/api/v1/orders", as: operators, json: body)
            #expect(made.status == .created && made.text.contains(#""class":"gate""#))
            #expect(!made.text.contains("测试邻居"))
            let act = #"{"id":"01900000-0000-7000-9000-0000000000d2","act":"acknowledge"}"#
            for _ in 0..<2 {
                let done = try await site.post("/api/v1/orders/\(Self.id)/acts", as: worker, json: act)
                #expect(done.status == .ok && done.text.contains(#""state":"acknowledged""#))
            }
            let file = try await site.get("/api/v1/orders/\(Self.id)", as: worker)
            #expect(file.text.contains(#""hasCaller":true"#) && !file.text.contains("测试邻居"))
            #expect(file.text.contains("finish"))
            let wrong = #"{"id":"01900000-0000-7000-9000-0000000000d3","act":"pass"}"#
            let refused = try await site.post("/api/v1/orders/\(Self.id)/acts", as: worker, json: wrong)
            #expect(refused.status == .conflict && refused.text.contains("order.notNow"))
            let rates = try await site.get("/api/v1/order-rates", as: worker)
            #expect(rates.text.contains(#""reported":1"#))
        }
    }
}
