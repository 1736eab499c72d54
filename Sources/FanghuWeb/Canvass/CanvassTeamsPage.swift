import Fanghu

/// The teams of a campaign, and the form of a further one.
struct CanvassTeamsPage: Page {
    static let template = "canvass-teams"

    struct Team {
        let name: String
        let members: [String]
        let heads: String
    }

    let form: FormView?
    let title: Words
    let back: String
    let action: String
    let teams: [Team]
    let name: Field
    let members: Choice?
    let heads: Field

    init(
        _ view: FormView,
        _ setup: CanvassService.Setup,
        _ colleagues: [AccountID],
        _ names: [AccountID: String]
    ) {
        form = view
        title = setup.campaign.title
        back = CanvassAddress.campaign(.of(setup.campaign.id)).path
        action = CanvassAddress.teams(.of(setup.campaign.id)).path
        teams = setup.teams.map { team in
            Team(
                name: team.name,
                members: team.members.map { names[$0] ?? "—" }.sorted(),
                heads: "\(team.heads)"
            )
        }
        name = view.field("name", "canvass.teamName")
        let people = CoverageChoices.people(colleagues, names)
        members = people.isEmpty ? nil : view.choice("members", "canvass.members", ofNames: people, isOptional: true)
        heads = view.field("heads", "canvass.heads", hint: "canvass.headsHint", kind: .whole, isOptional: true)
    }
}

/// What is left of a campaign, what waits for a second person, and the end.
struct CanvassClosePage: Page {
    static let template = "canvass-close"

    struct Waiting {
        let name: String
        let link: String
        let reason: String
        let by: String
        let at: String
        /// Nil for who wrote it: somebody else confirms.
        let confirm: String?
    }

    let form: FormView?
    let title: Words
    let back: String
    let action: String
    let all: String
    let left: String
    let isReady: Bool
    let lines: [CanvassDoorLine]
    let waiting: [Waiting]

    init(
        _ view: FormView,
        _ campaign: CanvassCampaign,
        _ open: PlacePage<CanvassTarget, DwellingKey>,
        _ explanations: [(explanation: CanvassExplanation, target: CanvassTarget)],
        _ names: [AccountID: String],
        own: AccountID?,
        _ territory: Territory,
        now: Instant
    ) {
        form = view
        title = campaign.title
        back = CanvassAddress.campaign(.of(campaign.id)).path
        action = CanvassAddress.close(.of(campaign.id)).path
        all =
            CanvassAddress.targets(.of(campaign.id)).path
            + AddressText.query([("state", CanvassPart.open.rawValue)])
        left = Listing.grouped(open.total)
        isReady = open.total == 0
        lines = open.places.map { CanvassDoorLine($0, territory, now: now) }
        waiting = explanations.map { explanation, target in
            Waiting(
                name: CanvassText.name(target),
                link: CanvassAddress.door(.of(target.campaign), .of(target.place)).path,
                reason: explanation.reason,
                by: explanation.account.flatMap { names[$0] } ?? "—",
                at: DeskText.moment(explanation.at, now: now),
                confirm: explanation.account == own ? nil : CanvassAddress.confirm(.of(explanation.id)).path
            )
        }
    }
}
