// Entry: a fixed and suitable home and a signed commitment, otherwise central (DOMAIN §6.3).

extension ObservationState {
    /// The notice may be repeated at any time, as the police do after a breach.
    func afterNotice() throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .proposed, .homeSuitable, .homeUnsuitable, .committed, .active, .dueForRelease: ObservationOutcome(self)
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    func afterHomeCheck(
        _ check: HomeCheck,
        _ facts: ObservationFacts
    ) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .proposed, .homeSuitable, .homeUnsuitable: return try checked(check, facts)
        case .committed:
            // A home can turn out to be unsuitable late; that it is suitable was known before the signature.
            guard !check.isSuitable else { throw .alreadyCommitted }
            return try checked(check, facts)
        case .active, .dueForRelease: throw .alreadyActive
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    private func checked(
        _ check: HomeCheck,
        _ facts: ObservationFacts
    ) throws(ObservationRefusal) -> ObservationOutcome {
        guard facts.riskClass.segments.first?.mode.needsHome ?? false else { throw .noHomeCheckNeeded }
        if check.isSuitable {
            let due = facts.now.adding(hours: facts.limits.commitmentHours)
            var followUps: [ObservationFollowUp] = [
                .closeTasks(.checkHome, slot: nil),
                .closeTasks(.arrangeCentralObservation, slot: nil),
                .openTask(.signCommitment, due: due, slot: nil),
            ]
            if self == .homeUnsuitable { followUps.append(.setPeriod(facts.homePeriod)) }
            return ObservationOutcome(.homeSuitable, followUps)
        }
        var followUps: [ObservationFollowUp] = [
            .closeTasks(.checkHome, slot: nil),
            .closeTasks(.signCommitment, slot: nil),
            facts.centralPlaceTask,
        ]
        if let mode = facts.riskClass.ifHomeUnsuitable { followUps.append(.setPeriod(facts.period.moved(to: mode))) }
        return ObservationOutcome(.homeUnsuitable, followUps)
    }

    /// The commitment itself was checked when it was made; here only its place in the order.
    func afterCommitment(_ facts: ObservationFacts) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .proposed: throw .homeNotChecked
        case .homeSuitable:
            guard facts.noticeGiven else { throw .noticeMissing }
            return ObservationOutcome(.committed, [.closeTasks(.signCommitment, slot: nil)])
        case .homeUnsuitable: throw .homeIsUnsuitable
        case .committed: throw .alreadyCommitted
        case .active, .dueForRelease: throw .alreadyActive
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    func afterActivation(_ facts: ObservationFacts) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .proposed:
            guard !(facts.period.segments.first?.mode.needsHome ?? true) else { throw .homeNotChecked }
            return try activated(facts)
        case .homeSuitable: throw .commitmentMissing
        case .homeUnsuitable:
            guard facts.riskClass.ifHomeUnsuitable != nil else { throw .homeIsUnsuitable }
            return try activated(facts)
        case .committed: return try activated(facts)
        case .active, .dueForRelease: throw .alreadyActive
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    /// I-4 is asked here; a fever from before it began goes on unanswered (I-7).
    private func activated(_ facts: ObservationFacts) throws(ObservationRefusal) -> ObservationOutcome {
        guard facts.noticeGiven else { throw .noticeMissing }
        guard !facts.hasOtherActive else { throw .anotherActive }
        guard !facts.isPeriodOver else { throw .periodOver }
        return ObservationOutcome(
            .active(Conditions(isFeverish: facts.hasOpenFever)),
            [.closeTasks(.arrangeCentralObservation, slot: nil), .count(.observationsStarted, 1)]
        )
    }
}

extension ObservationFacts {
    /// The period as the class has it, for a home that does after all.
    var homePeriod: ObservationPeriod {
        ObservationPeriod(
            of: riskClass,
            by: version,
            from: period.event,
            notReleasedBefore: period.notReleasedBefore
        )
    }
}
