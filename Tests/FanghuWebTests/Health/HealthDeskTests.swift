import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// The desk of a health centre: fevers answered in place, releases signed in one act, coverage of several committees.
struct HealthDeskTests {
    /// A registration that tells of a fever.
    static func fever(
        _ site: SiteHarness,
        _ index: Int = 0,
        in committee: DivisionID = Net.committee
    ) async throws
        -> ArrivalReceipt
    {
        var draft = index == 0 ? Registration.Draft.sample() : Net.another(index)
        draft.temperature = "38.6"
        draft.symptoms = [.dryCough]
        return try await site.net.arrivals.register(
            draft,
            id: site.net.time.context.newID(),
            in: committee,
            source: .ownForm,
            by: .visitor
        )
    }

    static func task(_ site: SiteHarness, _ actor: Actor) async throws -> DutyTask {
        try #require(try await site.net.dispatch.open(under: nil, kinds: [.answerFever], for: actor).first)
    }

    @Test func `a doctor begins at the health desk and still reaches the whole list`() async throws {
        try await SiteHarness.run { site in
            let token = try await site.token(.communityDoctor, at: Net.township)
            let start = try await site.get("/desk", as: token)
            #expect(start.status == .seeOther && start.location == "/desk/health")
            let list = try await site.get("/desk?owner=all", as: token)
            #expect(list.status == .ok)
            let page = try await site.get("/desk/health", as: token)
            #expect(page.status == .ok && page.text.contains("/desk?owner=all"))
            let worker = try await site.token(.communityWorker)
            #expect(try await site.get("/desk", as: worker).status == .ok)
        }
    }

    @Test func `the health commission sees figures, no person and nothing to do`() async throws {
        try await SiteHarness.run { site in
            _ = try await Self.fever(site)
            let token = try await site.token(.healthCommission, at: Net.district)
            let page = try await site.get("/desk/health", as: token, in: .english)
            #expect(page.status == .ok && page.text.contains("Fevers open"))
            #expect(!page.text.contains("测**") && !page.text.contains("38.6"))
            #expect(!page.text.contains("<form method=\"post\" action=\"/desk/health"))
            #expect(try await site.get("/desk", as: token).location == "/desk/health")
        }
    }

    @Test func `I-7: a fever told on registering is answered on the page, with the name masked`() async throws {
        try await SiteHarness.run { site in
            let doctor = try await site.net.staff(.communityDoctor, at: Net.township)
            let token = try await site.token(of: doctor)
            _ = try await Self.fever(site)
            let page = try await site.get("/desk/health", as: token)
            #expect(page.text.contains("测**") && !page.text.contains("测试甲"))
            #expect(page.text.contains("38.6 ℃") && page.text.contains("登记时自述"))
            let action = "/desk/health/fevers/\(try await Self.task(site, doctor).id)"
            #expect(page.text.contains("action=\"\(action)\""))
            let unsure = try await site.post(action, as: token, ["decision": "maybe"])
            #expect(unsure.status == .unprocessableContent)
            let answered = try await site.post(action, as: token, ["decision": "cleared"])
            #expect(answered.location == "/desk/health")
            #expect(try await site.get("/desk/health", as: token).text.contains("没有待处置的发热"))
            let again = try await site.post(action, as: token, ["decision": "cleared"])
            #expect(again.status == .conflict && again.text.contains("没有待处置的发热"))
        }
    }

    @Test func `I-7: a fever under observation goes to hospital from the page`() async throws {
        try await SiteHarness.run { site in
            let doctor = try await site.net.staff(.communityDoctor, at: Net.township)
            let token = try await site.token(of: doctor)
            let begun = try await site.net.beginObservation()
            try await site.net.report("38.1", behind: begun.arrival)
            let page = try await site.get("/desk/health", as: token, in: .english)
            #expect(page.text.contains("38.1 ℃") && page.text.contains("Under observation"))
            let task = try await Self.task(site, doctor).id
            let form = ["decision": "transferHospital", "note-\(task)": "已联系120"]
            let answered = try await site.post("/desk/health/fevers/\(task)", as: token, form)
            #expect(answered.status == .seeOther)
            let row = try await site.net.observations.observation(begun.observation, for: doctor)
            #expect(row.state == .transferred(.hospital))
        }
    }

    @Test func `R-PRIV-05: fevers and releases of a neighbour are neither shown nor answered`() async throws {
        try await SiteHarness.run { site in
            let doctor = try await site.net.staff(.communityDoctor, at: Net.township)
            _ = try await Self.fever(site)
            let task = try await Self.task(site, doctor).id
            let stranger = try await site.token(.communityDoctor, at: Net.stranger)
            let page = try await site.get("/desk/health", as: stranger)
            #expect(page.status == .ok && !page.text.contains("测**"))
            let foreign = try await site.get("/desk/health?under=\(Net.committee)", as: stranger)
            #expect(foreign.status == .forbidden)
            let answer = try await site.post("/desk/health/fevers/\(task)", as: stranger, ["decision": "cleared"])
            #expect(answer.status == .notFound)
        }
    }

