import Fanghu
import Hummingbird

/// What the desk is asked for.
struct HealthDeskChoice {
    var under: DivisionID?
    var fevers = DutyTaskKey.start
    var releases = DutyTaskKey.start
    /// All that are ready come ticked.
    var isTicked = false

    init() {}

    init(_ request: Request) throws {
        under = try request.query("under", as: DivisionID.self)
        fevers = try request.query("fevers", as: DutyTaskKey.self) ?? .start
        releases = try request.query("releases", as: DutyTaskKey.self) ?? .start
        isTicked = request.query("tick") == "all"
    }

    func link(fevers: DutyTask? = nil, releases: DutyTask? = nil, isTicked: Bool = false) -> String {
        HealthDeskAddress.desk.path
            + AddressText.query([
                ("under", under?.text), ("fevers", fevers.map { DutyTaskKey($0).addressText }),
                ("releases", releases.map { DutyTaskKey($0).addressText }), ("tick", isTicked ? "all" : nil),
            ])
    }
}

/// An open task with what is known about it.
struct HealthTask {
    let task: DutyTask
    let person: String?
    let owner: String?
    var signs: FeverSigns?
    var candidate: ReleaseCandidate?
}

/// Everything that the desk shows.
struct HealthDeskReading {
    /// A page of a list; nil for who has no such work.
    struct List {
        let tasks: [HealthTask]
        let next: DutyTask?
    }

    /// Somebody whose last day is today.
    struct Ahead {
        let candidate: ReleaseCandidate
        let person: String?
    }

    let fevers: List?
    /// Residents whose second measurement at a gate was a fever.
    let gates: List?
    let releases: List?
    /// Those whose last day is today.
    let ahead: [Ahead]
    let hasMoreAhead: Bool
    let committees: [CommitteeTally]
    let reports: [FiguresReport]
}

extension HealthDeskRoutes {
    private static let pageLength = 25

    /// Open fevers, the most urgent first; nil for who answers none.
    func fevers(_ choice: HealthDeskChoice, _ visitor: Visitor) async throws -> HealthDeskReading.List? {
        guard visitor.may(.answerFevers) else { return nil }
        let actor = visitor.actor
        var (tasks, next) = try await tasks(.answerFever, under: choice.under, after: choice.fevers, actor)
        let observed = try await observations.feverSigns(of: tasks.compactMap(\.task.subject.observation), for: actor)
        let told = try await arrivals.feverSigns(of: tasks.compactMap(\.task.subject.arrival), for: actor)
        for index in tasks.indices {
            let subject = tasks[index].task.subject
            tasks[index].signs = subject.observation.flatMap { observed[$0] } ?? subject.arrival.flatMap { told[$0] }
        }
        return HealthDeskReading.List(tasks: tasks, next: next)
    }

    /// Fevers of residents measured twice at a gate; each closes with a word on its own page.
    func gateFevers(_ choice: HealthDeskChoice, _ visitor: Visitor) async throws -> HealthDeskReading.List? {
        guard visitor.may(.answerFevers) else { return nil }
        let found = try await tasks(.gateFever, under: choice.under, after: .start, visitor.actor)
        return HealthDeskReading.List(tasks: found.tasks, next: found.next)
    }

    /// Observations whose days are over, the longest waiting first; nil for who releases none.
    func releases(_ choice: HealthDeskChoice, _ visitor: Visitor) async throws -> HealthDeskReading.List? {
        guard visitor.may(.release) else { return nil }
        let actor = visitor.actor
        var (tasks, next) = try await tasks(.release, under: choice.under, after: choice.releases, actor)
        let ids = tasks.compactMap(\.task.subject.observation)
        let candidates = try await observations.releaseCandidates(ids, for: actor)
        for index in tasks.indices {
            tasks[index].candidate = tasks[index].task.subject.observation.flatMap { candidates[$0] }
        }
        return HealthDeskReading.List(tasks: tasks, next: next)
    }

    /// Those whose last day is today, so that what is missing can still be got.
    func ahead(
        _ choice: HealthDeskChoice,
        _ visitor: Visitor
    ) async throws -> (list: [HealthDeskReading.Ahead], hasMore: Bool) {
        guard visitor.may(.release) else { return ([], false) }
        let (candidates, hasMore) = try await observations.releasesAhead(under: choice.under, for: visitor.actor)
        let subjects = candidates.map { DutyTask.Subject.observation($0.row.key.id) }
        let names = try await self.subjects.names(of: subjects, for: visitor.actor)
        let list = candidates.map { candidate in
            let person = names[.observation(candidate.row.key.id)]
            return HealthDeskReading.Ahead(candidate: candidate, person: person)
        }
        return (list, hasMore)
    }

    /// Where work waits, for a doctor who covers several committees.
    func committees(_ visitor: Visitor) async throws -> [CommitteeTally] {
        guard visitor.may(.workTasks) else { return [] }
        return try await dispatch.committees(with: [.answerFever, .release], for: visitor.actor)
    }

    /// The figures of the visitor's own places.
    func reports(on places: [DivisionID], _ visitor: Visitor) async throws -> [FiguresReport] {
        guard visitor.may(.viewFigures) else { return [] }
        var reports: [FiguresReport] = []
        for place in places.prefix(20) {
            reports.append(try await figures.report(under: place, for: visitor.actor))
        }
        return reports
    }

    private func tasks(
        _ kind: DutyTask.Kind,
        under place: DivisionID?,
        after key: DutyTaskKey,
        _ actor: Actor
    ) async throws -> (tasks: [HealthTask], next: DutyTask?) {
        let length = HealthDeskRoutes.pageLength
        let found = try await dispatch.open(under: place, kinds: [kind], after: key, limit: length + 1, for: actor)
        let shown = Array(found.prefix(length))
        let names = try await subjects.names(of: shown, for: actor)
        let owners = try await accounts.names(of: shown.compactMap(\.owner))
        let tasks = shown.map { task in
            HealthTask(task: task, person: names[task.subject], owner: task.owner.flatMap { owners[$0] })
        }
        return (tasks, found.count > length ? shown.last : nil)
    }
}
