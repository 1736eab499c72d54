import Fanghu

/// One order: what was said, what to do next, what has to be done by whom, and what was done.
struct OrderPage: Page {
    static let template = "orders-order"

    struct Surroundings {
        let names: [AccountID: String]
        let catalogue: OrderCatalogue
        let territory: Territory
        let maySeeCaller: Bool
        /// The next step's id, so that a double click is one step.
        let step: OrderStepID
        let now: Instant
    }

    struct Part {
        let name: Words
        let owner: String?
        let isDone: Bool
        let isWithdrawn: Bool
        let done: String?
        let note: String?
        let value: String
        /// For the button that finishes it here.
        let canFinish: Bool
    }

    struct Step {
        let at: String
        let name: Words
        let state: Words
        let account: String?
        let role: Words?
        let owner: String?
        let note: String?
    }

    /// A form that does one thing; `kind` is for the template's sections.
    struct Act {
        let name: String
        let action: String
        let label: Words
        let needsNote: Bool
        let isFiling: Bool
        let isDispatch: Bool
        let isSuspension: Bool
        let isDuplicate: Bool
        let isCallBack: Bool
        let isFailure: Bool
    }

    struct Option {
        let value: String
        let label: Words
        let isChosen: Bool
    }

    struct Link {
        let link: String
        let name: Words
        let state: Words
        let at: String
        let value: String
    }

    let form: FormView?
    let back = OrderAddress.board.path
    let name: Words
    let state: Words
    let urgency: Words
    let source: Words
    let place: String
    let summary: String?
    let address: String?
    let subject: String?
    let owner: String?
    let isAtVerifier: Bool
    let isOver: Bool
    let reported: String
    let due: String
    let left: Phrase
    let isLate: Bool
    let handleBy: String?
    let contacted: String?
    let isExtensionAsked: Bool
    let closing: Words
    let filing: Words
    let showsFiling: Bool
    let step: String
    let next: [Act]
    let more: [Act]
    let finish: String?
    let parts: [Part]
    let steps: [Step]
    let alike: [Link]
    let hasAlike: Bool
    let classes: [Option]
    let urgencies: [Option]
    let people: [Option]
    let caller: String?
    let callerAction: String?

    init(
        _ view: FormView,
        _ file: OrderFile,
        acts: [OrderAct.Kind],
        candidates: [AccountID],
        caller: OrderCaller?,
        _ around: Surroundings
    ) {
        let order = file.order
        let known = around.catalogue[order.code]
        func moment(_ instant: Instant) -> String { DeskText.moment(instant, now: around.now) }
        form = view
        name = known?.name ?? Words(order.code, order.code)
        state = order.state.words
        urgency = order.urgency.words
        source = order.source.words
        place = PlaceText.short(order.committee, in: around.territory)
        summary = file.details?.summary
        address = file.details?.address
        subject = order.subject?.link
        owner = order.owner.flatMap { around.names[$0] }
        isAtVerifier = order.state.isAtVerifier
        isOver = order.state.isOver
        reported = moment(order.reportedAt)
        due = moment(order.dueAt)
        left = DeskText.left(until: order.dueAt, now: around.now)
        isLate = order.dueAt < around.now
        handleBy = order.handleBy.map(moment)
        contacted = order.contactedAt.map(moment)
        isExtensionAsked = order.extensionAskedBy != nil
        closing = known?.closing ?? Words("", "")
        filing = known?.filing ?? Words("", "")
        showsFiling = acts.contains(.file)
        step = around.step.text
        let forms = acts.filter { $0 != .finish }.map { Act($0, of: order.id) }
        let lead = forms.first { !$0.needsNote || $0.isFiling || $0.isDispatch }
        next = lead.map { [$0] } ?? []
        more = forms.filter { $0.name != lead?.name }
        finish = acts.contains(.finish) ? OrderAddress.act(.of(order.id), .of(OrderAct.Kind.finish.rawValue)).path : nil
        parts = file.tasks.filter(\.kind.isShownAsPart)
            .map { Part($0, mayFinish: acts.contains(.finish), around) }
        steps = file.steps.reversed().map { Step($0, around.names, moment($0.at)) }
        alike = file.alike.map { Link($0, around) }
        hasAlike = !file.alike.isEmpty
        classes = around.catalogue.classes.map { Option($0.code, $0.name, isChosen: $0.code == order.code) }
        urgencies = OrderClass.Urgency.allCases.map { Option($0.rawValue, $0.words, isChosen: $0 == order.urgency) }
        people = candidates.map { account in
            let name = around.names[account] ?? account.text
            return Option(account.text, Words(name, name), isChosen: account == order.owner)
        }
        self.caller = caller.map { [$0.name, $0.phone].compactMap(\.self).joined(separator: " · ") }
        callerAction = around.maySeeCaller && caller == nil ? OrderAddress.caller(.of(order.id)).path : nil
    }
}

extension OrderPage.Part {
    fileprivate init(_ task: DutyTask, mayFinish: Bool, _ around: OrderPage.Surroundings) {
        name = task.kind.words
        owner = task.owner.flatMap { around.names[$0] }
        isDone = task.state == .done
        isWithdrawn = task.state == .withdrawn
        done = task.closedAt.map { DeskText.moment($0, now: around.now) }
        note = task.note
        value = task.kind.rawValue
        canFinish = mayFinish && task.state == .open && task.kind.closesByWord
    }
}

extension OrderPage.Link {
    fileprivate init(_ order: WorkOrder, _ around: OrderPage.Surroundings) {
        link = OrderAddress.order(.of(order.id)).path
        name = around.catalogue[order.code]?.name ?? Words(order.code, order.code)
        state = order.state.words
        at = DeskText.moment(order.reportedAt, now: around.now)
        value = order.id.text
    }
}

extension OrderPage.Option {
    fileprivate init(_ value: String, _ label: Words, isChosen: Bool) {
        self.value = value
        self.label = label
        self.isChosen = isChosen
    }
}

extension OrderPage.Act {
    fileprivate init(_ kind: OrderAct.Kind, of id: WorkOrderID) {
        name = kind.rawValue
        action = OrderAddress.act(.of(id), .of(kind.rawValue)).path
        label = kind.words
        needsNote = kind.needsNote
        isFiling = kind == .file
        isDispatch = kind == .dispatch
        isSuspension = kind == .suspend
        isDuplicate = kind == .markDuplicate
        isCallBack = kind == .callBack
        isFailure = kind == .fail
    }
}

extension OrderPage.Step {
    fileprivate init(_ step: OrderStep, _ names: [AccountID: String], _ at: String) {
        self.at = at
        name = step.words
        state = step.state.words
        account = step.account.flatMap { names[$0] }
        role = step.role?.words
        owner = step.owner.flatMap { names[$0] }
        note = step.note
    }
}

extension DutyTask.Kind {
    /// Not the desk's own tasks.
    fileprivate var isShownAsPart: Bool { self != .dispatchOrder && self != .verifyOrder && self != .lateOrder }
}