    @Test func `one release in one act, and a ticked list whose every item is answered for`() async throws {
        try await SiteHarness.run { site in
            let token = try await site.token(.communityDoctor, at: Net.township)
            let first = try await site.net.beginObservation()
            let second = try await site.net.beginObservation(Net.another(1))
            let late = try await site.net.beginObservation(Net.another(2))
            try await site.net.completePeriod(of: [first.arrival, second.arrival])
            let page = try await site.get("/desk/health", as: token)
            #expect(page.text.contains("name=\"one\" value=\"\(first.observation)\""))
            #expect(!page.text.contains("value=\"\(late.observation)\""))
            #expect(page.text.contains("次记录缺失且未说明原因"))
            #expect(!page.text.contains(" checked"))
            let ticked = try await site.get("/desk/health?tick=all", as: token)
            #expect(ticked.text.matches(of: /\schecked/).count == 2)
            let nothing = try await site.post("/desk/health/releases", as: token)
            #expect(nothing.status == .unprocessableContent)
            let one = try await site.post("/desk/health/releases", as: token, ["one": first.observation.text])
            #expect(one.status == .ok && one.text.contains("已解除 1 人，未解除 0 人"))
            #expect(one.text.contains("/desk/releases/310105002-2020-000001-"))
            let again = try await site.post("/desk/health/releases", as: token, ["one": first.observation.text])
            #expect(again.text.contains("已解除 0 人，未解除 1 人") && again.text.contains("该观察已经结束"))
            let refused = try await site.post(
                "/desk/health/releases",
                as: token,
                ["observations": late.observation.text]
            )
            #expect(refused.text.contains("未解除：") && refused.text.contains("测**"))
        }
    }

    @Test func `a doctor who covers several committees sees where work waits, and narrows to one`() async throws {
        try await SiteHarness.run { site in
            let token = try await site.token(.communityDoctor, at: Net.township)
            _ = try await Self.fever(site)
            let alone = try await site.get("/desk/health", as: token)
            #expect(!alone.text.contains("您负责的居委"))
            _ = try await Self.fever(site, 1, in: Net.neighbour)
            site.net.time.advance(minutes: 60)
            let both = try await site.get("/desk/health", as: token)
            #expect(both.text.contains("您负责的居委"))
            #expect(both.text.contains("/desk/health?under=\(Net.neighbour)"))
            #expect(both.text.matches(of: /超时 1/).count == 2)
            let one = try await site.get("/desk/health?under=\(Net.neighbour)", as: token, in: .english)
            #expect(one.text.matches(of: /action="\/desk\/health\/fevers/).count == 1)
            #expect(one.text.contains("Show all committees"))
        }
    }

    @Test func `the work list leads a doctor to the desk where a fever is answered, a worker to its page`() async throws
    {
        try await SiteHarness.run { site in
            let doctor = try await site.net.staff(.communityDoctor, at: Net.township)
            let receipt = try await Self.fever(site)
            let task = try await Self.task(site, doctor).id
            let link = "/desk/health?under=\(Net.committee)#fever-\(task)"
            let list = try await site.get("/desk?owner=all", as: site.token(of: doctor))
            #expect(list.text.contains("href=\"\(link)\""))
            let own = try await site.get("/desk?kind=answerFever", as: site.token(.communityWorker))
            #expect(!own.text.contains("/desk/health") && own.text.contains("/desk/arrivals/\(receipt.key.id)"))
            let page = try await site.get("/desk/health?under=\(Net.committee)", as: site.token(of: doctor))
            #expect(page.text.contains("id=\"fever-\(task)\""))
        }
    }

    @Test func `on the last day the desk says what is still missing, in the territory only`() async throws {
        try await SiteHarness.run { site in
            let token = try await site.token(.communityDoctor, at: Net.township)
            let begun = try await site.net.beginObservation()
            let before = try await site.get("/desk/health", as: token)
            #expect(!before.text.contains("今日期满"))
            site.net.time.move(to: "2020-02-24T08:00:00+08:00")
            let page = try await site.get("/desk/health", as: token)
            #expect(page.text.contains("今日期满") && page.text.contains("次记录缺失"))
            #expect(page.text.contains("/desk/observations/\(begun.observation)"))
            let stranger = try await site.get("/desk/health", as: site.token(.communityDoctor, at: Net.stranger))
            #expect(stranger.status == .ok && !stranger.text.contains("今日期满"))
        }
    }

    @Test func `a page of fevers ends where the next begins, and none is left out`() async throws {
        try await SiteHarness.run { site in
            let doctor = try await site.net.staff(.communityDoctor, at: Net.township)
            let token = try await site.token(of: doctor)
            for index in 1...27 {
                _ = try await Self.fever(site, index)
                site.net.time.advance(minutes: 1)
            }
            let first = try await site.get("/desk/health", as: token)
            let action = /action="\/desk\/health\/fevers\/([^"]+)"/
            let shown = first.text.matches(of: action).map { String($0.output.1) }
            #expect(shown.count == 25)
            let next = try #require(first.text.firstMatch(of: /href="(\/desk\/health\?fevers=[^"]+)"/)).output.1
            let second = try await site.get(String(next), as: token)
            let rest = second.text.matches(of: action).map { String($0.output.1) }
            #expect(rest.count == 2 && Set(shown + rest).count == 27)
        }
    }
}
