package import Store

/// The work list: what is open, whose it is, and closing what has no act of its own.
package struct DispatchService: Sendable {
    let database: Database
    let policy: Policy
    let context: Context
    private let announce: @Sendable ([CounterDelta]) -> Void

    package init(
        database: Database,
        policy: Policy,
        context: Context,
        announce: @escaping @Sendable ([CounterDelta]) -> Void = { _ in }
    ) {
        self.database = database
        self.policy = policy
        self.context = context
        self.announce = announce
    }

    /// One page of open tasks, the most urgent first.
    ///
    /// To one's own belong those of whoever one stands in for, as far as they are the first responsible person's.
    package func open(
        under place: DivisionID?,
        kinds: [DutyTask.Kind] = DutyTask.Kind.allCases,
        of owner: TaskOwner = .anybody,
        after key: DutyTaskKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> [DutyTask] {
        let now = context.now
        let scope = try policy.scope(for: actor, .workTasks, under: place, at: now)
        let limit = min(max(limit, 1), 201)
        let isOwn = owner.account != nil && owner.account == actor.account
        let statement = DispatchQueries.open(
            in: scope,
            kinds: kinds,
            of: owner,
            covering: isOwn ? actor.standIns(at: now) : [],
            after: key,
            limit: limit
        )
        return try await database.read { connection in
            try connection.all(statement)
        }
    }

    /// How many tasks are open, late, without an owner, and the actor's own.
    package func tally(under place: DivisionID?, for actor: Actor) async throws -> TaskTally {
        let now = context.now
        let scope = try policy.scope(for: actor, .workTasks, under: place, at: now)
        return try await database.read { connection in
            try TaskTally(
                connection.rows(
                    DispatchQueries.tally(
                        in: scope,
                        of: actor.account,
                        covering: actor.standIns(at: now),
                        at: now
                    )
                )
            )
        }
    }

    /// One task, open or closed; absent outside the actor's territory.
    package func task(_ id: DutyTaskID, for actor: Actor) async throws -> DutyTask {
        let scope = try policy.scope(for: actor, .workTasks, at: context.now)
        let task = try await database.read { connection in
            try connection.first(DispatchQueries.task(id, in: scope), as: DutyTask.self)
        }
        guard let task else { throw DispatchRefusal.unknownTask }
        return task
    }

    /// Every task on a subject, newest first.
    package func tasks(
        on subject: DutyTask.Subject,
        in committee: DivisionID,
        for actor: Actor
    ) async throws -> [DutyTask] {
        _ = try policy.check(actor, .workTasks, at: committee, on: context.now)
        return try await database.read { connection in
            try connection.all(DispatchQueries.tasks(on: subject, in: committee))
        }
    }

    /// Closes a task with a word on what was done; the same word of the same person again changes nothing.
    ///
    /// Tasks that ask for an act (confirm, check, sign, answer, release, resolve) close by that act alone.
    @discardableResult
    package func close(_ id: DutyTaskID, note: String, by actor: Actor) async throws -> DutyTask {
        let now = context.now
        let scope = try policy.scope(for: actor, .workTasks, at: now)
        let note = String(note.prefix(500))
        guard !note.isEmpty else { throw DispatchRefusal.noteMissing }
        let (task, deltas) = try await database.write { connection -> (DutyTask, [CounterDelta]) in
            guard let task = try connection.first(DispatchQueries.task(id, in: scope), as: DutyTask.self) else {
                throw DispatchRefusal.unknownTask
            }
            let authority = try policy.check(actor, .workTasks, at: task.committee, on: now)
            guard task.kind.closesByWord else { throw DispatchRefusal.needsItsAct(task.kind) }
            let closing = DispatchQueries.close(id, in: task.committee, by: authority, note: note)
            guard try connection.execute(closing) == 1 else {
                let present = try connection.first(DispatchQueries.task(id, in: scope), as: DutyTask.self)
                guard let present, present.closedBy == actor.account, present.note == note else {
                    throw DispatchRefusal.closedAlready
                }
                return (present, [])
            }
            var deltas = [CounterDelta(task.committee, .tasksOpen, on: now.day, by: -1)]
            if let order = task.order {
                // A word is no fact: somebody else has to look (I-9).
                deltas += try OrderParts.settle(
                    [order],
                    in: task.committee,
                    by: authority,
                    isFact: false,
                    on: connection
                )
            }
            try Counters.apply(deltas, on: connection)
            let entry = AuditEntry.Draft(
                committee: task.committee,
                authority: authority,
                act: "dispatch.close",
                subject: "task:\(id)",
                detail: task.kind.rawValue
            )
            try Audit.append([entry], on: connection)
            let closed = try connection.first(DispatchQueries.task(id, in: scope), as: DutyTask.self)
            return (closed ?? task, deltas)
        }
        announce(deltas)
        return task
    }
}

extension DutyTask.Kind {
    /// Whether saying what was done is enough to close it.
    package var closesByWord: Bool {
        switch self {
        case .missedSlot, .visitAfterMissedSlots, .completeDocument, .arrangeCentralObservation, .callBack,
            .handleOrder, .bringHome, .repeatRules, .disinfectArea, .seePatient, .gateAttention, .gateFever:
            true
        case .confirmDwelling, .checkHome, .signCommitment, .answerFever, .release, .resolveLead, .nameOwner,
            .confirmChange, .registerReturnee, .recheckVacant, .handleBreach, .dispatchOrder, .verifyOrder, .lateOrder,
            .visitTornMarker, .visitRefused:
            false
        }
    }
}
