package import Store

/// The statements of the task list.
enum DispatchQueries {
    /// Opens tasks that are not there yet and returns the ones it opened.
    static func open(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO duty_task (committee, id, key, kind, subject, state, owner, opened_at, due_at, order_id)
        VALUES \(rows: rows)
        ON CONFLICT (committee, key) WHERE state = 'open' DO NOTHING
        RETURNING committee, id
        """
    }

    /// Closes the open tasks of a kind on a subject; returns one row for each.
    static func close(
        _ kind: DutyTask.Kind,
        on subject: DutyTask.Subject,
        in committee: DivisionID,
        as state: DutyTask.State,
        by authority: Authority,
        note: String?
    ) -> SQL {
        """
        UPDATE duty_task SET state = \(state.rawValue), closed_at = \(authority.instant),
            closed_by = \(authority.account), note = \(note)
        WHERE committee = \(committee) AND subject = \(subject.text) AND kind = \(kind.rawValue) AND state = 'open'
        RETURNING id, order_id
        """
    }

    /// Which of some subjects have anything open; (committee, subject) pairs, `duty_task_by_subject` serves it.
    static func subjectsWithOpenTasks(_ keys: [[SQLValue]]) -> SQL {
        """
        WITH wanted (place, subject) AS (VALUES \(rows: keys))
        SELECT DISTINCT duty_task.committee, duty_task.subject FROM wanted CROSS JOIN duty_task
        WHERE duty_task.committee = wanted.place AND duty_task.subject = wanted.subject AND duty_task.state = 'open'
        """
    }

    /// The keys of every task of a kind on some subjects, in whatever state.
    static func keys(of kind: DutyTask.Kind, on subjects: [[SQLValue]]) -> SQL {
        """
        WITH wanted (place, subject) AS (VALUES \(rows: subjects))
        SELECT duty_task.key FROM wanted CROSS JOIN duty_task
        WHERE duty_task.committee = wanted.place AND duty_task.subject = wanted.subject
            AND duty_task.kind = \(kind.rawValue)
        """
    }

    /// Closes the one open task with a key; returns a row if there was one.
    static func close(key: String, in committee: DivisionID, by authority: Authority) -> SQL {
        """
        UPDATE duty_task SET state = 'done', closed_at = \(authority.instant), closed_by = \(authority.account)
        WHERE committee = \(committee) AND key = \(key) AND state = 'open'
        RETURNING id, order_id
        """
    }

    /// Withdraws everything open on a subject, except one kind if asked.
    static func withdrawAll(
        on subject: DutyTask.Subject,
        except kept: DutyTask.Kind?,
        in committee: DivisionID,
        by authority: Authority
    ) -> SQL {
        """
        UPDATE duty_task SET state = 'withdrawn', closed_at = \(authority.instant), closed_by = \(authority.account)
        WHERE committee = \(committee) AND subject = \(subject.text) AND state = 'open'
            AND kind <> \(kept?.rawValue ?? "")
        RETURNING id, order_id
        """
    }

    static func close(_ id: DutyTaskID, in committee: DivisionID, by authority: Authority, note: String) -> SQL {
        """
        UPDATE duty_task SET state = 'done', closed_at = \(authority.instant), closed_by = \(authority.account),
            note = \(note)
        WHERE committee = \(committee) AND id = \(id) AND state = 'open'
        """
    }

    /// Closes or withdraws the open tasks of some kinds that belong to an order; `duty_task_by_order` serves it.
    static func close(
        _ kinds: [DutyTask.Kind],
        of order: WorkOrderID,
        in committee: DivisionID,
        as state: DutyTask.State,
        by authority: Authority,
        note: String?
    ) -> SQL {
        """
        UPDATE duty_task SET state = \(state.rawValue), closed_at = \(authority.instant),
            closed_by = \(authority.account), note = \(note)
        WHERE committee = \(committee) AND order_id = \(order) AND kind IN \(list: kinds.map(\.rawValue))
            AND state = 'open'
        RETURNING id
        """
    }

    /// What of some orders is still open; `duty_task_by_order` serves it.
    static func openTasks(of orders: [WorkOrderID], in committee: DivisionID) -> SQL {
        """
        SELECT order_id, kind FROM duty_task
        WHERE committee = \(committee) AND order_id IN \(list: orders.map(\.text)) AND state = 'open'
        """
    }

    /// Gives the open tasks of an order to somebody, with another limit.
    static func move(
        _ kinds: [DutyTask.Kind],
        of order: WorkOrderID,
        in committee: DivisionID,
        to owner: AccountID?,
        dueAt: Instant
    ) -> SQL {
        """
        UPDATE duty_task SET owner = COALESCE(\(owner), owner), due_at = \(dueAt)
        WHERE committee = \(committee) AND order_id = \(order) AND kind IN \(list: kinds.map(\.rawValue))
            AND state = 'open'
        """
    }

    /// Gives the open tasks of an account to another; `duty_task_open` serves it.
    static func reassign(from before: AccountID, to account: AccountID, in committee: DivisionID) -> SQL {
        """
        UPDATE duty_task SET owner = \(account)
        WHERE committee = \(committee) AND owner = \(before) AND state = 'open'
        """
    }

    /// The same for some subjects alone.
    static func reassign(
        on subjects: [String],
        from before: AccountID,
        to account: AccountID,
        in committee: DivisionID
    ) -> SQL {
        "\(reassign(from: before, to: account, in: committee)) AND subject IN \(list: subjects)"
    }

    /// The same, with a row for each task that it gave.
    static func handOver(from before: AccountID, to account: AccountID, in committee: DivisionID) -> SQL {
        "\(reassign(from: before, to: account, in: committee)) RETURNING id"
    }

    /// How much an account has open in a committee; `duty_task_open` serves it.
    static func openCount(of account: AccountID, in committee: DivisionID) -> SQL {
        "SELECT COUNT(*) FROM duty_task WHERE committee = \(committee) AND owner = \(account) AND state = 'open'"
    }

    static func task(_ id: DutyTaskID, in scope: Scope) -> SQL {
        """
        SELECT committee, id, kind, subject, state, owner, opened_at, due_at, closed_at, closed_by, note, order_id
        FROM duty_task WHERE \(scope) AND id = \(id)
        """
    }

    /// Open tasks of a territory, the most urgent first, after a key; `duty_task_open` serves it.
    static func open(
        in scope: Scope,
        kinds: [DutyTask.Kind],
        of owner: TaskOwner,
        covering absentees: [StandIn],
        after key: DutyTaskKey,
        limit: Int
    ) -> SQL {
        """
        SELECT committee, id, kind, subject, state, owner, opened_at, due_at, closed_at, closed_by, note, order_id
        FROM duty_task
        WHERE state = 'open' AND \(scope) AND kind IN \(list: kinds.map(\.rawValue))
            AND (\(owner.isAnybody) = 1 OR (\(owner.isNobody) = 1 AND owner IS NULL) OR owner = \(owner.account)
                OR \(covered(absentees)))
            AND (due_at, id) > (\(key.dueAt), \(key.id))
        ORDER BY due_at, id LIMIT \(limit)
        """
    }

    /// How many open tasks of each kind there are, late, without an owner, and of one account.
    ///
    /// Reads the open tasks of the territory through `duty_task_open`; the closed ones are not in it.
    static func tally(
        in scope: Scope,
        of account: AccountID?,
        covering absentees: [StandIn],
        at instant: Instant
    ) -> SQL {
        """
        SELECT kind, COUNT(*), COUNT(*) FILTER (WHERE due_at < \(instant)), COUNT(*) FILTER (WHERE owner IS NULL),
            COUNT(*) FILTER (WHERE owner = \(account) OR \(covered(absentees)))
        FROM duty_task WHERE state = 'open' AND \(scope) GROUP BY kind
        """
    }

    /// That a task is the first responsible person's and belongs to somebody whose place is taken now.
    private static func covered(_ absentees: [StandIn]) -> SQL {
        guard !absentees.isEmpty else { return "1 = 0" }
        let kinds = DutyTask.Kind.allCases.filter(\.isForFirstResponsible).map(\.rawValue)
        let rows = absentees.map { [$0.committee.sqlValue, $0.absentee.sqlValue] }
        return "(kind IN \(list: kinds) AND (committee, owner) IN (VALUES \(rows: rows)))"
    }

    /// Open tasks of some kinds by committee, and how many of them are late; `duty_task_open` serves it.
    static func tally(of kinds: [DutyTask.Kind], in scope: Scope, at instant: Instant) -> SQL {
        """
        SELECT committee, kind, COUNT(*), COUNT(*) FILTER (WHERE due_at < \(instant))
        FROM duty_task WHERE state = 'open' AND \(scope) AND kind IN \(list: kinds.map(\.rawValue))
        GROUP BY committee, kind ORDER BY committee, kind LIMIT 1000
        """
    }

    /// Every task on a subject, newest first; `duty_task_by_subject` serves it.
    static func tasks(on subject: DutyTask.Subject, in committee: DivisionID) -> SQL {
        """
        SELECT committee, id, kind, subject, state, owner, opened_at, due_at, closed_at, closed_by, note, order_id
        FROM duty_task WHERE committee = \(committee) AND subject = \(subject.text)
        ORDER BY opened_at DESC, id DESC LIMIT 200
        """
    }

    /// Fevers that registrations told of, by committee and day, for the recount.
    static func feversTold() -> SQL {
        """
        SELECT committee, \(Recount.day(of: "opened_at")), COUNT(*) FROM duty_task
        WHERE kind = 'answerFever' AND subject LIKE 'arrival:%' GROUP BY 1, 2
        """
    }

    /// Those of them that wait for a doctor, for the recount.
    static func feversToldAndOpen() -> SQL {
        """
        SELECT committee, COUNT(*) FROM duty_task
        WHERE kind = 'answerFever' AND subject LIKE 'arrival:%' AND state = 'open' GROUP BY committee
        """
    }

    /// Open tasks by committee, for the recount.
    static func openCounts() -> SQL {
        "SELECT committee, COUNT(*) FROM duty_task WHERE state = 'open' GROUP BY committee ORDER BY committee"
    }
}

/// Where a page of the task list begins.
package struct DutyTaskKey: Sendable {
    package let dueAt: Instant
    package let id: String

    package init(dueAt: Instant, id: String) {
        self.dueAt = dueAt
        self.id = id
    }

    package static let start = DutyTaskKey(dueAt: Instant(microseconds: 0), id: "")
}

extension DutyTask: RowDecodable {
    package init(row: Row) throws {
        guard let kind = Kind(rawValue: try row.column(2)), let subject = Subject(try row.column(3)),
            let state = State(rawValue: try row.column(4))
        else { throw RowFault.wrongType(2, expected: "DutyTask") }
        committee = try row.column(0)
        id = try row.column(1)
        self.kind = kind
        self.subject = subject
        self.state = state
        owner = try row.column(5)
        openedAt = try row.column(6)
        dueAt = try row.column(7)
        closedAt = try row.column(8)
        closedBy = try row.column(9)
        note = try row.column(10)
        order = try row.column(11)
    }
}
