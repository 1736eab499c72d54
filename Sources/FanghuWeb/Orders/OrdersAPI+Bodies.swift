import Fanghu

/// What somebody tells the duty desk; the sender makes the id, so that a report sent twice is one order.
struct OrderReportBody: StrictDraft {
    let id: WorkOrderID
    let committee: DivisionID
    let summary: String
    let address: String?
    let place: PlaceID?
    let orderClass: String?
    let urgency: OrderClass.Urgency?
    let callerName: String?
    let callerPhone: String?
    let dispatch: Bool?
    let owner: AccountID?

    enum CodingKeys: String, CodingKey {
        case id
        case committee
        case summary
        case address
        case place
        case orderClass = "class"
        case urgency
        case callerName
        case callerPhone
        case dispatch
        case owner
    }

    func report() throws -> OrderReport {
        let isHotline = callerName != nil || callerPhone != nil
        var report = OrderReport(
            id: id,
            committee: committee,
            source: isHotline ? .hotline : .desk,
            summary: FormText.trimmed(summary)
        )
        report.address = address
        report.place = place
        report.code = orderClass
        report.urgency = urgency
        report.isDispatchedNow = dispatch ?? false
        report.owner = owner
        if isHotline {
            let phone = try callerPhone.map { try PhoneNumber.parse($0).value.e164 }
            report.caller = OrderCaller(name: callerName, phone: phone)
        }
        return report
    }
}

/// One act; `id` is the sender's, so that an act sent twice is one step.
struct OrderActBody: StrictDraft {
    let id: OrderStepID
    let act: OrderAct.Kind
    let note: String?
    let orderClass: String?
    let urgency: OrderClass.Urgency?
    let owner: AccountID?
    let until: Instant?
    let part: DutyTask.Kind?
    let redo: [DutyTask.Kind]?
    let duplicateOf: WorkOrderID?
    let solved: Bool?
    let satisfied: Bool?

    enum CodingKeys: String, CodingKey {
        case id
        case act
        case note
        case orderClass = "class"
        case urgency
        case owner
        case until
        case part
        case redo
        case duplicateOf
        case solved
        case satisfied
    }

    func order() throws -> OrderAct {
        switch act {
        case .preCheck: return .preCheck
        case .accept: return .accept
        case .decline: return .decline
        case .markDuplicate: return .markDuplicate(of: try given(duplicateOf, "duplicateOf"))
        case .file: return .file(code: try given(orderClass, "class"), urgency: try given(urgency, "urgency"))
        case .dispatch: return .dispatch(to: owner)
        case .acknowledge: return .acknowledge
        case .sendBack: return .sendBack
        case .begin: return .begin
        case .contactCaller: return .contactCaller
        case .askExtension: return .askExtension
        case .extend: return .extend
        case .suspend: return .suspend(until: try given(until, "until"))
        case .resume: return .resume
        case .finish: return .finish(try given(part, "part"))
        case .beginVerifying: return .beginVerifying
        case .pass: return .pass
        case .fail: return .fail(redo: Set(redo ?? []))
        case .reopen: return .reopen
        case .urge: return .urge
        case .supervise: return .supervise
        case .callBack: return .callBack(isSolved: try given(solved, "solved"), isSatisfied: satisfied)
        }
    }

    private func given<Value>(_ value: Value?, _ name: String) throws -> Value {
        guard let value else { throw EdgeRefusal.missingField(name) }
        return value
    }
}

/// A page of the board.
struct OrderListAnswer: Encodable {
    let orders: [OrderAnswer]
    /// For `after`; absent on the last page.
    let next: String?
}

/// An order without what was said: a list never carries personal data.
struct OrderAnswer: Encodable {
    let id: WorkOrderID
    let committee: DivisionID
    let `class`: String
    let urgency: OrderClass.Urgency
    let state: OrderState
    /// Absent at the duty desk.
    let owner: AccountID?
    let subject: String?
    let source: OrderSource
    let reportedAt: Instant
    let dueAt: Instant
    let handleBy: Instant?
    let handledAt: Instant?
    let closedAt: Instant?
    let isOverdue: Bool
    let duplicateOf: WorkOrderID?

    init(_ order: WorkOrder, now: Instant) {
        id = order.id
        committee = order.committee
        `class` = order.code
        urgency = order.urgency
        state = order.state
        owner = order.owner
        subject = order.subject?.text
        source = order.source
        reportedAt = order.reportedAt
        dueAt = order.dueAt
        handleBy = order.handleBy
        handledAt = order.handledAt
        closedAt = order.closedAt
        isOverdue = !order.state.isOver && order.dueAt < now
        duplicateOf = order.duplicateOf
    }
}

/// One order with its course.
struct OrderFileAnswer: Encodable {
    struct Step: Encodable {
        let number: Int
        let act: String
        let state: OrderState
        let at: Instant
        let account: AccountID?
        let note: String?
    }

    struct Part: Encodable {
        let id: DutyTaskID
        let kind: DutyTask.Kind
        let state: DutyTask.State
        let owner: AccountID?
        let dueAt: Instant
    }

    let order: OrderAnswer
    let summary: String?
    let address: String?
    /// Whether somebody's name is sealed apart.
    let hasCaller: Bool
    /// What the asker can do with it now.
    let acts: [OrderAct.Kind]
    let steps: [Step]
    let tasks: [Part]

    init(_ file: OrderFile, for account: AccountID?, now: Instant) {
        order = OrderAnswer(file.order, now: now)
        summary = file.details?.summary
        address = file.details?.address
        hasCaller = file.hasCaller
        acts = file.acts(for: account)
        steps = file.steps.map { step in
            Step(
                number: step.number,
                act: step.act,
                state: step.state,
                at: step.at,
                account: step.account,
                note: step.note
            )
        }
        tasks = file.tasks.map { task in
            Part(id: task.id, kind: task.kind, state: task.state, owner: task.owner, dueAt: task.dueAt)
        }
    }
}

/// How committees did: counts, so that whoever shows a rate shows what it is of.
struct OrderRatesAnswer: Encodable {
    struct Line: Encodable {
        let committee: DivisionID
        let reported: Int
        let handled: Int
        let onTime: Int
        let calledBack: Int
        let solved: Int
        let asked: Int
        let satisfied: Int
        let contacted: Int
        let open: Int

        init(_ rates: OrderRates) {
            committee = rates.committee
            reported = rates.reported
            handled = rates.handled
            onTime = rates.onTime
            calledBack = rates.calledBack
            solved = rates.solved
            asked = rates.asked
            satisfied = rates.satisfied
            contacted = rates.contacted
            open = rates.open
        }
    }

    let committees: [Line]
}
