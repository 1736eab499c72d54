import Store

// Many orders at once: set by set, so that ten thousand take as many statements as ten.

extension OrderQueries {
    /// Who has how many; `work_order_of_owner` serves it.
    static func loads(in scope: Scope, at now: Instant) -> SQL {
        """
        SELECT owner, COUNT(*), COUNT(*) FILTER (WHERE due_at < \(now)) FROM work_order
        WHERE closed_at IS NULL AND owner IS NOT NULL AND \(scope) GROUP BY owner ORDER BY 2 DESC, 1 LIMIT 200
        """
    }

    /// Where somebody has orders in hand.
    static func committees(of owner: AccountID, in scope: Scope) -> SQL {
        """
        SELECT DISTINCT committee FROM work_order
        WHERE closed_at IS NULL AND owner = \(owner) AND state IN \(list: handlerStates) AND \(scope)
        ORDER BY committee
        """
    }

    /// Where anything is open, for the choice of people.
    static func committees(in scope: Scope) -> SQL {
        """
        SELECT DISTINCT committee FROM work_order
        WHERE closed_at IS NULL AND \(scope) ORDER BY committee LIMIT 40
        """
    }

    static func insertBatch(_ batch: OrderBatch, in committee: DivisionID, by account: AccountID?) -> SQL {
        """
        INSERT INTO order_batch (committee, id, from_account, to_account, at, account)
        VALUES (\(committee), \(batch.id), \(batch.from), \(batch.to), \(batch.at), \(account))
        ON CONFLICT (committee, id) DO NOTHING
        """
    }

    /// Notes what the orders were, so that all of it can be brought back.
    static func insertItems(_ batch: OrderBatch, in committee: DivisionID) -> SQL {
        """
        INSERT INTO order_batch_item (committee, batch, order_id, state, due_at, acknowledged_at, version)
        SELECT committee, \(batch.id), id, state, due_at, acknowledged_at, version + 1 FROM work_order
        WHERE committee = \(committee) AND closed_at IS NULL AND owner = \(batch.from)
            AND state IN \(list: handlerStates)
        """
    }

    /// Which classes are among them: each has its own time to acknowledge.
    static func kinds(of batch: OrderBatch, in committee: DivisionID) -> SQL {
        "SELECT DISTINCT code, urgency FROM work_order WHERE \(items(of: batch.id, in: committee))"
    }

    static func give(
        _ batch: OrderBatch,
        in committee: DivisionID,
        code: String,
        urgency: String,
        dueAt: Instant?
    ) -> SQL {
        """
        UPDATE work_order SET owner = \(batch.to), state = 'dispatched', acknowledged_at = NULL,
            escalated_at = NULL, due_at = COALESCE(\(dueAt), due_at), version = version + 1
        WHERE \(items(of: batch.id, in: committee)) AND code = \(code) AND urgency = \(urgency)
        """
    }

    static func insertSteps(
        of batch: OrderBatchID,
        _ act: String,
        in committee: DivisionID,
        by authority: Authority
    ) -> SQL {
        """
        INSERT INTO order_step (committee, order_id, number, act, state, at, account, role, standing_in_for, owner)
        SELECT committee, id, version, \(act), state, \(authority.instant), \(authority.account),
            \(authority.role?.rawValue), \(authority.standingInFor), owner
        FROM work_order WHERE \(items(of: batch, in: committee))
        """
    }

    static func moveTasks(
        of batch: OrderBatchID,
        in committee: DivisionID,
        from before: AccountID,
        to account: AccountID
    ) -> SQL {
        """
        UPDATE duty_task SET owner = \(account)
        WHERE committee = \(committee) AND owner = \(before) AND state = 'open' AND order_id IN (
            SELECT order_id FROM order_batch_item WHERE committee = \(committee) AND batch = \(batch)
        )
        """
    }

    /// Drops from a batch what somebody has acted on since, so that an undo leaves it alone.
    static func dropTouched(_ batch: OrderBatchID, in committee: DivisionID) -> SQL {
        """
        DELETE FROM order_batch_item WHERE committee = \(committee) AND batch = \(batch) AND NOT EXISTS (
            SELECT 1 FROM work_order WHERE work_order.committee = order_batch_item.committee
                AND work_order.id = order_batch_item.order_id AND work_order.version = order_batch_item.version
        )
        """
    }

    static func takeBack(_ batch: OrderBatch, in committee: DivisionID) -> SQL {
        """
        UPDATE work_order SET owner = \(batch.from), version = work_order.version + 1, state = item.state,
            due_at = item.due_at, acknowledged_at = item.acknowledged_at
        FROM order_batch_item AS item
        WHERE work_order.committee = \(committee) AND item.committee = \(committee) AND item.batch = \(batch.id)
            AND work_order.id = item.order_id
        """
    }

    static func batch(_ id: OrderBatchID, in scope: Scope) -> SQL {
        """
        SELECT committee, from_account, to_account, at, undone_at, (
            SELECT COUNT(*) FROM order_batch_item
            WHERE order_batch_item.committee = order_batch.committee AND order_batch_item.batch = order_batch.id
        )
        FROM order_batch WHERE \(scope) AND id = \(id) ORDER BY committee
        """
    }

    static func undone(_ id: OrderBatchID, in committee: DivisionID, at now: Instant) -> SQL {
        """
        UPDATE order_batch SET undone_at = \(now)
        WHERE committee = \(committee) AND id = \(id) AND undone_at IS NULL
        """
    }

    private static func items(of batch: OrderBatchID, in committee: DivisionID) -> SQL {
        """
        committee = \(committee) AND id IN (
            SELECT order_id FROM order_batch_item WHERE committee = \(committee) AND batch = \(batch)
        )
        """
    }

    private static let handlerStates = OrderState.open.filter(\.isWithHandler).map(\.rawValue)
}
