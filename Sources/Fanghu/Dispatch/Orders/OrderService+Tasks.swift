import Store

// An order is always on somebody's list: what each state asks for is a task, opened and closed with the act.

extension OrderService {
    /// Brings the tasks of an order in line with what an act made of it.
    func follow(
        _ outcome: OrderRules.Outcome,
        from before: WorkOrder,
        _ note: String,
        _ tasks: [DutyTask],
        by authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let order = outcome.order
        if order.state.isOver {
            return before.state.isOver ? [] : try OrderParts.ended(order, by: authority, on: connection)
        }
        var deltas = try finish(outcome.finished, of: order, note, by: authority, on: connection)
        deltas += try withdraw(stale(tasks, in: order), of: order, by: authority, on: connection)
        deltas += try DutyTasks.open(
            wanted(outcome, tasks),
            at: authority.instant,
            owners: owners,
            context: context,
            on: connection
        )
        if order.state.isWithHandler {
            let parts = DutyTask.Kind.allCases.filter(\.isPartOfOrder)
            let main = mainPart(of: order)
            try connection.execute(
                DispatchQueries.move(parts, of: order.id, in: order.committee, to: nil, dueAt: order.dueOfParts)
            )
            try connection.execute(
                DispatchQueries.move(
                    [main],
                    of: order.id,
                    in: order.committee,
                    to: order.owner,
                    dueAt: order.dueOfParts
                )
            )
        }
        if before.state.isOver {
            deltas.append(CounterDelta(order.committee, .ordersOpen, on: authority.instant.day))
        }
        return deltas
    }

    /// The part of whoever has the order; the others are other people's.
    private func mainPart(of order: WorkOrder) -> DutyTask.Kind {
        catalogue[order.code]?.parts.first ?? .handleOrder
    }

    private func stale(_ tasks: [DutyTask], in order: WorkOrder) -> [DutyTask.Kind] {
        tasks.filter { $0.state == .open }.map(\.kind)
            .filter { kind in
                switch kind {
                case .dispatchOrder: !order.state.isAtDesk
                case .verifyOrder: !order.state.isAtVerifier
                case .lateOrder: order.state != .dispatched
                default: false
                }
            }
    }

    private func wanted(_ outcome: OrderRules.Outcome, _ tasks: [DutyTask]) -> [DutyTask.Draft] {
        let order = outcome.order
        let main = mainPart(of: order)
        var drafts = outcome.opened.map { kind in
            draft(kind, of: order, dueAt: order.dueOfParts, owner: kind == main ? order.owner : nil)
        }
        if order.state.isAtDesk { drafts.append(draft(.dispatchOrder, of: order, dueAt: order.dueAt)) }
        if order.state.isAtVerifier { drafts.append(verification(of: order, tasks)) }
        return drafts
    }

    /// Verified by nobody who had a hand in it (I-9).
    func verification(of order: WorkOrder, _ tasks: [DutyTask]) -> DutyTask.Draft {
        let handlers = tasks.filter(\.kind.isPartOfOrder).compactMap(\.closedBy) + [order.handledBy].compactMap(\.self)
        let limit = catalogue.end(of: .verify, for: order.code, order.urgency, from: order.handledAt ?? order.dueAt)
        return draft(.verifyOrder, of: order, dueAt: limit ?? order.dueAt, notFor: Set(handlers), owner: order.owner)
    }

    func draft(
        _ kind: DutyTask.Kind,
        of order: WorkOrder,
        dueAt: Instant,
        notFor: Set<AccountID> = [],
        owner: AccountID? = nil
    ) -> DutyTask.Draft {
        DutyTask.Draft(
            committee: order.committee,
            kind: kind,
            subject: .order(order.id),
            dueAt: dueAt,
            notFor: notFor,
            order: order.id,
            owner: owner
        )
    }

    private func finish(
        _ kinds: [DutyTask.Kind],
        of order: WorkOrder,
        _ note: String,
        by authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        guard !kinds.isEmpty else { return [] }
        let statement = DispatchQueries.close(
            kinds,
            of: order.id,
            in: order.committee,
            as: .done,
            by: authority,
            note: String(note.prefix(500))
        )
        let closed = try connection.rows(statement).count
        return [CounterDelta(order.committee, .tasksOpen, on: authority.instant.day, by: -closed)]
    }

    private func withdraw(
        _ kinds: [DutyTask.Kind],
        of order: WorkOrder,
        by authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        guard !kinds.isEmpty else { return [] }
        let statement = DispatchQueries.close(
            kinds,
            of: order.id,
            in: order.committee,
            as: .done,
            by: authority,
            note: nil
        )
        let closed = try connection.rows(statement).count
        return [CounterDelta(order.committee, .tasksOpen, on: authority.instant.day, by: -closed)]
    }
}

extension WorkOrder {
    /// When its parts must be done: the limit to handle it, or the day until which it is suspended.
    var dueOfParts: Instant { state == .suspended ? dueAt : handleBy ?? dueAt }
}
