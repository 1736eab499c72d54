import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// What the desk does with an observation, done by a program.
struct ObservationAPITests {
    static func confirmed(_ site: SiteHarness) async throws -> ObservationID {
        let worker = try await site.net.staff(.communityWorker)
        let receipt = try await site.net.arrivals.register(
            .sample(),
            id: site.net.time.context.newID(),
            in: Net.committee,
            source: .ownForm,
            by: .visitor
        )
        let confirmed = try await site.net.arrivals.confirmDwelling(of: receipt.key.id, address: "1 号", by: worker)
        return try #require(confirmed.observation).id
    }

    static func act(
        _ name: String,
        _ site: SiteHarness,
        _ id: ObservationID,
        as role: Role = .communityWorker,
        at place: DivisionID = Net.committee,
        _ json: String = "{}"
    ) async throws -> Answer {
        try await site.post("/api/v1/observations/\(id)/acts/\(name)", as: site.token(role, at: place), json: json)
    }

    @Test func `notice, home check, code and the end of an observation go by the API`() async throws {
        try await SiteHarness.run { site in
            let id = try await Self.confirmed(site)
            #expect(try await Self.act("giveNotice", site, id).status == .ok)
            let home = try await Self.act("homeSuitable", site, id)
            #expect(home.text.contains(#""state":"homeSuitable""#))
            let path = "/api/v1/observations/\(id)/commitment-code"
            let code = try await site.post(path, as: site.token(.communityWorker), json: "")
            #expect(code.status == .created && code.text.contains(#""code":""#))
            let cancelled = try await Self.act("cancel", site, id, #"{"reason":"duplicate"}"#)
            #expect(cancelled.text.contains(#""state":"cancelled""#))
            let again = try await Self.act("cancel", site, id, #"{"reason":"duplicate"}"#)
            #expect(again.status == .conflict)
        }
    }

    @Test func `a fever is answered by the doctor alone, and a course tells of it`() async throws {
        try await SiteHarness.run { site in
            let id = try await site.net.beginObservation().observation
            #expect(try await Self.act("reportFever", site, id, #"{"note":"38.2"}"#).status == .ok)
            #expect(try await Self.act("clearFever", site, id).status == .forbidden)
            let cleared = try await Self.act("clearFever", site, id, as: .communityDoctor, at: Net.township)
            #expect(cleared.text.contains(#""feverish":false"#))
            let course = try await site.get("/api/v1/observations/\(id)/course", as: site.token(.communityWorker))
            #expect(course.text.contains(#""kind":"feverReported""#) && course.text.contains(#""kind":"doctorNoted""#))
        }
    }

    @Test(
        arguments: [
            ("record", "{}", HTTPResponse.Status.notFound), ("noSuchAct", "{}", .notFound),
            ("recordTest", #"{"sampledOn":"2020-02-10","result":"negative"}"#, .forbidden),
            ("explainSlot", "{}", .unprocessableContent),
            ("explainSlot", #"{"slot":{"day":"2020-02-30","slot":"morning"}}"#, .unprocessableContent),
            ("cancel", "{}", .unprocessableContent), ("cancel", #"{"reason":"because"}"#, .unprocessableContent),
            ("cancel", #"{"why":"x"}"#, .badRequest), ("cancel", "[", .badRequest),
            ("correctStart", #"{"countedFrom":"2020-02-11"}"#, .unprocessableContent),
            ("confirmChange", #"{"wish":"cancel:duplicate"}"#, .conflict),
        ]
    )
    func `what cannot be is refused and changes nothing`(
        act: String,
        body: String,
        status: HTTPResponse.Status
    ) async throws {
        try await SiteHarness.run { site in
            let id = try await site.net.beginObservation().observation
            let answer = try await Self.act(act, site, id, body)
            #expect(answer.status == status, "\(answer.text)")
            let row = try await site.net.observations.observation(id, for: site.net.staff(.communityWorker))
            #expect(row.state.name == "active")
        }
    }

    @Test func `a list of releases is answered one by one`() async throws {
        try await SiteHarness.run { site in
            let id = try await site.net.beginObservation().observation
            let doctor = try await site.token(.communityDoctor, at: Net.township)
            let body = #"{"observations":["\#(id)","01900000-0000-7000-8000-0000000000ff"]}"#
            let answer = try await site.post("/api/v1/releases", as: doctor, json: body)
            #expect(answer.status == .ok)
            #expect(answer.text.contains("observation.periodRunning") && answer.text.contains("observation.unknown"))
        }
    }

    @Test func `registrations are listed by key, masked, and a doctor answers for their fever`() async throws {
        try await SiteHarness.run { site in
            let worker = try await site.token(.communityWorker)
            for number in 0..<3 {
                _ = try await site.net.arrivals.register(
                    .sample(number: FixtureNumbers.citizen(number)),
                    id: site.net.time.context.newID(),
                    in: Net.committee,
                    source: .ownForm,
                    by: .visitor
                )
            }
            var seen: [String] = []
            var query = "?limit=2"
            while true {
                let page = try await site.get("/api/v1/arrivals\(query)", as: worker)
                #expect(!page.text.contains("测试"))
                seen += page.text.matches(of: /"id":"([^"]+)"/).map { String($0.output.1) }
                guard let next = page.text.firstMatch(of: /"next":"([^"]+)"/) else { break }
                query = "?limit=2&after=\(next.output.1)"
            }
            #expect(seen.count == 3 && Set(seen).count == 3)
            let awaiting = try await site.get("/api/v1/arrivals?part=awaiting", as: worker)
            #expect(awaiting.text.matches(of: /"state":"arrived"/).count == 3)
            let doctor = try await site.token(.communityDoctor, at: Net.township)
            let path = "/api/v1/arrivals/\(seen[0])/doctor-notes"
            let none = try await site.post(path, as: doctor, json: #"{"decision":"cleared"}"#)
            #expect(none.status == .conflict, "\(none.text)")
        }
    }

    @Test func `a batch of more than 500 is refused as a whole, however malformed its records are`() async throws {
        try await SiteHarness.run { site in
            let worker = try await site.token(.communityWorker)
            for (count, status) in [(500, HTTPResponse.Status.ok), (501, .unprocessableContent)] {
                let records = Array(repeating: "{}", count: count).joined(separator: ",")
                let answer = try await site.post("/api/v1/day-records", as: worker, json: #"{"records":[\#(records)]}"#)
                #expect(answer.status == status, "\(count)")
            }
        }
    }
}
