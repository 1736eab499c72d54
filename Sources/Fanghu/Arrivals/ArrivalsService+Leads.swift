import Store

extension ArrivalsService {
    /// Takes leads from a list or a person; each becomes a task with a time limit (I-3).
    ///
    /// - Returns: how many were new; a list sent twice opens nothing twice.
    package func receive(_ drafts: [LeadDraft], by actor: Actor) async throws -> Int {
        let now = context.now
        var authorities: [DivisionID: Authority] = [:]
        for committee in Set(drafts.map(\.committee)) {
            authorities[committee] = try policy.check(actor, .resolveLeads, at: committee, on: now)
        }
        let held = authorities
        let (count, deltas) = try await database.write { connection in
            var all: [CounterDelta] = []
            var count = 0
            for start in stride(from: 0, to: drafts.count, by: 100) {
                let part = Array(drafts[start..<min(start + 100, drafts.count)])
                let deltas = try store(part, held, at: now, on: connection)
                count += deltas.filter { $0.indicator == .leadsReceived }.count
                all += deltas
            }
            return (count, all)
        }
        announce(deltas)
        return count
    }

    /// Settles a lead: registered, not here, wrong, or a duplicate.
    package func resolve(_ id: LeadID, _ resolution: LeadResolution, by actor: Actor) async throws {
        let now = context.now
        let scope = try policy.scope(for: actor, .resolveLeads, at: now)
        let deltas = try await database.write { connection -> [CounterDelta] in
            guard let lead = try connection.first(LeadQueries.lead(id, in: scope), as: LeadRow.self) else {
                throw ArrivalRequestRefusal.unknownLead
            }
            let authority = try policy.check(actor, .resolveLeads, at: lead.committee, on: now)
            let state = try lead.state.after(resolution, of: id)
            var arrival: ArrivalID?
            if case .registered(let registered) = resolution {
                guard try !connection.rows(ArrivalsQueries.arrival(registered, in: scope)).isEmpty else {
                    throw ArrivalRequestRefusal.unknownArrival
                }
                arrival = registered
            }
            let statement = LeadQueries.resolve(id, in: lead.committee, as: state, arrival: arrival, by: authority)
            guard try connection.execute(statement) == 1 else { throw LeadRefusal.alreadyResolved }
            var deltas = try DutyTasks.close(
                .resolveLead,
                on: .lead(id),
                in: lead.committee,
                by: authority,
                note: resolution.note,
                on: connection
            )
            deltas.append(CounterDelta(lead.committee, .leadsResolved, on: now.day))
            deltas.append(CounterDelta(lead.committee, .leadsOpen, on: now.day, by: -1))
            try Counters.apply(deltas, on: connection)
            let entry = AuditEntry.Draft(
                committee: lead.committee,
                authority: authority,
                act: "lead.resolve",
                subject: "lead:\(id)",
                detail: state.rawValue
            )
            try Audit.append([entry], on: connection)
            return deltas
        }
        announce(deltas)
    }

    /// One lead with what was said, for whoever settles it.
    package func lead(_ id: LeadID, for actor: Actor) async throws -> (row: LeadRow, text: LeadText) {
        let scope = try policy.scope(for: actor, .resolveLeads, at: context.now)
        let row = try await database.read { connection in
            try connection.first(LeadQueries.lead(id, in: scope), as: LeadRow.self)
        }
        guard let row else { throw ArrivalRequestRefusal.unknownLead }
        return (row, try vault.open(row.sealed, at: LeadText.place(of: id, in: row.committee)))
    }

    private func store(
        _ drafts: [LeadDraft],
        _ authorities: [DivisionID: Authority],
        at now: Instant,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let dues = try drafts.map { draft in
            LeadState.deadline(receivedAt: now, limits: try version(for: draft.committee, on: now.day).limits)
        }
        let rows = try zip(drafts, dues)
            .map { draft, due in
                let sealed = try vault.seal(draft.text, at: LeadText.place(of: draft.id, in: draft.committee))
                return [
                    draft.committee.sqlValue, draft.id.sqlValue, draft.source.rawValue.sqlValue,
                    LeadState.open.rawValue.sqlValue, now.sqlValue, due.sqlValue, sealed.sqlValue,
                ]
            }
        let new = Set(try connection.rows(LeadQueries.insert(rows)).map { try $0.column(1, as: LeadID.self) })
        let opened = zip(drafts, dues).filter { new.contains($0.0.id) }
        var deltas = opened.flatMap { draft, _ in
            [
                CounterDelta(draft.committee, .leadsReceived, on: now.day),
                CounterDelta(draft.committee, .leadsOpen, on: now.day),
            ]
        }
        let tasks = opened.map { draft, due in
            DutyTask.Draft(committee: draft.committee, kind: .resolveLead, subject: .lead(draft.id), dueAt: due)
        }
        deltas += try DutyTasks.open(tasks, at: now, owners: owners, context: context, on: connection)
        try Counters.apply(deltas, on: connection)
        let entries = opened.compactMap { draft, _ in
            authorities[draft.committee]
                .map {
                    AuditEntry.Draft(
                        committee: draft.committee,
                        authority: $0,
                        act: "lead.receive",
                        subject: "lead:\(draft.id)",
                        detail: draft.source.rawValue
                    )
                }
        }
        try Audit.append(entries, on: connection)
        return deltas
    }
}

extension LeadResolution {
    /// What is noted with the task.
    fileprivate var note: String? {
        switch self {
        case .registered: nil
        case .notHere(let reason), .wrong(let reason): reason
        case .duplicate(let other): other.text
        }
    }
}
