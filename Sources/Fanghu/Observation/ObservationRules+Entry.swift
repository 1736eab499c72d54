// Entry: a fixed and suitable home and a signed commitment, otherwise central (DOMAIN §6.3).

extension ObservationState {
    /// The notice may be repeated at any time, as the police do after a breach.
    func afterNotice() throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing, .active, .dueForRelease: ObservationOutcome(self)
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    /// A home can turn out to be unsuitable late; that it is suitable was known before the signature.
    func afterHomeCheck(
        _ check: HomeCheck,
        _ facts: ObservationFacts
    ) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing(let preparation, let isFeverish):
            guard facts.riskClass.segments.first?.mode.needsHome ?? false else { throw .noHomeCheckNeeded }
            guard check.isSuitable else { return facts.unsuitable(isFeverish: isFeverish) }
            guard preparation != .committed else { throw .alreadyCommitted }
            return facts.suitable(after: preparation, isFeverish: isFeverish)
        case .active, .dueForRelease: throw .alreadyActive
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    /// The commitment itself was checked when it was made; here only its place in the order.
    func afterCommitment(_ facts: ObservationFacts) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing(.proposed, _): throw .homeNotChecked
        case .preparing(.homeSuitable, let isFeverish):
            guard facts.noticeGiven else { throw .noticeMissing }
            return ObservationOutcome(
                .preparing(.committed, isFeverish: isFeverish),
                [.closeTasks(.signCommitment, slot: nil)]
            )
        case .preparing(.homeUnsuitable, _): throw .homeIsUnsuitable
        case .preparing(.committed, _): throw .alreadyCommitted
        case .active, .dueForRelease: throw .alreadyActive
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    /// Only what begins at home needs a checked home and a signature; I-4 is asked here.
    func afterActivation(_ facts: ObservationFacts) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing(let preparation, let isFeverish):
            if facts.period.segments.first?.mode.needsHome ?? true {
                switch preparation {
                case .proposed: throw .homeNotChecked
                case .homeSuitable: throw .commitmentMissing
                case .homeUnsuitable: throw .homeIsUnsuitable
                case .committed: break
                }
            }
            guard facts.noticeGiven else { throw .noticeMissing }
            guard !facts.hasOtherActive else { throw .anotherActive }
            guard !facts.isPeriodOver else { throw .periodOver }
            return ObservationOutcome(
                .active(Conditions(isFeverish: isFeverish)),
                [.closeTasks(.arrangeCentralObservation, slot: nil), .count(.observationsStarted, 1)]
            )
        case .active, .dueForRelease: throw .alreadyActive
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }
}

extension ObservationFacts {
    fileprivate func suitable(
        after preparation: ObservationState.Preparation,
        isFeverish: Bool
    ) -> ObservationOutcome {
        let due = now.adding(hours: limits.commitmentHours)
        var followUps: [ObservationFollowUp] = [
            .closeTasks(.checkHome, slot: nil),
            .closeTasks(.arrangeCentralObservation, slot: nil),
            .openTask(.signCommitment, due: due, slot: nil),
        ]
        if preparation == .homeUnsuitable { followUps.append(.setPeriod(homePeriod)) }
        return ObservationOutcome(.preparing(.homeSuitable, isFeverish: isFeverish), followUps)
    }

    fileprivate func unsuitable(isFeverish: Bool) -> ObservationOutcome {
        var followUps: [ObservationFollowUp] = [
            .closeTasks(.checkHome, slot: nil), .closeTasks(.signCommitment, slot: nil), centralPlaceTask,
        ]
        if let mode = riskClass.ifHomeUnsuitable { followUps.append(.setPeriod(period.moved(to: mode))) }
        return ObservationOutcome(.preparing(.homeUnsuitable, isFeverish: isFeverish), followUps)
    }

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
