// What moves the end: a new exposure, a corrected start, another version, and time itself (I-8, I-5).

extension ObservationState {
    /// A later exposure restarts the clock.
    func afterExposure(
        on day: CivilDate,
        _ facts: ObservationFacts
    ) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing, .active, .dueForRelease:
            guard day > facts.period.event, day <= facts.today else { throw .exposureNotLater }
            return rescheduled(facts.period.restarted(from: day), facts)
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    /// A start that was entered wrongly, put right by two persons (I-8).
    func afterCorrection(
        _ correction: StartCorrection,
        _ facts: ObservationFacts
    ) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing, .active, .dueForRelease:
            guard correction.event <= facts.today else { throw .startInFuture }
            guard correction.requestedBy != correction.confirmedBy else { throw .secondPersonNeeded }
            return rescheduled(facts.period.restarted(from: correction.event), facts)
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    /// The new version's policy decides about those who are observed already.
    func afterProtocolChange(
        _ change: ProtocolChange,
        _ facts: ObservationFacts
    ) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing, .active, .dueForRelease:
            let converted = converted(by: change, facts)
            let takesNew =
                switch change.version.transition {
                case .keepOld: false
                case .convertToNew: true
                case .shorterOf: converted.releaseAt < facts.period.releaseAt
                }
            guard takesNew else { return ObservationOutcome(self) }
            let step = rescheduled(converted, facts)
            let version = ObservationFollowUp.setVersion(change.version.id, riskClass: change.riskClass.code)
            return ObservationOutcome(step.state, step.followUps + [version, .setColour(change.riskClass.colour)])
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    /// Nobody is released for a day before the new version held.
    private func converted(by change: ProtocolChange, _ facts: ObservationFacts) -> ObservationPeriod {
        ObservationPeriod(
            of: change.riskClass,
            by: change.version,
            from: facts.period.event,
            homeIsUnsuitable: facts.isMovedFromHome,
            notReleasedBefore: change.version.validFrom
        )
    }

    /// Who was due for release is active again if the end has moved behind now.
    private func rescheduled(_ period: ObservationPeriod, _ facts: ObservationFacts) -> ObservationOutcome {
        guard self == .dueForRelease, facts.now < period.releaseAt else {
            return ObservationOutcome(self, [.setPeriod(period)])
        }
        return ObservationOutcome(.quiet, [.closeTasks(.release, slot: nil), .setPeriod(period)])
    }

    /// The days of one segment are over: the next is somewhere else, under the same clock (DOMAIN §4).
    ///
    /// Fevers, breaches and tasks stay as they are; the row takes the mode of the day.
    func afterSegment(_ facts: ObservationFacts) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing: throw .notActive
        case .active, .dueForRelease:
            return ObservationOutcome(self, facts.period.mode(on: facts.today).map { [.setMode($0)] } ?? [])
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    /// The timer reached the end: a doctor has to release, the timer does not (I-5).
    func afterPeriod(_ facts: ObservationFacts) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing: throw .notActive
        case .active(let conditions):
            guard facts.isPeriodOver else {
                throw .periodRunning(daysLeft: facts.period.daysLeft(on: facts.today))
            }
            guard !conditions.isFeverish else { throw .feverUnanswered }
            guard !conditions.isBreached else { throw .breachOpen }
            let due = facts.now.adding(hours: facts.limits.releaseHours)
            return ObservationOutcome(.dueForRelease, [.openTask(.release, due: due, slot: nil)])
        case .dueForRelease: return ObservationOutcome(self)
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }
}

extension ObservationFacts {
    /// Observed elsewhere than the class has it, because the home did not do.
    var isMovedFromHome: Bool { period.segments.map(\.mode) != riskClass.segments.map(\.mode) }
}
