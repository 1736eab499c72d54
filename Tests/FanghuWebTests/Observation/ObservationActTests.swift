import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// The buttons of an observation's page, as a worker and a doctor press them.
struct ObservationActTests {
    static func page(_ site: SiteHarness, _ id: ObservationID, as role: Role = .communityWorker) async throws -> Answer
    {
        try await site.get("/desk/observations/\(id)", as: site.token(role, at: Net.township), in: .english)
    }

    static func act(
        _ act: String,
        _ site: SiteHarness,
        _ id: ObservationID,
        as role: Role = .communityWorker,
        _ form: [String: String] = [:]
    ) async throws -> Answer {
        try await site.post("/desk/observations/\(id)/\(act)", as: site.token(role, at: Net.township), form)
    }

    @Test func `a missed slot is explained with its reason, and then it is no longer offered`() async throws {
        try await SiteHarness.run { site in
            let id = try await site.net.beginObservation().observation
            site.net.time.move(to: "2020-02-11T13:00:00+08:00")
            try await site.net.observations.sweepSlots()
            let before = try await Self.page(site, id)
            #expect(before.text.contains("Explain a missed slot") && before.text.contains("20200211.morning"))
            let without = try await Self.act("explainSlot", site, id, ["slot": "20200211.morning"])
            #expect(without.status == .unprocessableContent)
            let form = ["slot": "20200211.morning", "note-explainSlot": "手机没电,已电话询问"]
            #expect(try await Self.act("explainSlot", site, id, form).status == .seeOther)
            #expect(try await !Self.page(site, id).text.contains("20200211.morning"))
        }
    }

    @Test func `a new exposure counts the days anew`() async throws {
        try await SiteHarness.run { site in
            let id = try await site.net.beginObservation().observation
            site.net.time.move(to: "2020-02-14T08:00:00+08:00")
            let answer = try await Self.act("renewExposure", site, id, ["exposedOn": "2020-02-13"])
            #expect(answer.status == .seeOther)
            #expect(try await Self.page(site, id).text.contains("2020-02-27"))
        }
    }

    @Test func `a test is recorded by the health centre and stands on the page`() async throws {
        try await SiteHarness.run { site in
            let id = try await site.net.beginObservation().observation
            let form = ["sampledOn": "2020-02-10", "result": "negative"]
            #expect(try await Self.act("recordTest", site, id, form).status == .forbidden)
            #expect(try await Self.act("recordTest", site, id, as: .communityDoctor, form).status == .seeOther)
            let page = try await Self.page(site, id, as: .communityDoctor)
            #expect(page.text.contains("2020-02-10") && page.text.contains("negative"))
        }
    }

    @Test func `a home is not called unsuitable without saying why`() async throws {
        try await SiteHarness.run { site in
            let worker = try await site.net.staff(.communityWorker)
            let receipt = try await site.net.arrivals.register(
                .sample(),
                id: site.net.time.context.newID(),
                in: Net.committee,
                source: .ownForm,
                by: .visitor
            )
            let confirmed = try await site.net.arrivals.confirmDwelling(of: receipt.key.id, address: "1 号", by: worker)
            let id = try #require(confirmed.observation).id
            let answer = try await Self.act("homeUnsuitable", site, id)
            #expect(answer.status == .unprocessableContent)
            let row = try await site.net.observations.observation(id, for: worker)
            #expect(row.state.name == "proposed")
            let done = try await Self.act("homeUnsuitable", site, id, ["obstacles": "sharedToilet"])
            #expect(done.status == .seeOther)
        }
    }

    @Test func `an observation that has not begun is cancelled with a reason`() async throws {
        try await SiteHarness.run { site in
            let worker = try await site.net.staff(.communityWorker)
            let receipt = try await site.net.arrivals.register(
                .sample(),
                id: site.net.time.context.newID(),
                in: Net.committee,
                source: .ownForm,
                by: .visitor
            )
            let confirmed = try await site.net.arrivals.confirmDwelling(of: receipt.key.id, address: "1 号", by: worker)
            let id = try #require(confirmed.observation).id
            #expect(try await Self.act("cancel", site, id).status == .unprocessableContent)
            #expect(try await Self.act("cancel", site, id, ["cancelReason": "duplicate"]).status == .seeOther)
            let begun = try await site.net.observations.observation(id, for: worker)
            #expect(begun.state == .cancelled)
        }
    }

    @Test func `I-8: a start is corrected by one person and confirmed by another`() async throws {
        try await SiteHarness.run { site in
            let id = try await site.net.beginObservation().observation
            #expect(try await Self.act("correctStart", site, id, ["countedFrom": "2020-02-08"]).status == .seeOther)
            let mine = try await Self.page(site, id)
            #expect(mine.text.contains("count the days from 2020-02-08") && !mine.text.contains("/confirmChange"))
            let theirs = try await Self.page(site, id, as: .preventionOffice)
            #expect(theirs.text.contains("count the days from 2020-02-08"))
            let wish = ["wish": "correctStart:20200208"]
            #expect(try await Self.act("confirmChange", site, id, wish).status == .forbidden)
            let token = try await site.token(.director)
            let form = try await site.get("/desk/observations/\(id)", as: token, in: .english)
            #expect(form.text.contains("/confirmChange"))
            let other = ["wish": "cancel:duplicate"]
            let old = try await site.post("/desk/observations/\(id)/confirmChange", as: token, other)
            #expect(old.status == .conflict)
            let done = try await site.post("/desk/observations/\(id)/confirmChange", as: token, wish)
            #expect(done.status == .seeOther)
            #expect(try await Self.page(site, id).text.contains("2020-02-22"))
        }
    }

    @Test func `who has left is no longer observed, and nothing stays open`() async throws {
        try await SiteHarness.run { site in
            let id = try await site.net.beginObservation().observation
            #expect(try await Self.act("left", site, id).status == .seeOther)
            let page = try await Self.page(site, id)
            #expect(!page.text.contains("Has left the city</button>"))
            let report = try await VerificationService(database: site.net.database).verify()
            #expect(report.differences == [] && report.violations == [])
        }
    }
}
