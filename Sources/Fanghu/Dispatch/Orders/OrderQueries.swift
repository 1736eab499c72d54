import Store

/// The statements about orders; those on tasks are the task list's.
enum OrderQueries {
    static let columns: SQL = """
        committee, id, code, urgency, state, owner, place, subject, source, proved_by_fact, reported_at, due_at,
        handle_by, acknowledged_at, contacted_at, handled_at, handled_by, verified_by, closed_at, extension_asked_by,
        extensions, suspended_at, duplicate_of, escalated_at, solved, satisfied, version
        """

    /// New orders, without what is sealed; one that is there already is left alone.
    static func insert(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO work_order (committee, id, code, urgency, state, owner, place, subject, source, proved_by_fact,
            reported_at, due_at, handle_by, extensions, version)
        VALUES \(rows: rows)
        ON CONFLICT (committee, id) DO NOTHING
        RETURNING id
        """
    }

    static func seal(_ details: Sealed<OrderDetails>, of id: WorkOrderID, in committee: DivisionID) -> SQL {
        "UPDATE work_order SET sealed = \(details) WHERE committee = \(committee) AND id = \(id)"
    }

    static func insertCaller(_ caller: Sealed<OrderCaller>, of id: WorkOrderID, in committee: DivisionID) -> SQL {
        "INSERT INTO order_caller (committee, order_id, sealed) VALUES (\(committee), \(id), \(caller))"
    }

    static func caller(of id: WorkOrderID, in committee: DivisionID) -> SQL {
        "SELECT sealed FROM order_caller WHERE committee = \(committee) AND order_id = \(id)"
    }

    static func order(_ id: WorkOrderID, in scope: Scope) -> SQL {
        "SELECT \(columns) FROM work_order WHERE \(scope) AND id = \(id)"
    }

    static func sealed(_ id: WorkOrderID, in committee: DivisionID) -> SQL {
        "SELECT sealed FROM work_order WHERE committee = \(committee) AND id = \(id)"
    }

    static func sealed(_ ids: [WorkOrderID], in scope: Scope) -> SQL {
        "SELECT committee, id, sealed FROM work_order WHERE \(scope) AND id IN \(list: ids.map(\.text))"
    }

    /// Takes the row, so that two acts at once see each other, and counts the act.
    static func take(_ id: WorkOrderID, in scope: Scope) -> SQL {
        "UPDATE work_order SET version = version + 1 WHERE \(scope) AND id = \(id) RETURNING \(columns)"
    }

    /// The same for what another room's act settles, in its own committee.
    static func take(_ ids: [WorkOrderID], in committee: DivisionID) -> SQL {
        """
        UPDATE work_order SET version = version + 1
        WHERE committee = \(committee) AND id IN \(list: ids.map(\.text)) RETURNING \(columns)
        """
    }

    static func update(_ order: WorkOrder) -> SQL {
        """
        UPDATE work_order SET code = \(order.code), urgency = \(order.urgency.rawValue),
            state = \(order.state.rawValue), owner = \(order.owner), due_at = \(order.dueAt),
            handle_by = \(order.handleBy), acknowledged_at = \(order.acknowledgedAt),
            contacted_at = \(order.contactedAt), handled_at = \(order.handledAt), handled_by = \(order.handledBy),
            verified_by = \(order.verifiedBy), closed_at = \(order.closedAt),
            extension_asked_by = \(order.extensionAskedBy), extensions = \(order.extensions),
            suspended_at = \(order.suspendedAt), duplicate_of = \(order.duplicateOf),
            escalated_at = \(order.escalatedAt), solved = \(order.isSolved.map { $0 ? 1 : 0 }),
            satisfied = \(order.isSatisfied.map { $0 ? 1 : 0 })
        WHERE committee = \(order.committee) AND id = \(order.id)
        """
    }

    /// After several acts in one transaction.
    static func setVersion(of order: WorkOrder) -> SQL {
        """
        UPDATE work_order SET version = \(order.version)
        WHERE committee = \(order.committee) AND id = \(order.id) RETURNING id
        """
    }

    static func insertSteps(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO order_step (committee, order_id, number, id, act, state, at, account, role, standing_in_for,
            owner, sealed)
        VALUES \(rows: rows)
        """
    }

    /// Whether a step was taken already: the sender's id is its name.
    static func stepCount(_ id: OrderStepID, of order: WorkOrderID, in scope: Scope) -> SQL {
        "SELECT COUNT(*) FROM order_step WHERE \(scope) AND id = \(id) AND order_id = \(order)"
    }

    static func steps(of id: WorkOrderID, in committee: DivisionID) -> SQL {
        """
        SELECT number, act, state, at, account, role, standing_in_for, owner, sealed FROM order_step
        WHERE committee = \(committee) AND order_id = \(id) ORDER BY number LIMIT 500
        """
    }

    /// When somebody last urged an order.
    static func lastUrged(_ id: WorkOrderID, in committee: DivisionID) -> SQL {
        "SELECT MAX(at) FROM order_step WHERE committee = \(committee) AND order_id = \(id) AND act = 'urge'"
    }

    /// Every task of an order, oldest first; `duty_task_by_order` serves it.
    static func tasks(of id: WorkOrderID, in committee: DivisionID) -> SQL {
        """
        SELECT committee, id, kind, subject, state, owner, opened_at, due_at, closed_at, closed_by, note, order_id
        FROM duty_task WHERE committee = \(committee) AND order_id = \(id) ORDER BY opened_at, id LIMIT 200
        """
    }

    /// Gives the open orders of an account to another, with its tasks.
    static func reassign(from before: AccountID, to account: AccountID, in committee: DivisionID) -> SQL {
        """
        UPDATE work_order SET owner = \(account)
        WHERE committee = \(committee) AND owner = \(before) AND closed_at IS NULL
        """
    }
}
