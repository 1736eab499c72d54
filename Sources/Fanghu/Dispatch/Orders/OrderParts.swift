import Store

/// An order that opens with a task of the rules.
struct RuleOrder {
    let code: String
    /// What has to be done beside the task itself.
    let further: [DutyTask.Kind]
    let isProvedByFact: Bool
    var urgency = OrderClass.Urgency.urgent
}

extension DutyTask.Kind {
    /// The order that opens with such a task; nil for tasks that are nobody's case.
    var ruleOrder: RuleOrder? {
        switch self {
        case .answerFever: RuleOrder(code: "health.fever", further: [], isProvedByFact: true)
        case .missedSlot:
            RuleOrder(code: "observation.missedSlot", further: [], isProvedByFact: true, urgency: .ordinary)
        case .visitAfterMissedSlots:
            RuleOrder(code: "observation.missedTwice", further: [], isProvedByFact: true, urgency: .ordinary)
        // Bringing the person home is the task itself; two others have theirs at the same time (DOMAIN §8.3).
        case .handleBreach:
            RuleOrder(
                code: "observation.breach",
                further: [.repeatRules, .disinfectArea],
                isProvedByFact: false
            )
        case .confirmDwelling, .checkHome, .signCommitment, .release, .resolveLead, .completeDocument,
            .arrangeCentralObservation, .nameOwner, .confirmChange, .callBack, .registerReturnee, .recheckVacant,
            .gateAttention, .gateFever,
            .dispatchOrder, .handleOrder, .bringHome, .repeatRules, .disinfectArea, .seePatient, .verifyOrder,
            .lateOrder, .visitTornMarker, .visitRefused:
            nil
        }
    }

    /// Whether an order is not handled while such a task of it is open.
    var isPartOfOrder: Bool { self != .dispatchOrder && self != .verifyOrder && self != .lateOrder }
}

/// Orders as other rooms' acts open and settle them, inside the transaction of the fact.
enum OrderParts {
    /// Opens the orders that begin with tasks of the rules, each under its task's id.
    static func open(
        _ tasks: [DutyTasks.NewTask],
        at instant: Instant,
        owners: OwnerBook,
        context: Context,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let begun = tasks.compactMap { task in
            task.draft.order == nil ? task.draft.kind.ruleOrder.map { (task: task, rule: $0) } : nil
        }
        guard !begun.isEmpty else { return [] }
        let orders = begun.map { begun in
            WorkOrder(
                committee: begun.task.draft.committee,
                id: WorkOrderID(checked: begun.task.id.text),
                code: begun.rule.code,
                urgency: begun.rule.urgency,
                state: .dispatched,
                owner: begun.task.owner,
                subject: begun.task.draft.subject,
                source: .rule,
                isProvedByFact: begun.rule.isProvedByFact,
                reportedAt: instant,
                dueAt: begun.task.draft.dueAt,
                handleBy: begun.task.draft.dueAt
            )
        }
        _ = try connection.rows(OrderQueries.insert(orders.map(\.values)))
        let authority = Authority.system(job: "rules", at: instant)
        try connection.execute(
            OrderQueries.insertSteps(orders.map { OrderStepRow.values(of: $0, "opened", by: authority) })
        )
        let further = begun.flatMap { begun in
            begun.rule.further.map { kind in
                DutyTask.Draft(
                    committee: begun.task.draft.committee,
                    kind: kind,
                    subject: begun.task.draft.subject,
                    occasion: begun.task.id.text,
                    dueAt: begun.task.draft.dueAt,
                    order: WorkOrderID(checked: begun.task.id.text)
                )
            }
        }
        let counted = orders.flatMap { order in
            [
                CounterDelta(order.committee, .ordersReported, on: instant.day),
                CounterDelta(order.committee, .ordersOpen, on: instant.day),
            ]
        }
        return try counted
            + DutyTasks.open(further, at: instant, owners: owners, context: context, on: connection)
    }

    /// Says that something of some orders was done: the last part makes an order handled, a fact may close it.
    ///
    /// The order's row is taken first, so that of two parts done at the same moment one sees that it was the last.
    static func settle(
        _ orders: Set<WorkOrderID>,
        in committee: DivisionID,
        by authority: Authority,
        isFact: Bool,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let taken: [WorkOrder] = try connection.all(OrderQueries.take(orders.sorted(), in: committee))
        var left: [WorkOrderID: [DutyTask.Kind]] = [:]
        for row in try connection.rows(DispatchQueries.openTasks(of: orders.sorted(), in: committee)) {
            guard let kind = DutyTask.Kind(rawValue: try row.column(1)), kind.isPartOfOrder else { continue }
            left[try row.column(0), default: []].append(kind)
        }
        var deltas: [CounterDelta] = []
        for before in taken where before.state.isWithHandler {
            let after = OrderRules.afterPart(
                of: before,
                left: left[before.id] ?? [],
                by: authority.account,
                isFact: isFact,
                at: authority.instant
            )
            try connection.execute(OrderQueries.update(after))
            try connection.execute(
                OrderQueries.insertSteps([OrderStepRow.values(of: after, "partDone", by: authority)])
            )
            deltas +=
                try after.state == .closed
                ? ended(after, by: authority, on: connection) : calm(after, by: authority, on: connection)
        }
        return deltas
    }

    /// Whoever works on it has seen it: the alarm goes from the duty desk.
    private static func calm(
        _ order: WorkOrder,
        by authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let statement = DispatchQueries.close(
            [.lateOrder],
            of: order.id,
            in: order.committee,
            as: .done,
            by: authority,
            note: nil
        )
        let closed = try connection.rows(statement).count
        return [CounterDelta(order.committee, .tasksOpen, on: authority.instant.day, by: -closed)]
    }

    /// An order that has come to its end: off the count, and nothing of it stays on a list.
    static func ended(
        _ order: WorkOrder,
        by authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let statement = DispatchQueries.close(
            DutyTask.Kind.allCases,
            of: order.id,
            in: order.committee,
            as: .withdrawn,
            by: authority,
            note: nil
        )
        let withdrawn = try connection.rows(statement).count
        return [
            CounterDelta(order.committee, .ordersOpen, on: authority.instant.day, by: -1),
            CounterDelta(order.committee, .ordersClosed, on: authority.instant.day),
            CounterDelta(order.committee, .tasksOpen, on: authority.instant.day, by: -withdrawn),
        ]
    }
}

/// The row of a step; its note is sealed by whoever has one.
enum OrderStepRow {
    static func values(
        of order: WorkOrder,
        _ act: String,
        id: OrderStepID? = nil,
        by authority: Authority,
        note: [UInt8]? = nil
    ) -> [SQLValue] {
        [
            order.committee.sqlValue, order.id.sqlValue, order.version.sqlValue, id.sqlValue, act.sqlValue,
            order.state.rawValue.sqlValue, authority.instant.sqlValue, authority.account.sqlValue,
            (authority.role?.rawValue).sqlValue, authority.standingInFor.sqlValue, order.owner.sqlValue,
            note.sqlValue,
        ]
    }
}
