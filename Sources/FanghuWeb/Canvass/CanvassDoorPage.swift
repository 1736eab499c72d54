import Fanghu

/// One door on the phone: what is known of it, and a large button for each thing that can come of the visit.
struct CanvassDoorPage: Page {
    static let template = "canvass-door"

    struct Fact {
        let label: Phrase
        let value: Words
    }

    struct Outcome {
        let value: String
        let label: Words
        let isMain: Bool
    }

    struct Past {
        let at: String
        let outcome: Words
        let receipt: Words?
    }

    /// The notice on the door and what can be done with it.
    struct Marker {
        let state: Words
        let action: String
        let acts: [Outcome]
    }

    let form: FormView?
    let campaign: Words
    let name: String
    let kind: Words
    let state: Words
    let isSettled: Bool
    let left: Phrase?
    let back: String
    let skip: String
    /// What forms may send; nil for a campaign that is not open.
    let ask: Ask?
    let marker: Marker?
    let facts: [Fact]
    let past: [Past]
    let hasPast: Bool

    /// The questions of a visit.
    struct Ask {
        let action: String
        let id: String
        let receipt: Choice
        let receivedBy: Field
        let members: Choice?
        let helpers: Field?
        let remarks: Field
        let told: [Outcome]
        let notMet: [Outcome]
        let away: Away?
        let explain: Field
        let explainAction: String
    }

    /// What belongs to dwellings alone.
    struct Away {
        let action: Outcome
        let vacancy: Outcome
        let origin: Field
        let expectedReturn: Field
        let evidence: Choice
        let recheckOn: Field
    }

    init(
        _ view: FormView,
        _ door: NextDoor,
        _ names: [AccountID: String],
        isNext: Bool,
        newID: CanvassVisitID,
        now: Instant
    ) {
        let (target, id) = (door.target, Slot<CanvassCampaignID>.of(door.campaign.id))
        form = view
        campaign = door.campaign.title
        name = CanvassText.name(target)
        kind = target.kind.words
        state = target.state.words
        isSettled = target.state.isSettled
        left = isNext ? Phrase("canvass.left", ["count": Listing.grouped(door.left)]) : nil
        back = CanvassAddress.list.path
        skip = CanvassAddress.next(id).path + AddressText.query([("after", target.key.addressText)])
        ask = door.campaign.state == .open ? Ask(view, door, names, newID: newID) : nil
        marker = Marker(door)
        facts = CanvassDoorPage.facts(door, now: now)
        hasPast = !door.visits.isEmpty
        past = door.visits.map {
            Past(at: DeskText.moment($0.at, now: now), outcome: $0.outcome.words, receipt: $0.receipt?.words)
        }
    }

    private static func facts(_ door: NextDoor, now: Instant) -> [Fact] {
        var facts: [Fact] = []
        if let team = door.team { facts.append(Fact(label: "canvass.team", value: CanvassText.named(team.name))) }
        if let area = door.target.area { facts.append(Fact(label: "canvass.area", value: CanvassText.named(area))) }
        guard let known = door.household else { return facts }
        facts.append(Fact(label: "canvass.presence", value: known.presence.kind.words))
        let day = known.presence.expectedReturn ?? known.presence.recheckOn
        let texts: [(Phrase, String?)] = [
            ("canvass.due", day?.iso), ("canvass.living", known.living.map { "\($0)" }), ("canvass.head", known.head),
            ("canvass.phone", known.phone), ("canvass.heard", DeskText.moment(known.heardAt, now: now)),
        ]
        facts += texts.compactMap { label, text in text.map { Fact(label: label, value: CanvassText.named($0)) } }
        facts += known.needs.sorted().map { Fact(label: "canvass.need", value: $0.words) }
        return facts
    }
}

extension CanvassDoorPage.Ask {
    fileprivate init(_ view: FormView, _ door: NextDoor, _ names: [AccountID: String], newID: CanvassVisitID) {
        let target = door.target
        let (campaign, place) = (Slot<CanvassCampaignID>.of(door.campaign.id), Slot<PlaceID>.of(target.place))
        let outcome = { (outcome: CanvassVisit.Outcome) in
            CanvassDoorPage.Outcome(value: outcome.rawValue, label: outcome.words, isMain: outcome.isInformed)
        }
        let sent = view.values.raw("id")
        self.init(
            action: CanvassAddress.door(campaign, place).path,
            id: sent.isEmpty ? newID.text : sent,
            receipt: view.choice(
                "receipt",
                "canvass.receipt",
                ofNames: CanvassVisit.Receipt.How.allCases.map { ($0.rawValue, $0.words) },
                isOptional: !door.campaign.wantsReceipt
            ),
            receivedBy: view.field(
                "receivedBy",
                "canvass.receivedBy",
                hint: "canvass.receivedByHint",
                isOptional: true
            ),
            members: CanvassDoorPage.Ask.members(view, door.team, names),
            helpers: (door.team?.heads ?? 0) > 0
                ? view.field("helpers", "canvass.helpers", kind: .whole, isOptional: true) : nil,
            remarks: view.field("remarks", "canvass.remarks", isOptional: true),
            told: [.met, .byPhone].map(outcome),
            notMet: [.nobody, .refused].map(outcome),
            away: target.kind.isDwelling ? CanvassDoorPage.Away(view, outcome(.away), outcome(.vacant)) : nil,
            explain: view.field("reason", "canvass.reason", hint: "canvass.reasonHint"),
            explainAction: CanvassAddress.explain(campaign, place).path
        )
    }

    private static func members(_ view: FormView, _ team: CanvassTeam?, _ names: [AccountID: String]) -> Choice? {
        guard let team, team.members.count > 1 else { return nil }
        let people = CoverageChoices.people(team.members.sorted(), names)
        return view.choice("members", "canvass.present", hint: "canvass.presentHint", ofNames: people, isOptional: true)
    }
}

extension CanvassDoorPage.Away {
    fileprivate init(_ view: FormView, _ action: CanvassDoorPage.Outcome, _ vacancy: CanvassDoorPage.Outcome) {
        let evidence = Presence.Evidence.allCases.filter { $0 != .ledger }.map { (value: $0.rawValue, name: $0.words) }
        self.init(
            action: action,
            vacancy: vacancy,
            origin: view.field("origin", "canvass.origin"),
            expectedReturn: view.field("expectedReturn", "canvass.expectedReturn", kind: .date, isOptional: true),
            evidence: view.choice("evidence", "canvass.evidence", ofNames: evidence),
            recheckOn: view.field("recheckOn", "canvass.recheckOn", kind: .date)
        )
    }
}

extension CanvassDoorPage.Marker {
    /// Nil where no notice is wanted.
    fileprivate init?(_ door: NextDoor) {
        let target = door.target
        let possible = DoorMarker.Event.allCases.filter { event in
            (event != .posted || door.campaign.state == .open)
                && (try? target.marker.after(event, at: target.state)) != nil
        }
        guard !possible.isEmpty else { return nil }
        self.init(
            state: target.marker.words,
            action: CanvassAddress.marker(.of(door.campaign.id), .of(target.place)).path,
            acts: possible.map { CanvassDoorPage.Outcome(value: $0.rawValue, label: $0.words, isMain: $0 == .torn) }
        )
    }
}

/// The end of a walk.
struct CanvassNoDoorPage: Page {
    static let template = "canvass-no-door"

    let campaign: Words
    let isOpen: Bool
    let back = CanvassAddress.list.path

    init(_ campaign: CanvassCampaign) {
        self.campaign = campaign.title
        isOpen = campaign.state == .open
    }
}
