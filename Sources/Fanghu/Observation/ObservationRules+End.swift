// The ends of an observation (DOMAIN §6.3, release).

extension ObservationState {
    /// Period complete and records complete or explained and no symptom and tests if the version wants them.
    func afterRelease(
        _ serial: String,
        _ facts: ObservationFacts
    ) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing: throw .notActive
        case .active(let conditions):
            guard facts.isPeriodOver else {
                throw .periodRunning(daysLeft: facts.period.daysLeft(on: facts.today))
            }
            guard !conditions.isFeverish else { throw .feverUnanswered }
            throw .notDueForRelease
        case .dueForRelease:
            try facts.checkRelease(serial)
            return ObservationOutcome(
                .released,
                [.closeAllTasks, .count(.observationsReleased, 1), .setColour(.green)]
            )
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    /// To hospital at any time; to a central site only when no fever waits for a doctor (I-7).
    func afterTransfer(
        to destination: Destination,
        _ facts: ObservationFacts
    ) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing, .active, .dueForRelease:
            let step = ObservationOutcome.ended(.transferred(destination), counted: isUnderObservation)
            guard destination == .central else { return step }
            guard !conditions.isFeverish else { throw .feverUnanswered }
            let rest = ObservationFollowUp.continueCentrally(facts.period.moved(to: .central))
            return ObservationOutcome(step.state, step.followUps + (facts.isPeriodOver ? [] : [rest]))
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    /// Once begun, two persons answer for it, and no fever disappears with it (R-PRIV-13, I-7).
    func afterCancellation(_ cancellation: Cancellation) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing:
            guard !conditions.isFeverish else { throw .feverUnanswered }
            return ObservationOutcome.ended(.cancelled, counted: false)
        case .active:
            guard !conditions.isFeverish else { throw .feverUnanswered }
            try cancellation.checkSecondPerson()
            return ObservationOutcome.ended(.cancelled, counted: true)
        case .dueForRelease:
            try cancellation.checkSecondPerson()
            return ObservationOutcome.ended(.cancelled, counted: true)
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    func afterDeath() throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing, .active, .dueForRelease:
            ObservationOutcome.ended(.died, counted: isUnderObservation)
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    func afterLeaving() throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing, .active, .dueForRelease:
            guard !conditions.isFeverish else { throw .feverUnanswered }
            return ObservationOutcome.ended(.left, counted: isUnderObservation)
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }
}

extension ObservationOutcome {
    /// An end other than a release; what never began is not counted as ended.
    static func ended(_ state: ObservationState, counted: Bool) -> ObservationOutcome {
        let count: [ObservationFollowUp] = counted ? [.count(.observationsEndedOtherwise, 1)] : []
        return ObservationOutcome(state, [.closeAllTasks] + count)
    }
}

extension ObservationFacts {
    /// The conditions of a release, in the order in which a doctor would look at them.
    func checkRelease(_ serial: String) throws(ObservationRefusal) {
        guard isPeriodOver else { throw .periodRunning(daysLeft: period.daysLeft(on: today)) }
        let asked = riskClass.release
        guard !asked.contains(.recordsComplete) || records.missing == 0 else { throw .daysMissing(records.missing) }
        guard !asked.contains(.noSymptoms) || lastRecordIsHarmless else { throw .symptomatic }
        guard !asked.contains(.negativeTests) || testsMissing == 0 else { throw .testsMissing(testsMissing) }
        guard serial.contains(where: { !$0.isWhitespace }) else { throw .serialMissing }
    }
}

extension Cancellation {
    func checkSecondPerson() throws(ObservationRefusal) {
        guard let confirmedBy, confirmedBy != requestedBy else { throw .secondPersonNeeded }
    }
}
