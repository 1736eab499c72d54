import Fanghu

/// The observations of a territory.
struct ObservationListPage: Page {
    static let template = "observation-list"

    struct Row {
        let link: String
        let name: String
        let place: String
        let state: Words
        let mode: Words
        let day: String
        let lastDay: String
        let isAlarming: Bool
    }

    struct Tab {
        let label: Phrase
        let link: String
        let isCurrent: Bool
    }

    let tabs: [Tab]
    let rows: [Row]
    let matched: String
    let next: String?
    let first: String?

    init(
        _ listing: ObservationService.Listing,
        _ persons: [PersonID: MaskedPerson],
        part: ObservationPart,
        _ territory: Territory,
        today: CivilDate
    ) {
        let path = ObservationDeskAddress.list.path
        tabs = ObservationPart.allCases.map {
            Tab(
                label: Phrase("observation.part.\($0.rawValue)"),
                link: "\(path)?part=\($0.rawValue)",
                isCurrent: $0 == part
            )
        }
        rows = listing.rows.map { row in
            Row(
                link: ObservationDeskAddress.observation(.of(row.key.id)).path,
                name: persons[row.person]?.name ?? "—",
                place: territory.node(row.key.committee)?.name ?? "",
                state: row.state.words,
                mode: row.mode.words,
                day: ObservationDays.text(row, today: today),
                lastDay: row.lastDay.iso,
                isAlarming: row.state.conditions.isFeverish || row.state.conditions.isBreached
            )
        }
        matched = Listing(matched: listing.matched, next: nil, first: nil).matched
        next = listing.next.map { "\(path)" + AddressText.query([("part", part.rawValue), ("after", $0.text)]) }
        first = nil
    }
}

/// `3 / 14`.
enum ObservationDays {
    static func text(_ row: ObservationRow, today: CivilDate) -> String {
        let all = row.lastDay.days(since: row.firstDay) + 1
        let number = min(max(0, today.days(since: row.firstDay) + 1), all)
        return "\(number) / \(all)"
    }
}

/// One observation: who (masked), where it stands, what can be done now, and what has happened.
struct ObservationPage: Page {
    static let template = "observation-page"

    struct Offer {
        let label: Phrase
        let action: String
        let isMain: Bool
        let hint: Phrase?
        let fields: [Field]
        let boxes: [Choice]
        let selects: [Choice]
        /// Asked before it is done, for it cannot be undone.
        let isGrave: Bool
        let hasFile: Bool
        let id: String?
        let wish: String?
    }

    struct Day {
        let day: String
        let slot: Phrase
        let temperature: String
        let isFever: Bool
        let symptoms: [Words]
        let source: Phrase
    }

    struct Test {
        let day: String
        let result: Words
        let isPositive: Bool
    }

    struct Event {
        let at: String
        let what: Phrase
        let role: Words?
    }

    let form: FormView?
    let name: String
    let phone: String
    let place: String
    let state: Words
    let isAlarming: Bool
    let mode: Words
    let day: String
    let firstDay: String
    let lastDay: String
    let tally: Phrase?
    let serial: String?
    let serialLink: String?
    let commitmentLink: String?
    /// What waits for a second person.
    let pending: Phrase?
    let offers: [Offer]
    /// What is seldom done, folded away.
    let rare: [Offer]
    let hasRare: Bool
    /// Whether something folded away was sent and was wrong.
    let isAsking: Bool
    let personLink: String?
    let days: [Day]
    let tests: [Test]
    let events: [Event]

    init(
        _ view: FormView,
        _ row: ObservationRow,
        _ person: MaskedPerson?,
        ledger: SlotLedger?,
        course: ObservationCourse,
        pending change: PendingChange?,
        serial: String?,
        visitor: Visitor,
        _ territory: Territory,
        now: Instant,
        newID: DayRecordID
    ) {
        form = view
        name = person?.name ?? "—"
        phone = person?.phone ?? "—"
        place = territory.fullName(of: row.key.committee)
        state = row.state.words
        isAlarming = row.state.conditions.isFeverish || row.state.conditions.isBreached
        mode = row.mode.words
        day = ObservationDays.text(row, today: now.day)
        firstDay = row.firstDay.iso
        lastDay = row.lastDay.iso
        tally = ledger.map {
            Phrase(
                "observation.tally",
                ["done": "\($0.tally.recorded + $0.tally.explained)", "due": "\($0.tally.due)"]
            )
        }
        self.serial = serial
        serialLink = serial.map { ReleaseAddress.paper(.of($0)).path }
        let maySign = row.awaitsCommitment && visitor.may(.manageObservations)
        commitmentLink = maySign ? CommitmentAddress.desk(.of(row.key.id)).path : nil
        let acts = ObservationAct.offered(in: row, pending: change, to: visitor)
        pending = change.map { $0.wish.phrase }
        let missed = ledger?.overdue ?? []
        let forms = ObservationOffers(row, view, missed: missed, pending: change, newID)
        let possible = acts.filter { $0 != .explainSlot || !missed.isEmpty }
        offers = possible.filter { !$0.isRare }.enumerated().map { forms.offer($1, isMain: $0 == 0) }
        rare = possible.filter(\.isRare).map { forms.offer($0, isMain: false) }
        hasRare = !rare.isEmpty
        isAsking = !view.refusals.isEmpty
        personLink = person.map { PersonAddress.of($0.reference).path }
        days = course.records.reversed().prefix(60).map(ObservationPage.day)
        tests = course.tests.reversed()
            .map { Test(day: $0.sampledOn.iso, result: $0.result.words, isPositive: $0.result == .positive) }
        events = course.events.reversed()
            .map { event in
                Event(
                    at: DeskText.moment(event.at, now: now),
                    what: Phrase("observation.event.\(event.kind)"),
                    role: event.role?.words
                )
            }
    }

    private static func day(_ record: DayRecord) -> Day {
        Day(
            day: record.slot.day.iso,
            slot: Phrase("slot.\(record.slot.slot)"),
            temperature: "\(record.temperature)",
            isFever: record.isFever,
            symptoms: record.symptoms.sorted { $0.rawValue < $1.rawValue }.map(\.words),
            source: Phrase("observation.source.\(record.source.rawValue)")
        )
    }
}

extension PendingChange.Wish {
    fileprivate var phrase: Phrase {
        switch self {
        case .cancel(let reason): Phrase("observation.waits.cancel.\(reason.rawValue)")
        case .correctStart(let day): Phrase("observation.waits.correctStart", ["day": day.iso])
        }
    }
}
