/// Where an event leads: the new state, and what the service has to carry out in the same transaction.
package struct ObservationOutcome: Hashable, Sendable {
    package let state: ObservationState
    package let followUps: [ObservationFollowUp]

    package init(_ state: ObservationState, _ followUps: [ObservationFollowUp] = []) {
        self.state = state
        self.followUps = followUps
    }

    /// The new period, if the event changed it.
    package var period: ObservationPeriod? {
        for case .setPeriod(let period) in followUps { return period }
        return nil
    }

    /// The sum of the changes of one figure.
    package func change(of figure: ObservationFigure) -> Int {
        followUps.reduce(0) { sum, followUp in
            if case .count(figure, let change) = followUp { sum + change } else { sum }
        }
    }
}

/// One thing that follows from an event.
package enum ObservationFollowUp: Hashable, Sendable {
    /// The same task is opened once only, whoever calls for it again.
    case openTask(ObservationTask, due: Instant, slot: DaySlot?)
    /// Nil closes every task of the kind.
    case closeTasks(ObservationTask, slot: DaySlot?)
    case closeAllTasks
    case count(ObservationFigure, Int)
    case setPeriod(ObservationPeriod)
    case setVersion(ProtocolID, riskClass: String)
    /// Where the person is observed from today on, under the same period.
    case setMode(ObservationMode)
    case setColour(CodeColour)
    /// The rest of the period goes on at a central site, in an observation of its own.
    case continueCentrally(ObservationPeriod)
}

/// What somebody has to do for an observation; names are those of the task list.
package enum ObservationTask: String, CaseIterable, Codable, Sendable {
    case checkHome
    case signCommitment
    case arrangeCentralObservation
    case missedSlot
    case visitAfterMissedSlots
    case answerFever
    case handleBreach
    case release
}

/// What is counted; names are those of the indicators.
///
/// The last three say how many there are now, the others count events of a day.
package enum ObservationFigure: String, CaseIterable, Sendable {
    case observationsStarted
    case observationsReleased
    case observationsEndedOtherwise
    case dayRecords
    case feversReported
    case slotsMissed
    case breachesReported
    case observationsPreparing
    case observationsActive
    case feversOpen
}
