import Store

// What follows from a visit: the target's state, the household, tasks.

extension CanvassService {
    /// Who is to go again after a refusal goes by the evening of the next day.
    private static let visitAgainBy = 20 * 60

    /// Moves the target by the rules and writes what follows; answers how the figures change.
    func move(
        _ before: CanvassTarget,
        by visit: CanvassVisit,
        of door: Door,
        on connection: any Connection
    ) throws -> (CanvassTarget, [CounterDelta]) {
        var target = before
        let event = CanvassTarget.State.Event.visited(visit.outcome, hasReceipt: visit.receipt != nil)
        target.state = before.state.after(event, wantsReceipt: door.campaign.wantsReceipt)
        target.marker = before.marker.after(visit.outcome)
        target.visits += 1
        target.lastVisitAt = max(visit.at, before.lastVisitAt ?? visit.at)
        var deltas: [CounterDelta] = []
        if visit.receipt != nil, before.informedAt == nil {
            target.informedAt = visit.at
            deltas.append(CounterDelta(target.committee, .unitsInformed, on: visit.at.day))
        }
        try connection.execute(CanvassQueries.update(target))
        deltas += settled(before, target, on: door.authority.instant.day)
        deltas += try followUp(visit, target, door.authority, on: connection)
        return (target, deltas)
    }

    func settled(_ before: CanvassTarget, _ after: CanvassTarget, on day: CivilDate) -> [CounterDelta] {
        guard !before.state.isSettled, after.state.isSettled else { return [] }
        return [CounterDelta(after.committee, .canvassTargetsOpen, on: day, by: -1)]
    }

    private func followUp(
        _ visit: CanvassVisit,
        _ target: CanvassTarget,
        _ authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let subject = DutyTask.Subject.canvassTarget(target.campaign, target.place)
        switch visit.outcome {
        case .refused:
            guard target.state == .refused else { return [] }
            let due = authority.instant.day.adding(days: 1).instant(minuteOfDay: Self.visitAgainBy)
            let draft = DutyTask.Draft(
                committee: target.committee,
                kind: .visitRefused,
                subject: subject,
                dueAt: due
            )
            return try DutyTasks.open(
                [draft],
                at: authority.instant,
                owners: owners,
                context: context,
                on: connection
            )
        case .nobody: return []
        case .met, .byPhone, .vacant, .away:
            return try [DutyTask.Kind.visitRefused, .visitTornMarker]
                .flatMap {
                    try DutyTasks.close($0, on: subject, in: target.committee, by: authority, on: connection)
                }
        }
    }

    /// Writes what the visit found out about a dwelling through the room of households, and that it was heard from.
    func tellHousehold(
        _ draft: CanvassVisit.Draft,
        at door: Door,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let (target, authority) = (door.target, door.authority)
        let household =
            target.kind.isDwelling
            ? try book.household(of: target.place, in: target.committee, on: connection) : nil
        guard target.kind.isDwelling, let presence = draft.presence(knowing: household) else {
            guard draft.outcome.isInformed else { return [] }
            try CoveredPlaces.hear(
                from: [target.place],
                in: target.committee,
                at: authority.instant,
                by: authority.account,
                on: connection
            )
            return []
        }
        var change = HouseholdChange(
            // One id for both, so that a visit sent twice changes the household once.
            id: HouseholdChangeID(checked: draft.id.text),
            dwelling: target.place,
            basedOn: household?.version ?? 0,
            presence: presence,
            channel: draft.channel == .visit ? .visit : .phone,
            withPolice: draft.withPolice
        )
        change.origin = draft.outcome == .away ? draft.origin : nil
        return try book.apply(change, in: target.committee, by: authority, on: connection).deltas
    }
}

extension CanvassVisit.Draft {
    /// What the outcome says of the dwelling; nil where it says nothing new.
    ///
    /// Somebody met in a dwelling that is known to be away may have come back: that is a registration of its own (I-1),
    /// and its task must not be closed by a tick on the doorstep.
    func presence(knowing household: Household?) -> Presence? {
        switch outcome {
        case .met: household == nil || household?.presence.kind == .vacant ? .living : nil
        case .vacant:
            evidence.flatMap { evidence in recheckOn.map { .vacant(evidence, recheckOn: $0) } }
        case .away: .away(expectedReturn: expectedReturn)
        case .byPhone, .nobody, .refused: nil
        }
    }
}
