package import Fanghu
import Hummingbird

/// The tasks in the API.
///
/// | address | method | who | act |
/// | --- | --- | --- | --- |
/// | `/api/v1/tasks?under=&kind=&owner=me\|nobody&after=&limit=` | GET | workTasks | open |
/// | `/api/v1/tasks/{id}/close` | POST | workTasks | close |
package enum TasksAPIAddress: Address {
    case tasks
    case close(Slot<DutyTaskID>)

    package static let all: [TasksAPIAddress] = [.tasks, .close("id")]

    package var path: String {
        switch self {
        case .tasks: "/api/v1/tasks"
        case .close(let id): "/api/v1/tasks/\(id)/close"
        }
    }
}

/// Answers the API's requests about tasks.
struct TasksAPI: Sendable {
    let service: DispatchService
    let accounts: AccountNames
    let context: Context

    func add(to routes: Routes) {
        routes.get(TasksAPIAddress.tasks, use: tasks)
        routes.post(TasksAPIAddress.close("id"), use: close)
    }

    @Sendable func tasks(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let visitor = try visit.signedIn()
        if let owner = request.query("owner"), owner != "me", owner != "nobody" {
            throw EdgeRefusal.malformedField("owner")
        }
        let choice = try WorkChoice(request, for: visitor)
        let limit = min(max(try request.query("limit", as: Int.self) ?? 50, 1), 200)
        let found = try await service.open(
            under: try request.query("under", as: DivisionID.self),
            kinds: choice.kinds,
            of: choice.owner,
            after: choice.after,
            limit: limit + 1,
            for: visitor.actor
        )
        let shown = Array(found.prefix(limit))
        let names = try await accounts.names(of: shown.compactMap(\.owner))
        let now = context.now
        return try .json(
            TaskListAnswer(
                tasks: shown.map { TaskAnswer($0, names, now: now) },
                next: found.count > limit ? shown.last.map { DutyTaskKey($0).addressText } : nil
            )
        )
    }

    @Sendable func close(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: DutyTaskID.self)
        let body = try await request.decodeStrict(TaskClosingBody.self, context: visit)
        let task = try await service.close(id, note: FormText.trimmed(body.note), by: actor)
        let names = try await accounts.names(of: [task.owner].compactMap { $0 })
        return try .json(TaskAnswer(task, names, now: context.now))
    }
}

/// What was done.
struct TaskClosingBody: StrictDraft {
    let note: String

    enum CodingKeys: String, CodingKey {
        case note
    }
}

/// A page of tasks in the API.
struct TaskListAnswer: Encodable {
    let tasks: [TaskAnswer]
    /// For `after`; absent on the last page.
    let next: String?
}

/// A task in the API.
struct TaskAnswer: Encodable {
    struct Owner: Encodable {
        let id: AccountID
        let name: String?
    }

    let id: DutyTaskID
    let committee: DivisionID
    let kind: DutyTask.Kind
    /// `kind:id`.
    let subject: String
    let state: DutyTask.State
    let openedAt: Instant
    let dueAt: Instant
    let isOverdue: Bool
    /// Absent where nobody has to do it: an alarm.
    let owner: Owner?
    /// Whether a word closes it, or only the act that it asks for.
    let closesByWord: Bool
    let closedAt: Instant?
    let note: String?

    init(_ task: DutyTask, _ names: [AccountID: String], now: Instant) {
        id = task.id
        committee = task.committee
        kind = task.kind
        subject = task.subject.text
        state = task.state
        openedAt = task.openedAt
        dueAt = task.dueAt
        isOverdue = task.state == .open && task.dueAt < now
        owner = task.owner.map { Owner(id: $0, name: names[$0]) }
        closesByWord = task.kind.closesByWord
        closedAt = task.closedAt
        note = task.note
    }
}
