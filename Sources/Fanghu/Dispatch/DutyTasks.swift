package import Store

/// Opens and closes tasks inside the transaction of the fact that calls for them, and counts them there.
package enum DutyTasks {
    /// Opens tasks that are not open or done already and gives each to the most local holder of a fitting role.
    package static func open(
        _ drafts: [DutyTask.Draft],
        at instant: Instant,
        owners: OwnerBook,
        context: Context,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        guard !drafts.isEmpty else { return [] }
        let rows = try drafts.sorted { ($0.committee, $0.key) < ($1.committee, $1.key) }
            .map { draft in
                let id: DutyTaskID = context.newID()
                let owner = try draft.owner ?? owner(of: draft, at: instant, owners, connection)
                return NewTask(draft: draft, id: id, owner: owner)
            }
        var deltas: [CounterDelta] = []
        for part in StatementSizes.parts(of: rows) {
            let values = part.map { $0.values(at: instant) }
            let opened = try connection.rows(DispatchQueries.open(values))
            deltas += try opened.map { CounterDelta(try $0.column(0), .tasksOpen, on: instant.day) }
            let ids = Set(try opened.map { try $0.column(1, as: DutyTaskID.self) })
            deltas += try OrderParts.open(
                part.filter { ids.contains($0.id) },
                at: instant,
                owners: owners,
                context: context,
                on: connection
            )
        }
        return deltas
    }

    /// A task with the id and the owner it will have.
    struct NewTask {
        let draft: DutyTask.Draft
        let id: DutyTaskID
        let owner: AccountID?

        /// The order of which it is a part: the one that asked for it, or the one that opens with it under its own id.
        var order: WorkOrderID? {
            draft.order ?? draft.kind.ruleOrder.map { _ in WorkOrderID(checked: id.text) }
        }

        func values(at instant: Instant) -> [SQLValue] {
            [
                draft.committee.sqlValue, id.sqlValue, draft.key.sqlValue, draft.kind.rawValue.sqlValue,
                draft.subject.text.sqlValue, DutyTask.State.open.rawValue.sqlValue, owner.sqlValue,
                instant.sqlValue, draft.dueAt.sqlValue, order.sqlValue,
            ]
        }
    }

    private static func owner(
        of draft: DutyTask.Draft,
        at instant: Instant,
        _ owners: OwnerBook,
        _ connection: any Connection
    ) throws -> AccountID? {
        let (roles, place) = (draft.kind.roles, draft.committee)
        return draft.kind.isForFirstResponsible
            ? try owners.firstResponsible(orElse: roles, at: place, on: instant, except: draft.notFor, connection)
            : try owners.owner(for: roles, at: place, on: instant, except: draft.notFor, connection)
    }

    /// Those of some subjects that have anything open.
    ///
    /// One question for a whole batch, so that a busy intake does not try to close, record by record, what is not open.
    package static func subjectsWithOpenTasks(
        among subjects: [(committee: DivisionID, subject: DutyTask.Subject)],
        on connection: any Connection
    ) throws -> Set<String> {
        guard !subjects.isEmpty else { return [] }
        let keys = Set(subjects.map { [$0.committee.sqlValue, $0.subject.text.sqlValue] })
        let statement = DispatchQueries.subjectsWithOpenTasks(StatementSizes.padded(Array(keys)))
        return Set(try connection.rows(statement).map { try $0.column(1, as: String.self) })
    }

    /// Closes the open tasks of a kind on a subject, because what they ask for has been done.
    package static func close(
        _ kind: DutyTask.Kind,
        on subject: DutyTask.Subject,
        in committee: DivisionID,
        by authority: Authority,
        note: String? = nil,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let statement = DispatchQueries.close(kind, on: subject, in: committee, as: .done, by: authority, note: note)
        return try settled(connection.rows(statement), in: committee, by: authority, on: connection)
    }

    /// What closed, off the count; and the orders of which it was a part, by the fact that closed it.
    private static func settled(
        _ rows: [Row],
        in committee: DivisionID,
        by authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let orders = Set(try rows.compactMap { try $0.column(1, as: WorkOrderID?.self) })
        let change = CounterDelta(committee, .tasksOpen, on: authority.instant.day, by: -rows.count)
        guard !orders.isEmpty else { return [change] }
        return [change]
            + (try OrderParts.settle(orders, in: committee, by: authority, isFact: true, on: connection))
    }

    /// Closes the open task of a kind for one occasion, such as a day and slot.
    package static func close(
        _ kind: DutyTask.Kind,
        on subject: DutyTask.Subject,
        occasion: String,
        in committee: DivisionID,
        by authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let key = DutyTask.Draft.key(kind, subject, occasion)
        let closed = try connection.rows(DispatchQueries.close(key: key, in: committee, by: authority))
        return try settled(closed, in: committee, by: authority, on: connection)
    }

    /// The keys of all tasks of a kind that ever were on some subjects, so that a job opens none a second time.
    package static func occasions(
        of kind: DutyTask.Kind,
        on subjects: [(committee: DivisionID, subject: DutyTask.Subject)],
        on connection: any Connection
    ) throws -> Set<String> {
        guard !subjects.isEmpty else { return [] }
        let keys = Set(subjects.map { [$0.committee.sqlValue, $0.subject.text.sqlValue] })
        let statement = DispatchQueries.keys(of: kind, on: StatementSizes.padded(Array(keys)))
        return Set(try connection.rows(statement).map { try $0.column(0, as: String.self) })
    }

    /// Whether a task of a kind is open on a subject.
    package static func isOpen(
        _ kind: DutyTask.Kind,
        on subject: DutyTask.Subject,
        in committee: DivisionID,
        on connection: any Connection
    ) throws -> Bool {
        let tasks: [DutyTask] = try connection.all(DispatchQueries.tasks(on: subject, in: committee))
        return tasks.contains { $0.kind == kind && $0.state == .open }
    }

    /// Withdraws everything open on a subject, because the subject has come to its end.
    ///
    /// - Parameter kept: a kind that stays open all the same.
    package static func withdrawAll(
        on subject: DutyTask.Subject,
        except kept: DutyTask.Kind? = nil,
        in committee: DivisionID,
        by authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let statement = DispatchQueries.withdrawAll(on: subject, except: kept, in: committee, by: authority)
        return try settled(connection.rows(statement), in: committee, by: authority, on: connection)
    }

    /// Gives everything open that somebody has in a committee to somebody else; answers how much.
    package static func reassign(
        from before: AccountID,
        to account: AccountID,
        in committee: DivisionID,
        on connection: any Connection
    ) throws -> Int {
        try connection.execute(OrderQueries.reassign(from: before, to: account, in: committee))
        return try connection.execute(DispatchQueries.reassign(from: before, to: account, in: committee))
    }

    /// Gives what somebody has open on some subjects to somebody else; answers how much.
    package static func reassign(
        on subjects: [DutyTask.Subject],
        from before: AccountID,
        to account: AccountID,
        in committee: DivisionID,
        on connection: any Connection
    ) throws -> Int {
        try StatementSizes.parts(of: subjects.map(\.text).sorted())
            .reduce(0) { sum, part in
                sum
                    + (try connection.execute(
                        DispatchQueries.reassign(on: part, from: before, to: account, in: committee)
                    ))
            }
    }

    /// How much somebody has open in a committee.
    package static func openCount(
        of account: AccountID,
        in committee: DivisionID,
        on connection: any Connection
    ) throws -> Int {
        try connection.value(DispatchQueries.openCount(of: account, in: committee)) ?? 0
    }

    /// Gives everything open that somebody has in a committee to somebody else; answers which tasks they are.
    package static func handOver(
        from before: AccountID,
        to account: AccountID,
        in committee: DivisionID,
        on connection: any Connection
    ) throws -> [DutyTaskID] {
        try connection.execute(OrderQueries.reassign(from: before, to: account, in: committee))
        return try connection.rows(DispatchQueries.handOver(from: before, to: account, in: committee))
            .map { try $0.column(0) }.sorted()
    }
}
