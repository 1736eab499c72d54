// What may happen to an observation, and what follows (DOMAIN §6.3).
//
// Every event has a function below or beside this file whose switch covers every state, without a default.

extension ObservationState {
    /// The beginning: a class of the version in force asks for an observation.
    package static func opening(
        given facts: ObservationFacts
    ) throws(ObservationRefusal) -> ObservationOutcome {
        guard let mode = facts.period.segments.first?.mode else { throw .noSegments }
        guard !facts.isPeriodOver else { throw .periodOver }
        let task: [ObservationFollowUp] =
            if mode.needsHome {
                [.openTask(.checkHome, due: facts.now.adding(hours: facts.limits.homeCheckHours), slot: nil)]
            } else if mode == .central {
                [facts.centralPlaceTask]
            } else {
                []
            }
        let counts: [ObservationFollowUp] = [.count(.observationsPreparing, 1)]
        return ObservationOutcome(
            .preparing(.proposed, isFeverish: false),
            task + [.setPeriod(facts.period), .setColour(facts.riskClass.colour)] + counts
        )
    }

    /// The state after an event and what follows from it, or why it may not happen.
    package func after(
        _ event: ObservationEvent,
        given facts: ObservationFacts
    ) throws(ObservationRefusal) -> ObservationOutcome {
        let step =
            switch event {
            case .proposed: try afterProposed()
            case .noticeGiven: try afterNotice()
            case .homeChecked(let check): try afterHomeCheck(check, facts)
            case .committed: try afterCommitment(facts)
            case .activated: try afterActivation(facts)
            case .dayRecorded(let record): try afterDayRecord(record, facts)
            case .slotMissed(let slot): try afterMissedSlot(slot, facts)
            case .slotExplained(let slot, let reason): try afterExplanation(slot, reason, facts)
            case .breachReported: try afterBreach(facts)
            case .breachEnded: try afterBreachEnd()
            case .feverReported: try afterFever(facts)
            case .doctorNoted(let note): try afterDoctorNote(note)
            case .exposureRenewed(let day): try afterExposure(on: day, facts)
            case .startCorrected(let correction): try afterCorrection(correction, facts)
            case .protocolChanged(let change): try afterProtocolChange(change, facts)
            case .segmentBegan: try afterSegment(facts)
            case .periodCompleted: try afterPeriod(facts)
            case .releaseSigned(let serial): try afterRelease(serial, facts)
            case .transferred(let destination): try afterTransfer(to: destination, facts)
            case .cancelled(let cancellation): try afterCancellation(cancellation)
            case .died: try afterDeath()
            case .left: try afterLeaving()
            }
        return ObservationOutcome(step.state, step.followUps + gauges(to: step.state))
    }

    /// A second proposal would be a second observation of the same thing (I-4).
    private func afterProposed() throws(ObservationRefusal) -> ObservationOutcome {
        switch self {
        case .preparing, .active, .dueForRelease: throw .alreadyOpen
        case .released, .transferred, .cancelled, .died, .left: throw .ended
        }
    }

    /// The changes of the figures that say how many there are now; always what the two states differ by.
    private func gauges(to next: ObservationState) -> [ObservationFollowUp] {
        let changes: [(ObservationFigure, Bool, Bool)] = [
            (.observationsPreparing, stage == .preparing, next.stage == .preparing),
            (.observationsActive, isUnderObservation, next.isUnderObservation),
            (.feversOpen, conditions.isFeverish, next.conditions.isFeverish),
        ]
        return changes.filter { $0.1 != $0.2 }.map { .count($0.0, $0.2 ? 1 : -1) }
    }
}

extension ObservationFacts {
    /// Somebody has to find a place at a central site.
    var centralPlaceTask: ObservationFollowUp {
        .openTask(.arrangeCentralObservation, due: now.adding(hours: limits.centralPlaceHours), slot: nil)
    }

    /// A doctor has to answer; the task closes with the doctor's note only (I-7).
    var feverTask: ObservationFollowUp {
        .openTask(.answerFever, due: now.adding(minutes: limits.feverAnswerMinutes), slot: nil)
    }
}
