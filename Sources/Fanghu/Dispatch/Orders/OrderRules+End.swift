// Verification by somebody else, rework, and the call back.

extension OrderRules {
    static func atEnd(_ act: OrderAct, _ order: WorkOrder, _ facts: Facts) throws(OrderRefusal) -> Outcome {
        var order = order
        switch act {
        case .beginVerifying:
            try checkOthersWork(order, facts)
            order.state = .verifying
            order.owner = facts.actor
        case .pass:
            try checkOthersWork(order, facts)
            guard facts.openParts.isEmpty else { throw .partsOpen(facts.openParts) }
            order.state = .closed
            order.owner = facts.actor
            order.verifiedBy = facts.actor
            order.closedAt = facts.now
        case .fail(let redo):
            try checkOthersWork(order, facts)
            return reopened(order, redoing: redo, facts)
        case .reopen:
            return reopened(order, redoing: [], facts)
        case .callBack(let isSolved, let isSatisfied):
            order.isSolved = isSolved
            order.isSatisfied = isSatisfied
        default: throw .notNow(act.kind, order.state)
        }
        return Outcome(order)
    }

    /// I-9; the program itself handles nothing.
    private static func checkOthersWork(_ order: WorkOrder, _ facts: Facts) throws(OrderRefusal) {
        guard let actor = facts.actor, actor != order.handledBy, !facts.handlers.contains(actor) else {
            throw .ownWork
        }
    }

    /// Back to whoever handled it, with the parts that have to be done again; all of them where none is named.
    private static func reopened(_ order: WorkOrder, redoing parts: Set<DutyTask.Kind>, _ facts: Facts) -> Outcome {
        var order = order
        order.state = .reopened
        order.owner = order.handledBy
        order.verifiedBy = nil
        order.closedAt = nil
        order.handledAt = nil
        order.handleBy = facts.catalogue.end(of: .handle, for: order.code, order.urgency, from: facts.now)
        order.dueAt = order.handleBy ?? order.dueAt
        let all = facts.catalogue[order.code]?.parts ?? [.handleOrder]
        var outcome = Outcome(order)
        outcome.opened = all.filter { parts.isEmpty || parts.contains($0) }
        if outcome.opened.isEmpty { outcome.opened = all }
        return outcome
    }
}
