import Fanghu

/// The dwellings of a territory, in the order of a walk.
struct HouseholdListPage: Page {
    static let template = "households-list"

    struct Line {
        let link: String
        let address: String
        let place: String
        let presence: Words?
        /// Expected back, or to be looked at again.
        let due: String
        let tenure: Words?
        let people: String
        let heard: String?
        let isLate: Bool
    }

    struct Tab {
        let label: Words
        let link: String
        let isCurrent: Bool
    }

    let tabs: [Tab]
    let lines: [Line]
    let next: String?

    init(
        _ part: HouseholdPart,
        _ found: [HouseholdLine],
        next key: DwellingKey?,
        under: DivisionID?,
        _ territory: Territory,
        now: Instant
    ) {
        let path = HouseholdAddress.list.path
        let link = { (part: HouseholdPart, after: DwellingKey?) in
            path + AddressText.query([("part", part.rawValue), ("under", under?.text), ("after", after?.addressText)])
        }
        tabs = HouseholdPart.allCases.map { Tab(label: $0.words, link: link($0, nil), isCurrent: $0 == part) }
        lines = found.map { Line($0, territory, now: now) }
        next = key.map { link(part, $0) }
    }
}

extension HouseholdListPage.Line {
    fileprivate init(_ line: HouseholdLine, _ territory: Territory, now: Instant) {
        let due = line.expectedReturn ?? line.recheckOn
        self.init(
            link: HouseholdAddress.dwelling(.of(line.dwelling)).path,
            address: line.address,
            place: territory.node(line.committee)?.name ?? "",
            presence: line.presence?.words,
            due: due?.iso ?? "",
            tenure: line.tenure?.words,
            people: line.living.map { "\($0)" } ?? "",
            heard: line.heardAt.map { DeskText.moment($0, now: now) },
            isLate: due.map { $0 <= now.day } ?? false
        )
    }
}

/// One dwelling: what is known, masked, with the one form that changes it, and what happened.
struct HouseholdPage: Page {
    static let template = "households-page"

    struct Fact {
        let label: Words
        let value: Words
    }

    struct Event {
        let at: String
        let presence: Words
        let channel: Words
        let role: Words?
        let withPolice: Bool
    }

    struct Notice {
        let at: String
        let receipt: String
    }

    let form: FormView?
    let address: String
    let place: String
    let presence: Words?
    let facts: [Fact]
    let action: String
    let noticeAction: String
    let id: String
    let basedOn: String
    let ask: HouseholdForm
    let events: [Event]
    let notices: [Notice]

    init(
        _ view: FormView,
        _ dwelling: Dwelling,
        _ household: Household?,
        _ events: [HouseholdEvent],
        _ notices: [HouseholdNotice],
        _ territory: Territory,
        now: Instant,
        newID: HouseholdChangeID
    ) {
        let view =
            view.refusals.isEmpty && view.values.raw("presence").isEmpty
            ? FormView(Self.values(of: household)) : view
        form = view
        address = dwelling.address
        place = territory.fullName(of: dwelling.committee)
        presence = household?.presence.kind.words
        facts = household.map(Self.facts) ?? []
        action = HouseholdAddress.dwelling(.of(dwelling.id)).path
        noticeAction = HouseholdAddress.notice(.of(dwelling.id)).path
        let sent = view.values.raw("id")
        id = sent.isEmpty ? newID.text : sent
        basedOn = "\(household?.version ?? 0)"
        ask = HouseholdForm(view)
        self.events = events.map { Event($0, now: now) }
        self.notices = notices.map { Notice(at: DeskText.moment($0.at, now: now), receipt: $0.receipt) }
    }

    /// What is open goes back into the form; what is personal is typed anew or stays as it is.
    private static func values(of household: Household?) -> FormValues {
        guard let household else { return FormValues(["channel": "visit"]) }
        let values: [String: String?] = [
            "presence": household.presence.kind.rawValue,
            "expectedReturn": household.presence.expectedReturn?.iso,
            "evidence": household.presence.evidence?.rawValue,
            "recheckOn": household.presence.recheckOn?.iso,
            "tenure": household.tenure?.rawValue,
            "living": household.living.map { "\($0)" },
            "away": household.away.map { "\($0)" },
            "origin": household.details.origin,
            "channel": "visit",
        ]
        let needs = ["needs": household.details.needs.sorted().map(\.rawValue)]
        return FormValues(lists: values.compactMapValues { $0.map { [$0] } }.merging(needs) { one, _ in one })
    }

    private static func facts(of household: Household) -> [Fact] {
        let details = household.details
        let masked: [(HouseholdField, String?)] = [
            (.head, details.head.map { Masking.name($0) }),
            (.phone, details.phone.map { Masking.phone($0) }),
            (
                .landlord,
                details.landlord.map { Masking.name($0.name) + ($0.phone.map { " " + Masking.phone($0) } ?? "") }
            ),
            (.remarks, details.remarks),
        ]
        return masked.compactMap { field, text in
            text.map { Fact(label: field.words, value: Words($0, $0)) }
        }
    }
}

extension HouseholdPage.Event {
    fileprivate init(_ event: HouseholdEvent, now: Instant) {
        self.init(
            at: DeskText.moment(event.at, now: now),
            presence: event.presence.words,
            channel: event.channel.words,
            role: event.role?.words,
            withPolice: event.withPolice
        )
    }
}
