import Store

// Boards, rates and what the follow-up looks for.

extension OrderQueries {
    /// One page of a board, what is due first on top; `work_order_open` serves what is open.
    static func list(
        in scope: Scope,
        _ filter: OrderFilter,
        of account: AccountID?,
        at now: Instant,
        after key: OrderKey,
        limit: Int
    ) -> SQL {
        let states = filter.states.map(\.rawValue)
        let isOpen: SQL = filter.states.allSatisfy { !$0.isOver } ? "closed_at IS NULL AND " : ""
        return """
            SELECT \(columns) FROM work_order
            WHERE \(isOpen)\(scope) AND state IN \(list: states)
                AND (\(filter.code ?? "") = '' OR code = \(filter.code ?? ""))
                AND (\(filter.urgency?.rawValue ?? "") = '' OR urgency = \(filter.urgency?.rawValue ?? ""))
                AND (\(filter.isOwn ? 1 : 0) = 0 OR owner = \(account))
                AND (\(filter.isUnowned ? 1 : 0) = 0 OR owner IS NULL)
                AND due_at < \(filter.dueBefore ?? Instant(microseconds: .max))
                AND (due_at, id) > (\(key.dueAt), \(key.id))
            ORDER BY due_at, id LIMIT \(limit)
            """
    }

    /// How many are open by state, and how many of them late; `work_order_open` serves it.
    static func tally(in scope: Scope, at now: Instant, soon: Instant) -> SQL {
        """
        SELECT state, COUNT(*), COUNT(*) FILTER (WHERE due_at < \(now)),
            COUNT(*) FILTER (WHERE due_at >= \(now) AND due_at < \(soon)), COUNT(*) FILTER (WHERE owner IS NULL)
        FROM work_order WHERE closed_at IS NULL AND \(scope) GROUP BY state
        """
    }

    /// Rates of a committee over what was reported in a span of time; `work_order_reported` serves it.
    static func rates(in scope: Scope, from: Instant, to: Instant) -> SQL {
        """
        SELECT committee, COUNT(*), COUNT(handled_at), COUNT(*) FILTER (WHERE handled_at <= handle_by),
            COUNT(solved), COUNT(*) FILTER (WHERE solved = 1), COUNT(satisfied),
            COUNT(*) FILTER (WHERE satisfied = 1), COUNT(contacted_at), COUNT(*) FILTER (WHERE closed_at IS NULL)
        FROM work_order WHERE \(scope) AND reported_at >= \(from) AND reported_at < \(to)
        GROUP BY committee ORDER BY committee LIMIT 1000
        """
    }

    /// What may be the same matter: the same class in the committee, reported lately and not declined.
    static func alike(_ order: WorkOrder, since: Instant) -> SQL {
        """
        SELECT \(columns) FROM work_order
        WHERE committee = \(order.committee) AND reported_at >= \(since) AND id <> \(order.id)
            AND code = \(order.code) AND state NOT IN ('declined', 'duplicate') AND source <> 'rule'
        ORDER BY reported_at DESC, id LIMIT 20
        """
    }

    /// Orders that wait for a verifier and for whom no task stands.
    static func unverified(limit: Int) -> SQL {
        """
        SELECT \(columns) FROM work_order
        WHERE closed_at IS NULL AND state IN ('handled', 'verifying') AND NOT EXISTS (
            SELECT 1 FROM duty_task WHERE duty_task.committee = work_order.committee
                AND duty_task.order_id = work_order.id AND duty_task.kind = 'verifyOrder'
                AND duty_task.state = 'open'
        )
        ORDER BY committee, id LIMIT \(limit)
        """
    }

    /// Orders dispatched and not acknowledged, never put before the desk yet; `work_order_state` serves it.
    ///
    /// A missed temperature is followed up within its day: of the rules' orders only urgent ones are acknowledged in minutes.
    static func unacknowledged(after key: OrderKey, limit: Int) -> SQL {
        """
        SELECT \(columns) FROM work_order
        WHERE closed_at IS NULL AND state = 'dispatched' AND escalated_at IS NULL
            AND (urgency = 'urgent' OR source <> 'rule') AND (due_at, id) > (\(key.dueAt), \(key.id))
        ORDER BY due_at, id LIMIT \(limit)
        """
    }

    static func escalated(_ ids: [WorkOrderID], in committee: DivisionID, at now: Instant) -> SQL {
        """
        UPDATE work_order SET escalated_at = \(now), version = version + 1
        WHERE committee = \(committee) AND id IN \(list: ids.map(\.text)) AND state = 'dispatched'
            AND escalated_at IS NULL
        RETURNING \(columns)
        """
    }

    static func openCounts() -> SQL {
        "SELECT committee, COUNT(*) FROM work_order WHERE closed_at IS NULL GROUP BY committee ORDER BY committee"
    }

    static func reported() -> SQL {
        "SELECT committee, \(Recount.day(of: "reported_at")), COUNT(*) FROM work_order GROUP BY 1, 2"
    }

    /// Every end of an order, also of one that was reopened and ended again.
    static func ended() -> SQL {
        """
        SELECT committee, \(Recount.day(of: "at")), COUNT(*) FROM order_step
        WHERE act IN ('pass', 'decline', 'markDuplicate') OR (act = 'partDone' AND state = 'closed')
        GROUP BY 1, 2
        """
    }

    /// I-9: a closed order that nobody verified, or whoever handled a part of it.
    static let unverifiedClosed: SQL = """
        SELECT committee, id FROM work_order
        WHERE state = 'closed' AND (verified_by IS NULL AND proved_by_fact = 0 OR verified_by = handled_by OR EXISTS (
            SELECT 1 FROM duty_task WHERE duty_task.committee = work_order.committee
                AND duty_task.order_id = work_order.id AND duty_task.closed_by = work_order.verified_by
                AND duty_task.kind NOT IN ('dispatchOrder', 'verifyOrder', 'lateOrder')
        ))
        """

    /// I-10: an order that is open and on nobody's list.
    static let forgotten: SQL = """
        SELECT committee, id FROM work_order
        WHERE closed_at IS NULL AND state NOT IN ('handled', 'verifying') AND NOT EXISTS (
            SELECT 1 FROM duty_task WHERE duty_task.committee = work_order.committee
                AND duty_task.order_id = work_order.id AND duty_task.state = 'open'
        )
        """
}

/// What a board shows.
package struct OrderFilter: Hashable, Sendable {
    package var states: [OrderState]
    package var code: String?
    package var urgency: OrderClass.Urgency?
    package var isOwn = false
    package var isUnowned = false
    package var dueBefore: Instant?

    package init(states: [OrderState] = OrderState.open) {
        self.states = states
    }
}

/// Where a page of a board begins.
package struct OrderKey: Hashable, Sendable {
    package let dueAt: Instant
    package let id: String

    package init(dueAt: Instant, id: String) {
        self.dueAt = dueAt
        self.id = id
    }

    package static let start = OrderKey(dueAt: Instant(microseconds: 0), id: "")
}
