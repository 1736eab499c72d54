// The days of observation: records, missed slots, breaches, fevers (DOMAIN §6.3).

extension ObservationState {
    /// A record closes what was missed in its slot; a fever or symptom in it opens the doctor's task.
    func afterDayRecord(
        _ record: DayRecord,
        _ facts: ObservationFacts
    ) throws(ObservationRefusal) -> ObservationOutcome {
        var followUps: [ObservationFollowUp] = [.count(.dayRecords, 1)]
        if let overdue = facts.overdue(record.slot), overdue <= facts.now {
            followUps.append(.closeTasks(.missedSlot, slot: record.slot))
        }
        // The visit that two missed slots call for is done by whoever went there, not by a late message.
        if record.source == .worker { followUps.append(.closeTasks(.visitAfterMissedSlots, slot: nil)) }
        switch self {
        case .preparing: throw .notActive
        case .active, .dueForRelease:
            return record.isAlarming ? alarmed(facts, followUps) : ObservationOutcome(self, followUps)
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    /// Two in a row, or as many as the version says, make a visit on the same day.
    func afterMissedSlot(
        _ slot: DaySlot,
        _ facts: ObservationFacts
    ) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing: throw .notActive
        case .active, .dueForRelease:
            guard let overdue = facts.overdue(slot) else { throw .noSuchSlot }
            guard overdue <= facts.now else { throw .slotNotOver }
            let endOfDay = facts.today.adding(days: 1).instant()
            var followUps: [ObservationFollowUp] = [
                .openTask(.missedSlot, due: endOfDay, slot: slot), .count(.slotsMissed, 1),
            ]
            if facts.missedInARow >= facts.version.missedInARowForVisit {
                followUps.append(.openTask(.visitAfterMissedSlots, due: endOfDay, slot: slot))
            }
            return ObservationOutcome(self, followUps)
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    /// A reason stands in for a record that cannot come any more (I-6).
    func afterExplanation(
        _ slot: DaySlot,
        _ reason: String,
        _ facts: ObservationFacts
    ) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing: throw .notActive
        case .active, .dueForRelease:
            guard reason.contains(where: { !$0.isWhitespace }) else { throw .reasonMissing }
            guard facts.overdue(slot) != nil else { throw .noSuchSlot }
            return ObservationOutcome(self, [.closeTasks(.missedSlot, slot: slot)])
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    func afterBreach(_ facts: ObservationFacts) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing: throw .notActive
        case .active(var conditions):
            guard facts.period.segment(on: facts.today)?.mayLeave == false else { throw .mayLeave }
            // After the last day nobody is held, whether the release has been signed or not.
            guard !facts.isPeriodOver else { throw .periodOver }
            conditions.isBreached = true
            let due = facts.now.adding(minutes: facts.limits.breachAnswerMinutes)
            return ObservationOutcome(
                .active(conditions),
                [.openTask(.handleBreach, due: due, slot: nil), .count(.breachesReported, 1)]
            )
        case .dueForRelease: throw .periodOver
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    func afterBreachEnd() throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing: throw .notActive
        case .active(var conditions):
            guard conditions.isBreached else { throw .noBreach }
            conditions.isBreached = false
            return ObservationOutcome(.active(conditions), [.closeTasks(.handleBreach, slot: nil)])
        case .dueForRelease: throw .noBreach
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    /// Before it begins as well as after the last day.
    func afterFever(_ facts: ObservationFacts) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing, .active, .dueForRelease: alarmed(facts, [])
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    /// The only way out of a fever (I-7); to hospital also without one.
    func afterDoctorNote(_ note: DoctorNote) throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing(let preparation, let isFeverish):
            try noted(note, isFeverish: isFeverish, next: .preparing(preparation, isFeverish: false))
        case .active(let conditions):
            try noted(
                note,
                isFeverish: conditions.isFeverish,
                next: .active(Conditions(isBreached: conditions.isBreached))
            )
        case .dueForRelease: try noted(note, isFeverish: false, next: self)
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    private func noted(
        _ note: DoctorNote,
        isFeverish: Bool,
        next: ObservationState
    ) throws(ObservationRefusal) -> ObservationOutcome {
        switch note {
        case .cleared:
            guard isFeverish else { throw .noFever }
            return ObservationOutcome(next, [.closeTasks(.answerFever, slot: nil)])
        case .transferHospital:
            return ObservationOutcome.ended(.transferred(.hospital), counted: isUnderObservation)
        }
    }

    /// Feverish until a doctor decides; who was due for release is not any more.
    private func alarmed(_ facts: ObservationFacts, _ followUps: [ObservationFollowUp]) -> ObservationOutcome {
        let next: ObservationState =
            if case .preparing(let preparation, _) = self {
                .preparing(preparation, isFeverish: true)
            } else {
                .active(Conditions(isBreached: conditions.isBreached, isFeverish: true))
            }
        let release: [ObservationFollowUp] = self == .dueForRelease ? [.closeTasks(.release, slot: nil)] : []
        return ObservationOutcome(next, followUps + release + [facts.feverTask, .count(.feversReported, 1)])
    }
}

extension ObservationFacts {
    /// When a slot of the period becomes overdue; nil if the period has no such slot.
    func overdue(_ slot: DaySlot) -> Instant? {
        period.windows(on: slot.day, in: version.slots).first { $0.name == slot.slot }?.overdue(on: slot.day)
    }
}
