import Fanghu

/// One task as lists show it.
struct TaskLine {
    let kind: Words
    let person: String?
    let place: String
    let left: Phrase
    let due: String
    let isOverdue: Bool
    let owner: String?
    let isOwn: Bool
    /// Where the work is done; the task's own page where there is no other.
    let link: String
    let close: String?
    /// For the label of the note's field.
    let id: String

    /// - Parameter desk: where the visitor does this work, if not on the subject's own page.
    init(_ task: DutyTask, person: String?, place: String, owner: String?, isOwn: Bool, desk: String?, now: Instant) {
        kind = task.kind.words
        self.person = person
        self.place = place
        left = DeskText.left(until: task.dueAt, now: now)
        due = DeskText.moment(task.dueAt, now: now)
        isOverdue = task.dueAt < now
        self.owner = owner
        self.isOwn = isOwn
        id = task.id.text
        let own = DeskAddress.task(.of(task.id)).path
        link = desk ?? (task.kind.closesByWord ? own : task.subjectLink ?? own)
        close = task.kind.closesByWord && task.state == .open ? DeskAddress.closeTask(.of(task.id)).path : nil
    }
}

/// The work list as it is shown.
struct WorkPage: Page {
    static let template = "dispatch-work"

    struct Filter {
        let label: Words
        let count: String
        let link: String
        let isCurrent: Bool
    }

    let tasks: [TaskLine]
    let open: String
    let late: String
    let hasLate: Bool
    /// The alarm: tasks that nobody has to do.
    let unowned: Phrase?
    let unownedLink: String
    let owners: [Filter]
    let kinds: [Filter]
    let next: String?
    let first: String?

    init(_ lines: [TaskLine], _ tally: TaskTally, _ choice: WorkChoice, next last: DutyTask?) {
        tasks = lines
        open = Listing.grouped(tally.open)
        late = Listing.grouped(tally.late)
        hasLate = tally.late > 0
        unowned = tally.unowned > 0 ? Phrase("dispatch.unowned", ["count": Listing.grouped(tally.unowned)]) : nil
        unownedLink = choice.link(kind: nil, owner: "nobody")
        let owner = choice.ownerText
        let all: [(Words, Int, String?)] = [
            (Words("全部", "All"), tally.open, nil), (Words("我的", "Mine"), tally.own, "me"),
            (Words("无人负责", "Nobody's"), tally.unowned, "nobody"),
        ]
        owners = all.map { label, count, name in
            Filter(
                label: label,
                count: Listing.grouped(count),
                link: choice.link(kind: choice.kind, owner: name),
                isCurrent: owner == name
            )
        }
        let any = Filter(
            label: Words("所有任务", "All kinds"),
            count: "",
            link: choice.link(kind: nil, owner: owner),
            isCurrent: choice.kind == nil
        )
        kinds =
            [any]
            + DutyTask.Kind.allCases.filter { tally.byKind[$0] != nil || $0 == choice.kind }
            .map { kind in
                Filter(
                    label: kind.words,
                    count: Listing.grouped(tally.byKind[kind] ?? 0),
                    link: choice.link(kind: kind, owner: owner),
                    isCurrent: kind == choice.kind
                )
            }
        next = last.map { choice.link(kind: choice.kind, owner: owner, after: $0) }
        first = choice.after.id.isEmpty ? nil : choice.link(kind: choice.kind, owner: owner)
    }
}

/// One task with what is known about it, and where it is closed by a word.
struct TaskPage: Page {
    static let template = "dispatch-task"

    let form: FormView?
    let back = DeskAddress.work.path
    let task: TaskLine
    let subject: String?
    /// The order of which it is a part, with what others do for it.
    let order: String?
    let opened: String
    let isOpen: Bool
    let closed: String?
    let closedBy: String?
    let remark: String?
    let note: Field

    init(_ view: FormView, _ task: DutyTask, _ line: TaskLine, closedBy: String?, now: Instant) {
        form = view
        self.task = line
        subject = task.subjectLink
        order =
            task.subject == task.order.map(DutyTask.Subject.order)
            ? nil : task.order.map { OrderAddress.order(.of($0)).path }
        opened = DeskText.moment(task.openedAt, now: now)
        isOpen = task.state == .open
        closed = task.closedAt.map { DeskText.moment($0, now: now) }
        self.closedBy = closedBy
        remark = task.note
        note = view.field("note", "dispatch.note", hint: "dispatch.noteHint")
    }
}

/// How the desk writes times.
enum DeskText {
    /// `14:30` today, `2020-02-09 14:30` else, as digits that both languages read.
    static func moment(_ instant: Instant, now: Instant) -> String {
        let minute = instant.minuteOfDay
        let clock = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return instant.day == now.day ? clock : "\(instant.day.iso) \(clock)"
    }

    /// How long there is, or how late it is, as exactly as one plans by.
    static func left(until due: Instant, now: Instant) -> Phrase {
        let minutes = Int(abs(due.microseconds - now.microseconds) / 60_000_000)
        let suffix = due < now ? "Late" : "Left"
        switch minutes {
        case ..<60: return Phrase("dispatch.time.minutes\(suffix)", ["minutes": "\(minutes)"])
        case ..<2880:
            let values = ["hours": "\(minutes / 60)", "minutes": "\(minutes % 60)"]
            return Phrase("dispatch.time.hours\(suffix)", values)
        default: return Phrase("dispatch.time.days\(suffix)", ["days": "\(minutes / 1440)"])
        }
    }
}
