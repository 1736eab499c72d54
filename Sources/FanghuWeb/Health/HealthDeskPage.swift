import Fanghu

/// The desk of a health centre: what is urgent, what is due, how things stand.
struct HealthDeskPage: Page {
    static let template = "health-desk"

    /// A fever with its answer in place.
    struct Fever {
        let person: String
        let link: String
        let place: String
        let left: Phrase
        let isOverdue: Bool
        let origin: Phrase
        let temperature: String?
        let symptoms: [Words]
        let told: String
        let owner: String?
        let id: String
        let action: String
        let field: String
        let note: String
    }

    /// A resident with a fever at a gate.
    struct Gate {
        let person: String
        let link: String
        let place: String
        let left: Phrase
        let isOverdue: Bool

        init(_ entry: HealthTask, _ territory: Territory, now: Instant) {
            person = entry.person ?? "—"
            link = DeskAddress.task(.of(entry.task.id)).path
            place = PlaceText.short(entry.task.committee, in: territory)
            left = DeskText.left(until: entry.task.dueAt, now: now)
            isOverdue = entry.task.dueAt < now
        }
    }

    /// An observation on the way to its release.
    struct Release {
        let id: String
        let person: String
        let link: String
        let place: String
        let period: String
        let tally: Phrase
        let left: Phrase
        let isOverdue: Bool
        let isReady: Bool
        let isTicked: Bool
        let obstacle: Words?
    }

    /// Somebody whose last day is today.
    struct Ahead {
        let person: String
        let link: String
        let place: String
        let tally: Phrase
        let obstacle: Words?
    }

    /// What waits in one committee.
    struct Committee {
        let name: String
        let link: String
        let isCurrent: Bool
        let fevers: String
        let lateFevers: String?
        let releases: String
        let lateReleases: String?
    }

    let form: FormView?
    let hasFevers: Bool
    let fevers: [Fever]
    let nextFevers: String?
    let gates: [Gate]
    let hasGates: Bool
    let hasReleases: Bool
    let releases: [Release]
    let isAnyReady: Bool
    let nextReleases: String?
    let releaseAction = HealthDeskAddress.releases.path
    let tickLink: String
    let hasAhead: Bool
    let ahead: [Ahead]
    let hasMoreAhead: Bool
    let hasCommittees: Bool
    let committees: [Committee]
    let allCommittees: String?
    let figures: [HealthFigures]
    let work: String?

    init(
        _ form: FormView,
        _ reading: HealthDeskReading,
        _ choice: HealthDeskChoice,
        _ visitor: Visitor,
        _ territory: Territory,
        now: Instant
    ) {
        self.form = form
        hasFevers = reading.fevers != nil
        fevers = (reading.fevers?.tasks ?? []).map { Fever($0, form, territory, now: now) }
        gates = (reading.gates?.tasks ?? []).map { Gate($0, territory, now: now) }
        hasGates = !gates.isEmpty
        nextFevers = reading.fevers?.next.map { choice.link(fevers: $0) }
        hasReleases = reading.releases != nil
        let ticked = Set(form.values.all("observations"))
        releases = (reading.releases?.tasks ?? [])
            .compactMap { Release($0, isTicked: choice.isTicked, ticked, territory, now: now) }
        isAnyReady = releases.contains(where: \.isReady)
        nextReleases = reading.releases?.next.map { choice.link(releases: $0) }
        tickLink = choice.link(isTicked: true)
        hasAhead = !reading.ahead.isEmpty
        ahead = reading.ahead.map { Ahead($0, territory) }
        hasMoreAhead = reading.hasMoreAhead
        committees = Committee.lines(reading.committees, choice.under, territory)
        hasCommittees = !committees.isEmpty
        allCommittees = choice.under == nil ? nil : HealthDeskAddress.desk.path
        figures = reading.reports.map(HealthFigures.init)
        work = visitor.may(.workTasks) ? DeskAddress.work.path + AddressText.query([("owner", "all")]) : nil
    }
}

