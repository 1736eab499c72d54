import Fanghu

/// An open campaign of the first committee with some of everything: done, refused, nobody there, a torn notice.
struct DemoCanvass {
    let assembly: Assembly
    let staff: DemoStaff

    /// The first buildings are left to whoever tries the demonstration.
    private static let first = 30

    func run(in committee: DivisionID) async throws {
        let director = try staff.actor(.director, at: committee)
        let worker = try staff.actor(.communityWorker, at: committee)
        let today = assembly.context.now.day
        let draft = CanvassCampaign.Draft(
            place: committee,
            title: Words("返沪人员集中排摸", "Canvass of returnees"),
            kinds: [.dwelling],
            from: today,
            to: today.adding(days: 14),
            wantsReceipt: true,
            areas: ["东片", "西片"]
        )
        let campaign = try await assembly.canvass.plan(draft, by: director)
        _ = try await assembly.canvass.open(campaign.id, by: director)
        try await divide(campaign, in: committee, between: [worker, director])
        let doors = try await assembly.canvass.targets(of: campaign.id, limit: 200, for: director).places
        for (number, target) in doors.dropFirst(Self.first).prefix(24).enumerated() {
            try await visit(target, number, by: director)
        }
    }

    /// The first building is the western area's, the rest the eastern's.
    private func divide(_ campaign: CanvassCampaign, in committee: DivisionID, between members: [Actor]) async throws {
        let director = try staff.actor(.director, at: committee)
        let team = try await assembly.canvass.addTeam(
            "排摸一组",
            members: Set(members.compactMap(\.account)),
            heads: 2,
            to: campaign.id,
            by: director
        )
        let all = CanvassSelection()
        _ = try await assembly.canvass.assign(all, of: campaign.id, toArea: "东片", team: team.id, by: director)
        guard let building = try await assembly.places.buildings(of: committee).first else { return }
        let west = CanvassSelection(building: building.id)
        _ = try await assembly.canvass.assign(west, of: campaign.id, toArea: "西片", by: director)
    }

    private func visit(_ target: CanvassTarget, _ number: Int, by actor: Actor) async throws {
        let outcomes: [CanvassVisit.Outcome] = [.met, .met, .byPhone, .nobody, .met, .refused]
        let outcome = outcomes[number % outcomes.count]
        let draft = CanvassVisit.Draft(
            id: assembly.context.newID(),
            place: target.place,
            outcome: outcome,
            channel: outcome == .byPhone ? .phone : .visit,
            helpers: 2,
            receipt: outcome.isInformed ? CanvassVisit.Receipt(how: outcome == .met ? .signature : .phone) : nil
        )
        _ = try await assembly.canvass.record(draft, of: target.campaign, by: actor)
        guard outcome == .nobody else { return }
        try await assembly.canvass.mark(.posted, at: target.place, of: target.campaign, by: actor)
        if number == 3 { try await assembly.canvass.mark(.torn, at: target.place, of: target.campaign, by: actor) }
    }
}
