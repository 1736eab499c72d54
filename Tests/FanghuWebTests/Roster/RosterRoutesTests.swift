import Fanghu
import FanghuTesting
import FanghuWeb
import Foundation
import HTTPTypes
import Store
import Testing

/// The roster as a secretary plans it and everybody reads it.
struct RosterRoutesTests {
    static let committee = "/desk/roster/committees/\(Net.committee.text)"

    static let nightly = [
        "reason": "rest", "from": "2020-02-10", "fromTime": "18:00", "to": "2020-02-11", "toTime": "08:00",
        "daily": "yes",
    ]

    static func absence(_ form: [String: String], of who: Actor) -> [String: String] {
        form.merging(["who": who.account?.text ?? ""]) { $1 }
    }

    @Test func `I-16: the page says who leads now, until when, and who comes next`() async throws {
        try await SiteHarness.run { site in
            let secretary = try await site.net.staff(.secretary)
            _ = try await site.net.staff(.secondSecretary)
            let token = try await site.token(of: secretary)
            let form = Self.absence(Self.nightly, of: secretary)
            #expect(try await site.post("\(Self.committee)/absences", as: token, form).status == .seeOther)
            for language in Language.allCases {
                let overview = try await site.get("/desk/roster", as: token, in: language)
                #expect(overview.text.contains("18:00") && overview.text.contains(Self.committee))
                let page = try await site.get(Self.committee, as: token, in: language)
                #expect(page.text.contains("2020-02-11 08:00") && page.text.contains("2020-02-16 18:00"))
                #expect(page.text.contains(language == .chinese ? "每天 18:00 至 08:00" : "Every day 18:00 to 08:00"))
            }
            site.net.time.move(to: "2020-02-10T18:00:00+08:00")
            let late = try await site.token(.secondSecretary)
            let night = try await site.get(Self.committee, as: late, in: .english)
            #expect(night.text.contains("for secretary") && night.text.contains("Away now"))
        }
    }

    @Test func `I-16: where nobody is in office or there, the page shows an alarm and never a name`() async throws {
        try await SiteHarness.run { site in
            let office = try await site.token(.preventionOffice, at: Net.township)
            let page = try await site.get("/desk/roster", as: office, in: .english)
            #expect(page.text.components(separatedBy: "is-grave").count == 3, "two committees, two alarms")
            #expect(try await site.get(Self.committee, as: office).text.contains("无人负责"))
        }
    }

    @Test func `An absence ends at once by a button, and only for whoever may keep the roster`() async throws {
        try await SiteHarness.run { site in
            let secretary = try await site.net.staff(.secretary)
            let token = try await site.token(of: secretary)
            let worker = try await site.token(.communityWorker)
            let now = ["reason": "ill", "to": "2020-02-12", "toTime": "08:00", "who": secretary.account?.text ?? ""]
            #expect(try await site.post("\(Self.committee)/absences", as: token, now).status == .seeOther)
            let page = try await site.get(Self.committee, as: token)
            let end = try #require(page.text.firstMatch(of: /\/desk\/roster\/absences\/[0-9a-f-]+\/end/)).output
            #expect(!(try await site.get(Self.committee, as: worker)).text.contains(end))
            #expect(try await site.post(String(end), as: worker).status == .forbidden)
            let neighbour = try await site.token(.secretary, at: Net.neighbour)
            #expect(try await site.post(String(end), as: neighbour).status == .notFound)
            #expect(try await site.post(String(end), as: token).status == .seeOther)
            #expect(try await site.post(String(end), as: token).status == .notFound)
        }
    }

