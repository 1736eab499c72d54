// At the duty desk: accept or not, file, give it to somebody.

extension OrderRules {
    static func atDesk(_ act: OrderAct, _ order: WorkOrder, _ facts: Facts) throws(OrderRefusal) -> Outcome {
        var order = order
        switch act {
        case .preCheck:
            order.state = .preChecking
        case .accept:
            order.state = .accepted
        case .decline:
            order.state = .declined
            order.closedAt = facts.now
        case .markDuplicate(let other):
            guard other != order.id else { throw .duplicateOfItself }
            order.state = .duplicate
            order.duplicateOf = other
            order.closedAt = facts.now
        case .file(let code, let urgency):
            guard facts.catalogue[code] != nil else { throw .unknownClass }
            order.state = .filed
            order.code = code
            order.urgency = urgency
            // The limit to handle it runs from the report: time lost at the desk is not the handler's to make up
            // unseen, but the caller's wait is what counts.
            order.handleBy = facts.catalogue.end(of: .handle, for: code, urgency, from: order.reportedAt)
        case .dispatch(let account):
            return dispatch(order, to: account ?? facts.placeOwner, facts)
        default: throw .notNow(act.kind, order.state)
        }
        return Outcome(order)
    }

    /// With an owner it is theirs to acknowledge; without one it stays an alarm at the desk, never nobody's (I-10).
    private static func dispatch(_ order: WorkOrder, to account: AccountID?, _ facts: Facts) -> Outcome {
        var order = order
        let isFirst = order.state == .filed
        order.owner = account
        order.state = .dispatched
        order.acknowledgedAt = nil
        order.escalatedAt = nil
        order.dueAt =
            facts.catalogue.end(of: .acknowledge, for: order.code, order.urgency, from: facts.now) ?? order.dueAt
        var outcome = Outcome(order)
        if isFirst { outcome.opened = facts.catalogue[order.code]?.parts ?? [.handleOrder] }
        return outcome
    }
}
