import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// Who registers somebody at a door: the committee's own staff go on at the desk, everybody else is a visitor.
struct RegistrationByWorkersTests {
    /// Answers every page, sending the last one as somebody.
    private func register(_ site: SiteHarness, as token: String?) async throws -> Answer {
        let page = try await RegistrationWalk(site).answer(upTo: "check")
        let form = RegistrationWalk.carrying(page, ["declaration": "yes"])
        return try await site.post("/r/step/check", as: token, form)
    }

    private func sources(_ site: SiteHarness) async throws -> [ArrivalSource] {
        let worker = try await site.net.staff(.communityWorker)
        return try await site.net.arrivals.list(under: nil, onlyAwaiting: false, for: worker).rows.map(\.source)
    }

    @Test func `the desk offers to register somebody in one's own committee`() async throws {
        try await SiteHarness.run { site in
            let worker = try await site.token(.communityWorker)
            let list = try await site.get("/desk/arrivals", as: worker)
            #expect(list.text.contains(#"href="/r/at/\#(Net.committee)""#) && list.text.contains("代为登记"))
            let police = try await site.token(.communityPolice)
            #expect(try await !site.get("/desk/arrivals", as: police).text.contains("代为登记"))
        }
    }

    @Test func `what a worker enters at a door is the worker's registration, and the desk goes on with it`()
        async throws
    {
        try await SiteHarness.run { site in
            let worker = try await site.token(.communityWorker)
            let answer = try await register(site, as: worker)
            #expect(answer.status == .seeOther && answer.location?.hasPrefix("/desk/arrivals/") == true)
            #expect(try await sources(site) == [.worker])
        }
    }

    @Test(arguments: [Role.communityPolice, .buildingHead])
    func `staff without the right register themselves like anybody`(role: Role) async throws {
        try await SiteHarness.run { site in
            let answer = try await register(site, as: site.token(role))
            #expect(answer.status == .seeOther && answer.location?.hasPrefix("/r/o/") == true)
            #expect(try await sources(site) == [.ownForm])
        }
    }

    @Test func `a worker of the neighbour committee who comes home here registers as a visitor`() async throws {
        try await SiteHarness.run { site in
            let answer = try await register(site, as: site.token(.communityWorker, at: Net.neighbour))
            #expect(answer.status == .seeOther && answer.location?.hasPrefix("/r/o/") == true)
            #expect(try await sources(site) == [.ownForm])
        }
    }
}
