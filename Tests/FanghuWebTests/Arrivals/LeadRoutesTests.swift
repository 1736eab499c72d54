import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// Leads at the desk and in the API: each becomes a registration or a reason (I-3).
struct LeadRoutesTests {
    static let new = [
        "id": "01900000-0000-7000-8000-0000000000a1", "committee": Net.committee.text, "source": "neighbour",
        "name": "测试乙", "phone": "13900139000", "note": "二楼昨晚回来",
    ]

    static let path = "/desk/leads/01900000-0000-7000-8000-0000000000a1"

    @Test func `I-3: a lead is entered, stands on the list masked, is a task, and is settled with a reason`()
        async throws
    {
        try await SiteHarness.run { site in
            let worker = try await site.token(.communityWorker)
            let entered = try await site.post("/desk/leads/add", as: worker, Self.new)
            #expect(entered.status == .seeOther && entered.location?.hasPrefix(Self.path) == true)
            let again = try await site.post("/desk/leads/add", as: worker, Self.new)
            #expect(again.status == .seeOther, "a double click is one lead")
            let list = try await site.get("/desk/leads", as: worker)
            #expect(list.text.contains("测**") && !list.text.contains("测试乙") && !list.text.contains("13900139000"))
            #expect(list.text.matches(of: #/href="\/desk\/leads\/0190/#).count == 1)
            let work = try await site.get("/desk?kind=resolveLead", as: worker)
            #expect(work.text.contains(Self.path))
            let page = try await site.get(Self.path, as: worker)
            #expect(page.text.contains("二楼昨晚回来"))
            let without = try await site.post("\(Self.path)/resolve", as: worker, ["resolution": "notHere"])
            #expect(without.status == .unprocessableContent)
            let form = ["resolution": "notHere", "reason": "房东称未返沪"]
            #expect(try await site.post("\(Self.path)/resolve", as: worker, form).status == .seeOther)
            #expect(try await site.post("\(Self.path)/resolve", as: worker, form).status == .conflict)
            #expect(try await !site.get("/desk/leads", as: worker).text.contains(Self.path))
        }
    }

    @Test func `a lead that says nothing, of nowhere, or of a neighbour is refused`() async throws {
        try await SiteHarness.run { site in
            let worker = try await site.token(.communityWorker)
            let empty = ["committee": Net.committee.text, "source": "neighbour"]
            #expect(try await site.post("/desk/leads/add", as: worker, empty).status == .unprocessableContent)
            var foreign = Self.new
            foreign["committee"] = Net.neighbour.text
            #expect(try await site.post("/desk/leads/add", as: worker, foreign).status == .forbidden)
            foreign["committee"] = "abc"
            #expect(try await site.post("/desk/leads/add", as: worker, foreign).status == .unprocessableContent)
        }
    }

    @Test func `whom a lead may mean is found by telephone and settles it`() async throws {
        try await SiteHarness.run { site in
            let arrival = try await site.net.beginObservation().arrival.key.id
            let worker = try await site.token(.communityWorker)
            var form = Self.new
            form["phone"] = "13800138000"
            _ = try await site.post("/desk/leads/add", as: worker, form)
            let page = try await site.get(Self.path, as: worker)
            #expect(page.text.contains("/desk/arrivals/\(arrival)") && page.text.contains("测**"))
            let done = ["resolution": "registered", "arrival": arrival.text]
            #expect(try await site.post("\(Self.path)/resolve", as: worker, done).status == .seeOther)
            let report = try await VerificationService(database: site.net.database).verify()
            #expect(report.differences == [] && report.violations == [])
        }
    }

    @Test func `a list is taken once, pages by its key, and is settled by programs`() async throws {
        try await SiteHarness.run { site in
            let worker = try await site.token(.communityWorker)
            let items = (0..<5)
                .map { number in
                    #"{"id":"01900000-0000-7000-8000-0000000000b\#(number)","committee":"\#(Net.committee)","source":"listFromAbove","name":"测试甲"}"#
                }
            let body = #"{"leads":[\#(items.joined(separator: ","))]}"#
            let first = try await site.post("/api/v1/leads", as: worker, json: body)
            #expect(first.status == .created && first.text.contains("\"new\":5"))
            let second = try await site.post("/api/v1/leads", as: worker, json: body)
            #expect(second.status == .ok && second.text.contains("\"new\":0"))
            var seen: [String] = []
            var query = "?limit=2"
            while true {
                let page = try await site.get("/api/v1/leads\(query)", as: worker)
                seen += page.text.matches(of: /"id":"([^"]+)"/).map { String($0.output.1) }
                guard let next = page.text.firstMatch(of: /"next":"([^"]+)"/) else { break }
                query = "?limit=2&after=\(next.output.1)"
            }
            #expect(seen.count == 5 && Set(seen).count == 5)
            let path = "/api/v1/leads/\(seen[0])/resolve"
            let duplicate = #"{"resolution":"duplicate","duplicateOf":"\#(seen[1])"}"#
            let settled = try await site.post(path, as: worker, json: duplicate)
            #expect(settled.status == .ok && settled.text.contains("\"state\":\"duplicate\""))
            #expect(try await site.post(path, as: worker, json: duplicate).code == "lead.alreadyResolved")
            let itself = #"{"resolution":"duplicate","duplicateOf":"\#(seen[2])"}"#
            let refused = try await site.post("/api/v1/leads/\(seen[2])/resolve", as: worker, json: itself)
            #expect(refused.code == "lead.duplicateOfItself")
        }
    }
}
