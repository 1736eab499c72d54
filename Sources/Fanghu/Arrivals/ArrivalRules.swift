// What may happen to the registration of an arrival, and what follows (DOMAIN §6.1).

extension ArrivalState {
    /// The beginning: a checked form came in.
    package static func opening(
        _ registration: Registration,
        given facts: ArrivalCircumstances
    ) -> ArrivalOutcome {
        let isHere = registration.journey.arrivedOn <= facts.now.day
        // A pre-reported person is looked for from the day of arrival on, not from the day of the form.
        let from = isHere ? facts.now : registration.journey.arrivedOn.instant()
        var followUps: [ArrivalFollowUp] = [
            .openTask(.confirmDwelling, due: from.adding(hours: facts.limits.confirmDwellingHours)),
            .count(.arrivalsAwaitingConfirmation, 1),
        ]
        if registration.person.document == nil, registration.filing.form == .full {
            followUps.append(.openTask(.completeDocument, due: from.adding(hours: facts.limits.leadHours)))
        }
        return ArrivalOutcome(isHere ? .arrived : .preReported, followUps)
    }

    /// The state after an event and what follows from it, or why it may not happen.
    package func after(
        _ event: ArrivalEvent,
        given facts: ArrivalCircumstances
    ) throws(ArrivalRefusal) -> ArrivalOutcome {
        let step =
            switch event {
            case .arrived: try afterArrival()
            case .dwellingConfirmed: try afterConfirmation()
            case .classified(let classification): try afterClassification(classification)
            case .disposed(let disposition): try afterDisposition(disposition, facts)
            case .returnAdvised: try afterAdvice()
            case .secondChecked: try afterSecondCheck()
            case .doctorNoted(let note): try afterDoctorNote(note, facts)
            case .withdrawn: try afterWithdrawal(facts)
            }
        let change = (step.state.awaitsConfirmation ? 1 : 0) - (awaitsConfirmation ? 1 : 0)
        let gauge: [ArrivalFollowUp] = change == 0 ? [] : [.count(.arrivalsAwaitingConfirmation, change)]
        return ArrivalOutcome(step.state, step.followUps + gauge)
    }

    private func afterArrival() throws(ArrivalRefusal) -> ArrivalOutcome {
        switch self {
        case .preReported: ArrivalOutcome(.arrived)
        case .arrived, .registered, .classified, .disposed: throw .alreadyArrived
        case .withdrawn: throw .closed
        }
    }

    /// Somebody standing in the door has arrived, whatever was reported before.
    private func afterConfirmation() throws(ArrivalRefusal) -> ArrivalOutcome {
        switch self {
        case .preReported, .arrived:
            ArrivalOutcome(
                .registered,
                [.closeTasks(.confirmDwelling), .count(.arrivalsRegistered, 1), .classify]
            )
        case .registered, .classified, .disposed: throw .alreadyRegistered
        case .withdrawn: throw .closed
        }
    }

    /// A classification can be made again after a second check, until the disposition is decided.
    private func afterClassification(
        _ classification: Classification
    ) throws(ArrivalRefusal) -> ArrivalOutcome {
        switch self {
        case .preReported, .arrived: throw .notRegistered
        case .registered, .classified:
            var followUps: [ArrivalFollowUp] = []
            if self == .registered, classification.isFromKeyArea { followUps.append(.count(.keyAreaArrivals, 1)) }
            if classification.needsObservation { followUps.append(.openObservation(classification)) }
            return ArrivalOutcome(.classified, followUps)
        case .disposed: throw .alreadyDisposed
        case .withdrawn: throw .closed
        }
    }

    /// I-1: where the class asks for an observation, no disposition without one.
    private func afterDisposition(
        _ disposition: Disposition,
        _ facts: ArrivalCircumstances
    ) throws(ArrivalRefusal) -> ArrivalOutcome {
        switch self {
        case .preReported, .arrived: throw .notRegistered
        case .registered: throw .notClassified
        case .classified, .disposed(.sentToFeverClinic):
            guard let classification = facts.classification else { throw .notClassified }
            guard !classification.needsObservation || facts.hasObservationOrException else {
                throw .observationMissing
            }
            return ArrivalOutcome(.disposed(disposition))
        case .disposed: throw .alreadyDisposed
        case .withdrawn: throw .closed
        }
    }

    private func afterAdvice() throws(ArrivalRefusal) -> ArrivalOutcome {
        switch self {
        case .preReported, .arrived: ArrivalOutcome(.disposed(.advisedReturn), [.closeAllTasks])
        case .registered, .classified: throw .alreadyRegistered
        case .disposed: throw .alreadyDisposed
        case .withdrawn: throw .closed
        }
    }

    /// Kept in the history with its reason; what it changes comes as a new classification.
    private func afterSecondCheck() throws(ArrivalRefusal) -> ArrivalOutcome {
        switch self {
        case .preReported, .arrived, .registered, .classified, .disposed: ArrivalOutcome(self)
        case .withdrawn: throw .closed
        }
    }

    /// What was registered cannot be taken back while its observation goes on (I-2).
    private func afterWithdrawal(_ facts: ArrivalCircumstances) throws(ArrivalRefusal) -> ArrivalOutcome {
        switch self {
        case .preReported, .arrived: ArrivalOutcome(.withdrawn, [.closeAllTasks])
        case .registered:
            ArrivalOutcome(.withdrawn, [.closeAllTasks, .count(.arrivalsRegistered, -1)])
        case .classified, .disposed: throw .alreadyDisposed
        case .withdrawn: throw .closed
        }
    }
}
