import Store

/// One event in the life of an arrival, decided and ready to be written.
struct ArrivalStep {
    /// The row as it is after the step.
    let row: ArrivalRow
    /// The stable name of the event.
    let kind: String
    let outcome: ArrivalOutcome
    let authority: Authority
    var detail: [UInt8]?

    /// A later step of the same row.
    func next(_ event: ArrivalEvent, given facts: ArrivalCircumstances, detail: [UInt8]? = nil) throws -> ArrivalStep {
        let outcome = try row.state.after(event, given: facts)
        var next = row
        next.state = outcome.state
        next.stepNumber += 1
        return ArrivalStep(row: next, kind: event.name, outcome: outcome, authority: authority, detail: detail)
    }

    /// The tasks that the event opens.
    var tasks: [DutyTask.Draft] {
        outcome.followUps.compactMap { followUp in
            guard case .openTask(let task, let due) = followUp else { return nil }
            return DutyTask.Draft(
                committee: row.key.committee,
                kind: DutyTask.Kind(task),
                subject: .arrival(row.key.id),
                dueAt: due
            )
        }
    }

    /// Closes the tasks that the event has done.
    func closeTasks(on connection: any Connection) throws -> [CounterDelta] {
        let subject = DutyTask.Subject.arrival(row.key.id)
        let committee = row.key.committee
        return try outcome.followUps.flatMap { followUp -> [CounterDelta] in
            switch followUp {
            case .closeTasks(let task):
                return try DutyTasks.close(
                    DutyTask.Kind(task),
                    on: subject,
                    in: committee,
                    by: authority,
                    on: connection
                )
            case .closeAllTasks:
                // A fever outlives its registration: only a doctor's note closes it (I-7).
                return try DutyTasks.withdrawAll(
                    on: subject,
                    except: .answerFever,
                    in: committee,
                    by: authority,
                    on: connection
                )
            case .openTask, .count, .classify, .openObservation, .endObservationInHospital: return []
            }
        }
    }

    var figures: [CounterDelta] {
        outcome.followUps.compactMap { followUp in
            guard case .count(let figure, let change) = followUp else { return nil }
            return CounterDelta(row.key.committee, Indicator(figure), on: authority.instant.day, by: change)
        }
    }

    /// The row of the history.
    func eventValues(_ vault: Vault) throws -> [SQLValue] {
        let place = SealedPlace(
            "arrival_event.sealed",
            committee: row.key.committee,
            key: "\(row.key.id):\(row.stepNumber)"
        )
        return [
            row.key.committee.sqlValue, row.key.id.sqlValue, row.stepNumber.sqlValue, authority.instant.sqlValue,
            kind.sqlValue, row.state.name.sqlValue, authority.account.sqlValue, authority.actorKind.sqlValue,
            (authority.role?.rawValue).sqlValue, try detail.map { try vault.seal(bytes: $0, at: place) }.sqlValue,
        ]
    }

    /// The entry in the record of acts.
    var entry: AuditEntry.Draft {
        AuditEntry.Draft(
            committee: row.key.committee,
            authority: authority,
            act: "arrival.\(kind)",
            subject: "arrival:\(row.key.id)",
            detail: row.state.name
        )
    }
}

extension ArrivalsService {
    /// Writes the history, tasks, figures and entries of decided steps; the rows are written by the act.
    func write(
        _ steps: [ArrivalStep],
        further tasks: [DutyTask.Draft] = [],
        on connection: any Connection
    ) throws -> [CounterDelta] {
        guard let instant = steps.first?.authority.instant else { return [] }
        try connection.execute(ArrivalsQueries.appendEvents(steps.map { try $0.eventValues(vault) }))
        var deltas = steps.flatMap(\.figures)
        for step in steps { deltas += try step.closeTasks(on: connection) }
        deltas += try DutyTasks.open(
            steps.flatMap(\.tasks) + tasks,
            at: instant,
            owners: owners,
            context: context,
            on: connection
        )
        try Counters.apply(deltas, on: connection)
        try Audit.append(steps.map(\.entry), on: connection)
        return deltas
    }
}

extension DutyTask.Kind {
    /// The task list's name for what the rules of arrivals ask for.
    init(_ task: ArrivalTask) {
        switch task {
        case .confirmDwelling: self = .confirmDwelling
        case .completeDocument: self = .completeDocument
        case .answerFever: self = .answerFever
        }
    }
}

extension Indicator {
    /// The figure that the rules of arrivals count.
    init(_ figure: ArrivalFigure) {
        switch figure {
        case .arrivalsRegistered: self = .arrivalsRegistered
        case .keyAreaArrivals: self = .keyAreaArrivals
        case .arrivalsAwaitingConfirmation: self = .arrivalsAwaitingConfirmation
        case .feversReported: self = .feversReported
        case .feversOpen: self = .feversOpen
        }
    }
}