extension HealthDeskPage.Fever {
    init(_ entry: HealthTask, _ form: FormView, _ territory: Territory, now: Instant) {
        let task = entry.task
        person = entry.person ?? "—"
        link = task.subject.link ?? DeskAddress.task(.of(task.id)).path
        place = PlaceText.name(task.committee, in: territory)
        left = DeskText.left(until: task.dueAt, now: now)
        isOverdue = task.dueAt < now
        origin = task.subject.arrival == nil ? "health.fromObservation" : "health.fromRegistration"
        temperature = entry.signs?.temperature.map { "\($0) ℃" }
        symptoms = (entry.signs?.symptoms ?? []).sorted { $0.rawValue < $1.rawValue }.map(\.words)
        told = DeskText.moment(entry.signs?.toldAt ?? task.openedAt, now: now)
        owner = entry.owner
        id = "fever-\(task.id)"
        action = HealthDeskAddress.fever(.of(task.id)).path
        field = "note-\(task.id)"
        note = form.values.raw("note-\(task.id)")
    }
}

extension HealthDeskPage.Release {
    init?(_ entry: HealthTask, isTicked: Bool, _ ticked: Set<String>, _ territory: Territory, now: Instant) {
        guard let candidate = entry.candidate else { return nil }
        let row = candidate.row
        id = row.key.id.text
        person = entry.person ?? "—"
        link = ObservationDeskAddress.observation(.of(row.key.id)).path
        place = PlaceText.name(row.key.committee, in: territory)
        period = "\(row.firstDay.iso) – \(row.lastDay.iso)"
        tally = Phrase.tally(candidate.tally)
        left = DeskText.left(until: entry.task.dueAt, now: now)
        isOverdue = entry.task.dueAt < now
        isReady = candidate.obstacle == nil
        self.isTicked = isReady && (isTicked || ticked.contains(row.key.id.text))
        obstacle = candidate.obstacle?.words
    }
}

extension HealthDeskPage.Ahead {
    init(_ entry: HealthDeskReading.Ahead, _ territory: Territory) {
        let row = entry.candidate.row
        person = entry.person ?? "—"
        link = ObservationDeskAddress.observation(.of(row.key.id)).path
        place = PlaceText.name(row.key.committee, in: territory)
        tally = Phrase.tally(entry.candidate.tally)
        obstacle = entry.candidate.obstacle?.words
    }
}

extension Phrase {
    /// How many of the slots so far are recorded or explained.
    static func tally(_ tally: RecordTally) -> Phrase {
        Phrase("observation.tally", ["done": "\(tally.recorded + tally.explained)", "due": "\(tally.due)"])
    }
}

extension HealthDeskPage.Committee {
    /// One line a committee, those with the latest fevers first; none for who works in one alone.
    static func lines(
        _ tallies: [CommitteeTally],
        _ current: DivisionID?,
        _ territory: Territory
    ) -> [HealthDeskPage.Committee] {
        let places = Dictionary(grouping: tallies, by: \.committee)
        guard places.count > 1 || current != nil else { return [] }
        func count(_ place: DivisionID, _ kind: DutyTask.Kind, _ value: KeyPath<CommitteeTally, Int>) -> Int {
            (places[place] ?? []).filter { $0.kind == kind }.map { $0[keyPath: value] }.reduce(0, +)
        }
        func urgency(_ place: DivisionID) -> [Int] {
            [count(place, .answerFever, \.late), count(place, .answerFever, \.open), count(place, .release, \.late)]
        }
        return places.keys
            .sorted { left, right in
                let (first, second) = (urgency(left), urgency(right))
                return first == second ? left < right : second.lexicographicallyPrecedes(first)
            }
            .map { place in
                func late(_ kind: DutyTask.Kind) -> String? {
                    let number = count(place, kind, \.late)
                    return number > 0 ? Listing.grouped(number) : nil
                }
                return HealthDeskPage.Committee(
                    name: PlaceText.name(place, in: territory),
                    link: HealthDeskAddress.desk.path + AddressText.query([("under", place.text)]),
                    isCurrent: place == current,
                    fevers: Listing.grouped(count(place, .answerFever, \.open)),
                    lateFevers: late(.answerFever),
                    releases: Listing.grouped(count(place, .release, \.open)),
                    lateReleases: late(.release)
                )
            }
    }
}
