package import Fanghu
import Hummingbird

/// The work of today.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk?kind=&owner=&after=` | GET | workTasks; others are led to their own work | open tasks, the most urgent first |
/// | `/desk/tasks/{id}` | GET | workTasks | one task |
/// | `/desk/tasks/{id}/close` | POST | workTasks | close with a word on what was done |
package enum DeskAddress: Address {
    case work
    case task(Slot<DutyTaskID>)
    case closeTask(Slot<DutyTaskID>)

    package static let all: [DeskAddress] = [.work, .task("id"), .closeTask("id")]

    package var path: String {
        switch self {
        case .work: "/desk"
        case .task(let id): "/desk/tasks/\(id)"
        case .closeTask(let id): "/desk/tasks/\(id)/close"
        }
    }
}

/// The work list of a committee, a health centre or a township.
struct DeskRoutes: Sendable {
    let service: DispatchService
    let subjects: TaskSubjects
    let accounts: AccountNames
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    private let pageLength = 50

    func add(to routes: Routes) {
        routes.get(DeskAddress.work, use: work)
        routes.get(DeskAddress.task("id"), use: task)
        routes.post(DeskAddress.closeTask("id"), use: close)
        pages.addNavigation(
            NavigationEntry(DeskAddress.work, "desk.work", isShown: { DeskHome.elsewhere(for: $0) == nil })
        )
    }

    @Sendable func work(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let visitor = try visit.signedIn()
        if request.uri.query == nil, let elsewhere = DeskHome.elsewhere(for: visitor) {
            return Response(status: .seeOther, headers: [.location: elsewhere])
        }
        let choice = try WorkChoice(request, for: visitor)
        let tally = try await service.tally(under: nil, for: visitor.actor)
        let tasks = try await service.open(
            under: nil,
            kinds: choice.kinds,
            of: choice.owner,
            after: choice.after,
            limit: pageLength + 1,
            for: visitor.actor
        )
        let shown = Array(tasks.prefix(pageLength))
        let page = WorkPage(
            try await lines(shown, for: visitor),
            tally,
            choice,
            next: tasks.count > pageLength ? shown.last : nil
        )
        return try pages.response(page, to: request, visit)
    }

    @Sendable func task(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(page(FormView(), visit), to: request, visit)
    }

    @Sendable func close(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: DutyTaskID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await page($0, visit)
        } act: {
            try await service.close(id, note: form.text("note"), by: actor)
            return pages.seeOther(DeskAddress.work, saying: "dispatch.closed")
        }
    }

    private func page(_ form: FormView, _ visit: FanghuRequestContext) async throws -> TaskPage {
        let visitor = try visit.signedIn()
        let task = try await service.task(visit.value(of: "id", as: DutyTaskID.self), for: visitor.actor)
        let closedBy = try await accounts.names(of: [task.closedBy].compactMap { $0 })
        return TaskPage(
            form,
            task,
            try await lines([task], for: visitor)[0],
            closedBy: task.closedBy.flatMap { closedBy[$0] },
            now: context.now
        )
    }

    private func lines(_ tasks: [DutyTask], for visitor: Visitor) async throws -> [TaskLine] {
        let names = try await subjects.names(of: tasks, for: visitor.actor)
        let owners = try await accounts.names(of: tasks.compactMap(\.owner))
        let territory = territory()
        let now = context.now
        return tasks.map { task in
            TaskLine(
                task,
                person: names[task.subject],
                place: PlaceText.name(task.committee, in: territory),
                owner: task.owner.flatMap { owners[$0] },
                isOwn: task.owner != nil && task.owner == visitor.account,
                desk: HealthDeskAddress.link(to: task, for: visitor),
                now: now
            )
        }
    }
}

/// What the list is asked for.
struct WorkChoice {
    let kind: DutyTask.Kind?
    let owner: TaskOwner
    let after: DutyTaskKey

    init(_ request: Request, for visitor: Visitor) throws {
        kind = try request.query("kind", as: DutyTask.Kind.self)
        switch request.query("owner") {
        case "me": owner = .account(visitor.account)
        case "nobody": owner = .nobody
        default: owner = .anybody
        }
        after = try request.query("after", as: DutyTaskKey.self) ?? .start
    }

    var kinds: [DutyTask.Kind] { kind.map { [$0] } ?? DutyTask.Kind.allCases }

    var ownerText: String? {
        switch owner {
        case .anybody: nil
        case .nobody: "nobody"
        case .account: "me"
        }
    }

    func link(kind: DutyTask.Kind?, owner: String?, after: DutyTask? = nil) -> String {
        DeskAddress.work.path
            + AddressText.query([
                ("kind", kind?.rawValue), ("owner", owner), ("after", after.map { DutyTaskKey($0).addressText }),
            ])
    }
}

/// Where somebody begins whose role has no tasks, or has a desk of its own.
enum DeskHome {
    static func elsewhere(for visitor: Visitor) -> String? {
        // Who also works in a committee begins with the whole list, in which fevers and releases stand as well.
        if visitor.may(.viewHealthDesk), !visitor.may(.manageObservations) { return HealthDeskAddress.desk.path }
        let homes: [(Permission, String)] = [
            (.workTasks, ""), (.recordHouseholds, FieldAddress.page.path), (.reportCoverage, CoverageAddress.mine.path),
            (.viewFigures, FiguresAddress.own.path), (.keepGate, GateAddress.own.path),
            (.administerAccounts, AccessAddress.accounts.path), (.readAudit, AuditAddress.chains.path),
        ]
        let home = homes.first { visitor.may($0.0) }?.1 ?? AccessAddress.own.path
        return home.isEmpty ? nil : home
    }
}

extension Visitor {
    /// Whether one of the visitor's roles allows something somewhere; what is behind a link checks for itself.
    func may(_ permission: Permission) -> Bool {
        guard case .staff(let staff) = actor else { return false }
        return staff.appointments.contains { $0.to == nil && $0.role.permissions.contains(permission) }
    }
}

extension DutyTask.Kind: AddressValue {
    package var addressText: String { rawValue }
    package init?(addressText: String) { self.init(rawValue: addressText) }
}

extension DutyTaskKey: AddressValue {
    package init(_ task: DutyTask) {
        self.init(dueAt: task.dueAt, id: task.id.text)
    }

    package var addressText: String { "\(dueAt.microseconds)_\(id)" }

    package init?(addressText: String) {
        let parts = addressText.split(separator: "_")
        guard parts.count == 2, let due = Int64(parts[0]), let id = DutyTaskID(parts[1]) else { return nil }
        self.init(dueAt: Instant(microseconds: due), id: id.text)
    }
}