    @Test(arguments: [
        ["who": ""], ["reason": ""], ["toTime": "25:00"], ["to": ""], ["from": "2020-02-09"], ["toTime": "18:00"],
        ["to": "2020-02-10", "toTime": "18:00"], ["standIn": "x"],
    ])
    func `A form half or wrongly filled comes back with what was typed`(change: [String: String]) async throws {
        try await SiteHarness.run { site in
            let secretary = try await site.net.staff(.secretary)
            let token = try await site.token(of: secretary)
            let form = Self.absence(Self.nightly, of: secretary).merging(change) { $1 }
            let answer = try await site.post("\(Self.committee)/absences", as: token, form)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("error-summary") && answer.text.contains("value=\"18:00\""))
        }
    }

    @Test func `I-18: a cadre is posted after training, and leaves with a hand-over`() async throws {
        try await SiteHarness.run { site in
            let director = try await site.net.staff(.director)
            let token = try await site.token(of: director)
            let cadre = try #require(try await site.net.staff(.volunteer, at: Net.stranger).account)
            var form = ["name": cadre.text, "homeUnit": "区档案局", "from": "2020-02-10", "letter": "下沉3号"]
            let untrained = try await site.post("\(Self.committee)/postings", as: token, form)
            #expect(untrained.status == .unprocessableContent && untrained.text.contains("trainedOn-error"))
            form["trainedOn"] = "2020-02-09"
            #expect(try await site.post("\(Self.committee)/postings", as: token, form).status == .seeOther)
            #expect(try await site.post("\(Self.committee)/postings", as: token, form).status == .conflict)
            let page = try await site.get(Self.committee, as: token)
            #expect(page.text.contains("区档案局") && page.text.contains("下沉3号"))
            let end = try #require(page.text.firstMatch(of: /\/desk\/roster\/postings\/[0-9a-f-]+\/end/)).output
            try await Self.openTask(of: cadre, site)
            let asked = try await site.get(String(end), as: token, in: .english)
            #expect(asked.text.contains("Open tasks: 1."))
            #expect(try await site.post(String(end), as: token).status == .conflict)
            let handed = ["successor": director.account?.text ?? "", "note": "明早回访"]
            #expect(try await site.post(String(end), as: token, handed).status == .seeOther)
            let after = try await site.get("/desk/roster", as: token)
            #expect(after.text.contains("is-over") && !after.text.contains(end))
            let left = try await site.get(Self.committee, as: token)
            #expect(left.text.contains("明早回访") && left.text.contains("/desk/tasks/"), "the note lists what was open")
        }
    }

    private static func openTask(of account: AccountID, _ site: SiteHarness) async throws {
        let draft = DutyTask.Draft(
            committee: Net.committee,
            kind: .callBack,
            subject: .observation(site.net.time.context.newID()),
            dueAt: site.net.time.now
        )
        try await site.net.database.write { connection in
            _ = try DutyTasks.open(
                [draft],
                at: site.net.time.now,
                owners: OwnerBook(territory: { Net.territory }),
                context: site.net.time.context,
                on: connection
            )
            try connection.execute("UPDATE duty_task SET owner = \(account)")
        }
    }

    @Test func `Party organisations report numbers; the page sums them`() async throws {
        try await SiteHarness.run { site in
            let secretary = try await site.token(.secretary)
            let neighbour = try await site.token(.secretary, at: Net.neighbour)
            let office = try await site.token(.preventionOffice, at: Net.township)
            #expect(try await site.get("\(Self.committee)/party", as: secretary).text.contains("2020-02-10"))
            let form = ["day": "2020-02-10", "membersOnDuty": "1200", "volunteers": "30", "postsStaffed": "4"]
            #expect(try await site.post("\(Self.committee)/party", as: secretary, form).status == .seeOther)
            #expect(try await site.post("\(Self.committee)/party", as: neighbour, form).status == .forbidden)
            let other = "/desk/roster/committees/\(Net.neighbour.text)/party"
            #expect(try await site.post(other, as: neighbour, form).status == .seeOther)
            #expect(try await site.get("/desk/roster", as: office).text.contains("2,400"))
            let wrong = form.merging(["volunteers": "-1"]) { $1 }
            #expect(
                try await site.post("\(Self.committee)/party", as: secretary, wrong).status == .unprocessableContent
            )
        }
    }

    @Test func `The ranking names the busiest areas first`() async throws {
        try await SiteHarness.run { site in
            let office = try await site.token(.preventionOffice, at: Net.township)
            let day = site.net.time.now.day
            try await site.net.database.write { connection in
                try Counters.apply([CounterDelta(Net.neighbour, .tasksOpen, on: day, by: 1234)], on: connection)
            }
            #expect(try await site.get("/desk/roster", as: office).text.contains("1,234"))
        }
    }

    @Test func `I-16: the API answers for any instant, page by page`() async throws {
        try await SiteHarness.run { site in
            let secretary = try await site.net.staff(.secretary)
            let second = try await site.net.staff(.secondSecretary)
            let token = try await site.token(of: secretary)
            let office = try await site.token(.preventionOffice, at: Net.township)
            let form = Self.absence(Self.nightly, of: secretary)
            _ = try await site.post("\(Self.committee)/absences", as: token, form)
            let under = "/api/v1/roster?under=\(Net.committee.text)"
            let night = try await site.get("\(under)&at=2020-02-12T18:00:00%2B08:00", as: token)
            let lead = try Self.committees(night.text)[0]
            #expect(lead["account"] as? String == second.account?.text)
            #expect(lead["standingInFor"] as? String == secretary.account?.text)
            #expect(lead["office"] as? String == "secondSecretary" && lead["alarm"] as? Bool == false)
            let day = try Self.committees(try await site.get(under, as: token).text)[0]
            #expect(day["account"] as? String == secretary.account?.text && day["standingInFor"] == nil)
            let page = try await site.get("/api/v1/roster?limit=1", as: office)
            #expect(page.text.contains("\"next\":\"\(Net.committee.text)\"") && page.text.contains("\"total\":2"))
            let rest = try await site.get("/api/v1/roster?limit=1&after=\(Net.committee.text)", as: office)
            #expect(try Self.committees(rest.text)[0]["alarm"] as? Bool == true && !rest.text.contains("next"))
            #expect(try await site.get("\(under)&at=tonight", as: token).status == .unprocessableContent)
            #expect(try await site.get("/api/v1/roster?under=\(Net.stranger.text)", as: token).status == .forbidden)
        }
    }

    private static func committees(_ text: String) throws -> [[String: Any]] {
        let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return try #require(read?["committees"] as? [[String: Any]])
    }

    @Test func `I-17: the record of acts shows both names`() async throws {
        try await SiteHarness.run { site in
            let secretary = try await site.net.staff(.secretary)
            let token = try await site.token(of: secretary)
            let second = try await site.token(.secondSecretary)
            _ = try await site.post("\(Self.committee)/absences", as: token, Self.absence(Self.nightly, of: secretary))
            site.net.time.move(to: "2020-02-10T18:00:00+08:00")
            let form = ["day": "2020-02-10", "membersOnDuty": "1", "volunteers": "1", "postsStaffed": "1"]
            #expect(try await site.post("\(Self.committee)/party", as: second, form).status == .seeOther)
            let auditor = try await site.token(.auditor, at: Net.township)
            let page = try await site.get("/desk/audit/\(Net.committee.text)", as: auditor, in: .english)
            #expect(page.text.contains("for secretary"))
            let answer = try await site.get("/api/v1/audit/\(Net.committee.text)", as: auditor)
            #expect(answer.text.contains("\"standingInFor\":\"\(secretary.account?.text ?? "")\""))
        }
    }
}
