package import Fanghu
import Hummingbird

/// The work of today.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk` | GET | workTasks | open tasks, the most urgent first |
/// | `/desk/tasks/{id}/close` | POST | workTasks | close with a word on what was done |
package enum DeskAddress: Address {
    case work
    case closeTask(Slot<DutyTaskID>)

    package static let all: [DeskAddress] = [.work, .closeTask("id")]

    package var path: String {
        switch self {
        case .work: "/desk"
        case .closeTask(let id): "/desk/tasks/\(id)/close"
        }
    }
}

/// The work list of a committee, a health centre or a township.
struct DeskRoutes: Sendable {
    let service: DispatchService
    let accounts: AccountNames
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    private let pageLength = 50

    func add(to routes: Routes) {
        routes.get(DeskAddress.work, use: work)
        routes.post(DeskAddress.closeTask("id"), use: close)
        pages.addNavigation(NavigationEntry(DeskAddress.work, "desk.work", isShown: { $0.may(.workTasks) }))
    }

    @Sendable func work(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await page(FormView(), request, visit)
    }

    @Sendable func close(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: DutyTaskID.self)
        let form = try await request.form(visit)
        try await service.close(id, note: form.text("note"), by: actor)
        return pages.seeOther(DeskAddress.work, saying: "desk.closed")
    }

    private func page(_ form: FormView, _ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let kind = request.query("kind").flatMap { DutyTask.Kind(rawValue: $0) }
        let key = DutyTaskKey(cursor: request.query("after")) ?? .start
        let tasks = try await service.open(
            under: nil,
            kinds: kind.map { [$0] } ?? DutyTask.Kind.allCases,
            after: key,
            limit: pageLength + 1,
            for: actor
        )
        let owners = try await accounts.names(of: tasks.compactMap(\.owner))
        let page = WorkPage(
            Array(tasks.prefix(pageLength)),
            hasMore: tasks.count > pageLength,
            kind: kind,
            owners: owners,
            territory: territory(),
            now: context.now
        )
        return try pages.response(page, to: request, visit)
    }
}

extension DutyTaskKey {
    /// From `DUE_ID` as links carry it.
    init?(cursor: String?) {
        let parts = (cursor ?? "").split(separator: "_")
        guard parts.count == 2, let due = Int64(parts[0]), let id = DutyTaskID(parts[1]) else { return nil }
        self.init(dueAt: Instant(microseconds: due), id: id.text)
    }
}

extension Visitor {
    /// Whether one of the visitor's roles allows something somewhere; what is behind a link checks for itself.
    func may(_ permission: Permission) -> Bool {
        guard case .staff(let staff) = actor else { return false }
        return staff.appointments.contains { $0.to == nil && $0.role.permissions.contains(permission) }
    }
}

/// The work list as it is shown.
struct WorkPage: Page {
    static let template = "dispatch-work"

    struct Task {
        let kind: Words
        let place: String
        let due: String
        let isOverdue: Bool
        let owner: String?
        let link: String?
        let close: String?
    }

    struct Filter {
        let label: Phrase
        let link: String
        let isCurrent: Bool
    }

    let tasks: [Task]
    let filters: [Filter]
    let next: String?
    let overdue: Phrase

    init(
        _ tasks: [DutyTask],
        hasMore: Bool,
        kind: DutyTask.Kind?,
        owners: [AccountID: String],
        territory: Territory,
        now: Instant
    ) {
        self.tasks = tasks.map { task in
            Task(
                kind: task.kind.words,
                place: territory.node(task.committee)?.name ?? task.committee.text,
                due: DeskText.moment(task.dueAt, now: now),
                isOverdue: task.dueAt < now,
                owner: task.owner.flatMap { owners[$0] },
                link: WorkPage.link(of: task),
                close: task.kind.closesByWord ? DeskAddress.closeTask(.of(task.id)).path : nil
            )
        }
        let overdueCount = tasks.filter { $0.dueAt < now }.count
        overdue = Phrase("desk.overdueCount", ["count": "\(overdueCount)"])
        let path = DeskAddress.work.path
        filters =
            [Filter(label: "desk.allKinds", link: path, isCurrent: kind == nil)]
            + DutyTask.Kind.allCases.map {
                Filter(label: Phrase("task.\($0.rawValue)"), link: "\(path)?kind=\($0.rawValue)", isCurrent: $0 == kind)
            }
        let last = hasMore ? tasks.last : nil
        next = last.map { task in
            path + AddressText.query([("kind", kind?.rawValue), ("after", "\(task.dueAt.microseconds)_\(task.id)")])
        }
    }

    private static func link(of task: DutyTask) -> String? {
        switch task.subject {
        case .arrival(let id): ArrivalsDeskAddress.arrival(.of(id)).path
        case .observation(let id): ObservationDeskAddress.observation(.of(id)).path
        case .lead, .person: nil
        }
    }
}

/// How the desk writes times.
enum DeskText {
    /// `14:30` today, `2月9日 14:30` else, as digits that both languages read.
    static func moment(_ instant: Instant, now: Instant) -> String {
        let minute = instant.minuteOfDay
        let clock = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return instant.day == now.day ? clock : "\(instant.day.iso) \(clock)"
    }
}
