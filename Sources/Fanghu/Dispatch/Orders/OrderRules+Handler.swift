// In the hands of whoever has the order.

extension OrderRules {
    static func byHandler(_ act: OrderAct, _ order: WorkOrder, _ facts: Facts) throws(OrderRefusal) -> Outcome {
        var order = order
        switch act {
        case .acknowledge:
            // Nobody's order may be taken by anybody who is allowed to handle it there.
            guard order.owner == nil || order.owner == facts.actor else { throw .notYours }
            order.owner = facts.actor
            order.state = .acknowledged
            order.acknowledgedAt = facts.now
            order.dueAt = order.handleBy ?? order.dueAt
        case .sendBack:
            guard order.owner == facts.actor else { throw .notYours }
            order.state = .returned
            order.owner = nil
            order.dueAt =
                facts.catalogue.end(of: .dispatch, for: order.code, order.urgency, from: facts.now) ?? order.dueAt
        case .begin:
            guard order.owner == facts.actor else { throw .notYours }
            order.state = .handling
            order.dueAt = order.handleBy ?? order.dueAt
        case .contactCaller:
            order.contactedAt = order.contactedAt ?? facts.now
        case .finish(let part):
            return try finish(part, order, facts)
        default: throw .notNow(act.kind, order.state)
        }
        return Outcome(order)
    }

    /// Parts are different people's; whoever does one need not have the order.
    private static func finish(
        _ part: DutyTask.Kind,
        _ order: WorkOrder,
        _ facts: Facts
    ) throws(OrderRefusal) -> Outcome {
        guard facts.openParts.contains(part) else { throw .noSuchPart }
        let left = facts.openParts.filter { $0 != part }
        var outcome = Outcome(afterPart(of: order, left: left, by: facts.actor, isFact: false, at: facts.now))
        outcome.finished = [part]
        return outcome
    }

    /// Extensions and suspensions: they count only when approved before the limit (I-11).
    static func onTime(_ act: OrderAct, _ order: WorkOrder, _ facts: Facts) throws(OrderRefusal) -> Outcome {
        var order = order
        switch act {
        case .askExtension:
            guard order.owner == facts.actor else { throw .notYours }
            order.extensionAskedBy = facts.actor
        case .extend:
            try checkBeforeLimit(order, facts)
            guard let asker = order.extensionAskedBy else { throw .noExtensionAsked }
            guard asker != facts.actor else { throw .ownRequest }
            guard order.extensions == 0 || facts.isLeader else { throw .extendedEnough }
            order.state = .extended
            order.extensionAskedBy = nil
            order.extensions += 1
            order.handleBy = extended(order, facts)
            order.dueAt = order.handleBy ?? order.dueAt
        case .suspend(let until):
            try checkBeforeLimit(order, facts)
            guard until > facts.now else { throw .untilPast }
            order.state = .suspended
            order.suspendedAt = facts.now
            order.dueAt = until
        case .resume:
            order.state = .handling
            order.handleBy = order.handleBy.map { resumed($0, order, facts) }
            order.dueAt = order.handleBy ?? order.dueAt
            order.suspendedAt = nil
        default: throw .notNow(act.kind, order.state)
        }
        return Outcome(order)
    }

    private static func checkBeforeLimit(_ order: WorkOrder, _ facts: Facts) throws(OrderRefusal) {
        guard facts.now <= (order.handleBy ?? order.dueAt) else { throw .limitPassed }
    }

    private static func extended(_ order: WorkOrder, _ facts: Facts) -> Instant? {
        guard let limit = facts.catalogue.limit(of: .handle, for: order.code, order.urgency),
            let handleBy = order.handleBy
        else { return order.handleBy }
        let more = (limit.amount * facts.catalogue.extensionPercent + 99) / 100
        return facts.catalogue.clock.end(of: WorkTime(more, limit.unit), from: handleBy)
    }

    /// What was left when it was suspended is left again: by the hours of office for limits that run in them.
    private static func resumed(_ handleBy: Instant, _ order: WorkOrder, _ facts: Facts) -> Instant {
        guard let from = order.suspendedAt else { return handleBy }
        switch facts.catalogue.limit(of: .handle, for: order.code, order.urgency)?.unit {
        case .workingHours, .workingDays:
            return facts.catalogue.clock.adding(
                workingMinutes: facts.catalogue.clock.workingMinutes(from: from, to: handleBy),
                to: facts.now
            )
        case .minutes, .urgentHours, nil:
            return Instant(microseconds: facts.now.microseconds + handleBy.microseconds - from.microseconds)
        }
    }
}
