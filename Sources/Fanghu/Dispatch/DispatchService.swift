package import Store

/// The work list: what is open, whose it is, and closing what has no act of its own.
package struct DispatchService: Sendable {
    private let database: Database
    private let policy: Policy
    private let context: Context

    package init(database: Database, policy: Policy, context: Context) {
        self.database = database
        self.policy = policy
        self.context = context
    }

    /// One page of open tasks, the most urgent first.
    package func open(
        under place: DivisionID?,
        kinds: [DutyTask.Kind] = DutyTask.Kind.allCases,
        after key: DutyTaskKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> [DutyTask] {
        let scope = try policy.scope(for: actor, .workTasks, under: place, at: context.now)
        return try await database.read { connection in
            try connection.all(DispatchQueries.open(in: scope, kinds: kinds, after: key, limit: limit))
        }
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

    /// Closes a task with a word on what was done.
    ///
    /// Tasks that ask for an act (confirm, check, sign, answer, release, resolve) close by that act alone.
    package func close(_ id: DutyTaskID, note: String, by actor: Actor) async throws {
        let now = context.now
        let scope = try policy.scope(for: actor, .workTasks, at: now)
        guard !note.isEmpty else { throw DispatchRefusal.noteMissing }
        try await database.write { connection in
            guard let task = try connection.first(DispatchQueries.task(id, in: scope), as: DutyTask.self) else {
                throw DispatchRefusal.unknownTask
            }
            let authority = try policy.check(actor, .workTasks, at: task.committee, on: now)
            guard task.state == .open else { throw DispatchRefusal.closedAlready }
            guard task.kind.closesByWord else { throw DispatchRefusal.needsItsAct(task.kind) }
            guard
                try connection.execute(
                    DispatchQueries.close(id, in: task.committee, by: authority, note: String(note.prefix(500)))
                ) == 1
            else { throw DispatchRefusal.closedAlready }
            try Counters.apply([CounterDelta(task.committee, .tasksOpen, on: now.day, by: -1)], on: connection)
            let entry = AuditEntry.Draft(
                committee: task.committee,
                authority: authority,
                act: "dispatch.close",
                subject: "task:\(id)",
                detail: task.kind.rawValue
            )
            try Audit.append([entry], on: connection)
        }
    }
}

extension DutyTask.Kind {
    /// Whether saying what was done is enough to close it.
    package var closesByWord: Bool {
        switch self {
        case .missedSlot, .visitAfterMissedSlots, .handleBreach, .completeDocument, .arrangeCentralObservation: true
        case .confirmDwelling, .checkHome, .signCommitment, .answerFever, .release, .resolveLead: false
        }
    }
}
