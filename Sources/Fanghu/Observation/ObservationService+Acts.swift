import Store

extension ObservationService {
    /// Decides one event by the rules and writes what follows, in one transaction.
    ///
    /// - Parameters:
    ///   - prepare: adds to the facts what the event asks for and only the database knows.
    ///   - also: writes what belongs to the event beside its row; its changes of figures are added.
    func carryOut(
        _ event: ObservationEvent,
        on id: ObservationID,
        as permission: Permission,
        by actor: Actor,
        remembering detail: [UInt8]? = nil,
        prepare: @escaping @Sendable (inout ObservationFacts, ObservationRow, any Connection) throws -> Void = {
            _,
            _,
            _ in
        },
        also: @escaping @Sendable (ObservationStep, any Connection) throws -> [CounterDelta] = { _, _ in [] }
    ) async throws -> ObservationRow {
        let now = context.now
        let scope = try policy.scope(for: actor, permission, at: now)
        let (row, deltas) = try await database.write { connection in
            let statement = ObservationQueries.observation(id, in: scope)
            guard let row = try connection.first(statement, as: ObservationRow.self) else {
                throw ObservationRequestRefusal.unknownObservation
            }
            let authority = try policy.check(actor, permission, at: row.key.committee, on: now)
            var facts = try facts(about: row, at: now)
            try prepare(&facts, row, connection)
            let step = try ObservationStep(event, to: row, given: facts, by: authority, detail: detail)
            let deltas = try write([step], also: also, on: connection)
            return (step.after, deltas)
        }
        announce(deltas)
        return row
    }

    /// Writes decided steps with their tasks, figures and entries in the record of acts.
    func write(
        _ steps: [ObservationStep],
        also: (ObservationStep, any Connection) throws -> [CounterDelta] = { _, _ in [] },
        on connection: any Connection
    ) throws -> [CounterDelta] {
        guard let instant = steps.first?.authority.instant else { return [] }
        let subjects = steps.map { (committee: $0.before.key.committee, subject: $0.subject) }
        let open = try DutyTasks.subjectsWithOpenTasks(among: subjects, on: connection)
        var deltas: [CounterDelta] = []
        for step in steps {
            deltas += try step.write(sealedWith: vault, on: connection)
            if open.contains(step.subject.text) { deltas += try step.closeTasks(on: connection) }
            deltas += try also(step, connection)
        }
        deltas += try DutyTasks.open(
            steps.flatMap(\.tasks),
            at: instant,
            owners: owners,
            context: context,
            on: connection
        )
        try Counters.apply(deltas, on: connection)
        try Audit.append(steps.map(\.entry), on: connection)
        return deltas
    }

    /// What the rules must know about an observation at a moment.
    func facts(about row: ObservationRow, at now: Instant) throws -> ObservationFacts {
        let version = try protocols().version(row.version)
        guard let riskClass = version.riskClass(row.riskClass) else {
            throw ObservationFault.unknownRiskClass(row.version, row.riskClass)
        }
        return ObservationFacts(
            now: now,
            version: version,
            riskClass: riskClass,
            period: try periods.period(of: row),
            noticeGiven: row.notice != nil
        )
    }
}

/// A stored observation that no longer fits the rules it names: a bug or a removed document.
enum ObservationFault: Error {
    case unknownRiskClass(ProtocolID, String)
}
