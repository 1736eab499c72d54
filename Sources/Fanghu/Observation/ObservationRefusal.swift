/// Why something may not happen to an observation.
package enum ObservationRefusal: Refusal, Hashable {
    case alreadyOpen
    case anotherActive
    case ended
    case notActive
    case alreadyActive
    case homeNotChecked
    case noHomeCheckNeeded
    case homeIsUnsuitable
    case noticeMissing
    case commitmentMissing
    case alreadyCommitted
    case periodOver
    case periodRunning(daysLeft: Int)
    case notDueForRelease
    case daysMissing(Int)
    case symptomatic
    case testsMissing(Int)
    case serialMissing
    case feverUnanswered
    case breachOpen
    case noFever
    case noBreach
    case mayLeave
    case noSuchSlot
    case slotNotOver
    case reasonMissing
    case exposureNotLater
    case startInFuture
    case secondPersonNeeded
    case noSegments

    package var kind: RefusalKind {
        switch self {
        case .reasonMissing, .serialMissing, .noSuchSlot, .exposureNotLater, .startInFuture: .invalid
        case .secondPersonNeeded: .forbidden
        case .alreadyOpen, .anotherActive, .ended, .notActive, .alreadyActive, .homeNotChecked, .noHomeCheckNeeded,
            .homeIsUnsuitable, .noticeMissing, .commitmentMissing, .alreadyCommitted, .periodOver, .periodRunning,
            .notDueForRelease, .daysMissing, .symptomatic, .testsMissing, .feverUnanswered, .breachOpen, .noFever,
            .noBreach, .mayLeave, .slotNotOver, .noSegments:
            .conflict
        }
    }

    /// The invariant of DOMAIN §6.3 that it guards.
    package var invariant: String? {
        switch self {
        case .alreadyOpen, .anotherActive: "I-4"
        case .periodRunning, .notDueForRelease: "I-5"
        case .daysMissing: "I-6"
        case .feverUnanswered: "I-7"
        case .secondPersonNeeded: "I-8"
        case .ended, .notActive, .alreadyActive, .homeNotChecked, .noHomeCheckNeeded, .homeIsUnsuitable,
            .noticeMissing, .commitmentMissing, .alreadyCommitted, .periodOver, .symptomatic, .testsMissing,
            .serialMissing, .breachOpen, .noFever, .noBreach, .mayLeave, .noSuchSlot, .slotNotOver, .reasonMissing,
            .exposureNotLater, .startInFuture, .noSegments:
            nil
        }
    }
}
