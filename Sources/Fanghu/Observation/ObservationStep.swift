import Store

/// One event in the life of an observation, decided and ready to be written.
struct ObservationStep {
    let before: ObservationRow
    let after: ObservationRow
    let event: ObservationEvent
    let outcome: ObservationOutcome
    let authority: Authority
    /// What is remembered of the event beside its name; personal, so it is sealed.
    let detail: [UInt8]?

    /// Decides an event by the rules.
    init(
        _ event: ObservationEvent,
        to row: ObservationRow,
        given facts: ObservationFacts,
        by authority: Authority,
        detail: [UInt8]? = nil
    ) throws {
        let outcome = try row.state.after(event, given: facts)
        before = row
        self.event = event
        self.outcome = outcome
        self.authority = authority
        self.detail = detail
        after = try ObservationStep.row(row, after: outcome, event, at: authority.instant)
    }

    /// The first step of a new observation, which the rules have opened.
    init(opening row: ObservationRow, _ outcome: ObservationOutcome, by authority: Authority) {
        before = row
        after = row
        event = .proposed
        self.outcome = outcome
        self.authority = authority
        detail = nil
    }

    /// A day record with nothing alarming, or a missed slot: its own row is its history.
    var isQuiet: Bool {
        switch event {
        case .dayRecorded: before.state == after.state && outcome.change(of: .feversReported) == 0
        case .slotMissed: before.state == after.state
        default: false
        }
    }

    private static func row(
        _ row: ObservationRow,
        after outcome: ObservationOutcome,
        _ event: ObservationEvent,
        at instant: Instant
    ) throws -> ObservationRow {
        var next = row
        next.state = outcome.state
        next.stepNumber += 1
        for followUp in outcome.followUps {
            switch followUp {
            case .setPeriod(let period):
                try next.change(to: period)
                next.mode = period.mode(on: max(instant.day, period.firstDay)) ?? next.mode
            case .setVersion(let version, let riskClass):
                next.version = version
                next.riskClass = riskClass
            case .setMode(let mode): next.mode = mode
            case .openTask, .closeTasks, .closeAllTasks, .count, .setColour, .continueCentrally: break
            }
        }
        switch event {
        case .noticeGiven(let version): next.notice = version
        case .activated: next.activeFrom = instant
        default: break
        }
        if next.state.stage == .ended, row.state.stage != .ended { next.endedAt = instant }
        return next
    }
}

extension ObservationStep {
    /// Writes the row, its history and its claim on the person; says how the figures change.
    ///
    /// A row that somebody else moved meanwhile is a conflict: the act was decided on what is no longer so.
    func write(sealedWith vault: Vault, on connection: any Connection) throws -> [CounterDelta] {
        if !isQuiet {
            guard try connection.execute(ObservationQueries.update(after)) == 1 else {
                throw ObservationRequestRefusal.changedMeanwhile
            }
            try connection.execute(ObservationQueries.appendEvents([try eventRow(vault)]))
        }
        if before.state.stage != .ended, after.state.stage == .ended {
            try connection.execute(ObservationQueries.unclaim(before.person, from: before.key))
            try connection.execute(PendingChangeQueries.remove(before.key))
        }
        return figures
    }

    /// What tasks about the observation name.
    var subject: DutyTask.Subject { .observation(before.key.id) }

    /// The tasks that the event opens.
    var tasks: [DutyTask.Draft] {
        outcome.followUps.compactMap { followUp in
            guard case .openTask(let task, let due, let slot) = followUp else { return nil }
            return DutyTask.Draft(
                committee: before.key.committee,
                kind: DutyTask.Kind(task),
                subject: .observation(before.key.id),
                occasion: slot.map(Self.occasion) ?? "",
                dueAt: due
            )
        }
    }

    /// Closes the tasks that the event has done.
    func closeTasks(on connection: any Connection) throws -> [CounterDelta] {
        let committee = before.key.committee
        return try outcome.followUps.flatMap { followUp -> [CounterDelta] in
            switch followUp {
            case .closeTasks(let task, let slot?):
                let kind = DutyTask.Kind(task)
                let occasion = Self.occasion(slot)
                return try DutyTasks.close(
                    kind,
                    on: subject,
                    occasion: occasion,
                    in: committee,
                    by: authority,
                    on: connection
                )
            case .closeTasks(let task, nil):
                return try DutyTasks.close(
                    DutyTask.Kind(task),
                    on: subject,
                    in: committee,
                    by: authority,
                    on: connection
                )
            case .closeAllTasks:
                return try DutyTasks.withdrawAll(on: subject, in: committee, by: authority, on: connection)
            case .openTask, .count, .setPeriod, .setVersion, .setMode, .setColour, .continueCentrally: return []
            }
        }
    }

    /// The entry in the record of acts.
    var entry: AuditEntry.Draft {
        AuditEntry.Draft(
            committee: before.key.committee,
            authority: authority,
            act: "observation.\(event.name)",
            subject: "observation:\(before.key.id)",
            detail: after.state.name
        )
    }

    var figures: [CounterDelta] {
        let opened = CounterDelta(before.key.committee, .observationsOpened, on: authority.instant.day)
        return (event == .proposed ? [opened] : [])
            + ObservationFigure.allCases.compactMap { figure in
                let change = outcome.change(of: figure)
                guard change != 0 else { return nil }
                return CounterDelta(before.key.committee, Indicator(figure), on: authority.instant.day, by: change)
            }
    }

    func eventRow(_ vault: Vault) throws -> [SQLValue] {
        [
            after.key.committee.sqlValue, after.key.id.sqlValue, after.stepNumber.sqlValue,
            authority.instant.sqlValue, event.name.sqlValue, after.state.name.sqlValue,
            authority.account.sqlValue, authority.actorKind.sqlValue, (authority.role?.rawValue).sqlValue,
            try detail.map { try vault.seal(bytes: $0, at: .event(of: after.key, number: after.stepNumber)) }.sqlValue,
        ]
    }

    private static func occasion(_ slot: DaySlot) -> String {
        "\(slot.day.yyyymmdd):\(slot.slot)"
    }
}

extension SealedPlace {
    /// The detail of one event of one observation.
    static func event(of key: ObservationKey, number: Int64) -> SealedPlace {
        SealedPlace("observation_event.sealed", committee: key.committee, key: "\(key.id):\(number)")
    }
}

extension DutyTask.Kind {
    /// The task list's name for what the rules ask for.
    init(_ task: ObservationTask) {
        switch task {
        case .checkHome: self = .checkHome
        case .signCommitment: self = .signCommitment
        case .arrangeCentralObservation: self = .arrangeCentralObservation
        case .missedSlot: self = .missedSlot
        case .visitAfterMissedSlots: self = .visitAfterMissedSlots
        case .answerFever: self = .answerFever
        case .handleBreach: self = .handleBreach
        case .release: self = .release
        }
    }
}

extension Indicator {
    /// The figure that the rules count.
    init(_ figure: ObservationFigure) {
        switch figure {
        case .observationsStarted: self = .observationsStarted
        case .observationsReleased: self = .observationsReleased
        case .observationsEndedOtherwise: self = .observationsEndedOtherwise
        case .dayRecords: self = .dayRecords
        case .feversReported: self = .feversReported
        case .slotsMissed: self = .slotsMissed
        case .breachesReported: self = .breachesReported
        case .observationsPreparing: self = .observationsPreparing
        case .observationsActive: self = .observationsActive
        case .feversOpen: self = .feversOpen
        }
    }
}
