/// Where the registration of an arrival stands (DOMAIN §6.1).
package enum ArrivalState: Hashable, Sendable {
    /// Reported before coming.
    case preReported
    /// Here, dwelling not confirmed by anybody yet.
    case arrived
    /// A worker or the health centre has confirmed the dwelling.
    case registered
    case classified
    case disposed(Disposition)
    case withdrawn

    /// Stable; stored and given out by the API.
    package var name: String {
        switch self {
        case .preReported: "preReported"
        case .arrived: "arrived"
        case .registered: "registered"
        case .classified: "classified"
        case .disposed(let disposition): disposition.rawValue
        case .withdrawn: "withdrawn"
        }
    }

    package static let all: [ArrivalState] =
        [.preReported, .arrived, .registered, .classified, .withdrawn] + Disposition.allCases.map { .disposed($0) }

    /// From what is stored; nil for an unknown name.
    package init?(name: some StringProtocol) {
        guard let state = ArrivalState.all.first(where: { $0.name == name }) else { return nil }
        self = state
    }

    /// Waits for somebody to confirm the dwelling.
    package var awaitsConfirmation: Bool { self == .preReported || self == .arrived }

    package var words: Words {
        switch self {
        case .preReported: Words("已预报", "reported beforehand")
        case .arrived: Words("已抵沪，待核实住址", "arrived, dwelling to be confirmed")
        case .registered: Words("已登记", "registered")
        case .classified: Words("已分类", "classified")
        case .disposed(let disposition): disposition.words
        case .withdrawn: Words("已撤销", "withdrawn")
        }
    }
}

/// What can happen to the registration of an arrival.
package enum ArrivalEvent: Hashable, Sendable {
    case arrived
    /// A worker or the health centre stood at the door, or phoned, and knows the dwelling.
    case dwellingConfirmed
    case classified(Classification)
    case disposed(Disposition)
    /// No fixed home and no definite job: advised not to come yet; no punishment (DOMAIN §6.1.5).
    case returnAdvised
    /// What a second check found where facts did not fit together.
    case secondChecked(reason: String)
    /// A doctor answered a fever that the form told of (I-7).
    case doctorNoted(DoctorNote)
    case withdrawn(Withdrawal)

    package enum Withdrawal: String, CaseIterable, Codable, Sendable {
        case didNotCome
        case duplicate
        case enteredInError
    }

    /// Stable; stored in the history.
    package var name: String {
        switch self {
        case .arrived: "arrived"
        case .dwellingConfirmed: "dwellingConfirmed"
        case .classified: "classified"
        case .disposed: "disposed"
        case .returnAdvised: "returnAdvised"
        case .secondChecked: "secondChecked"
        case .doctorNoted: "doctorNoted"
        case .withdrawn: "withdrawn"
        }
    }
}

/// What the rules of arrivals must know beside state and event.
package struct ArrivalCircumstances: Sendable {
    package var now: Instant
    package var limits: TaskLimits
    package var documentPending: Bool
    /// The classification made when the form came in or the dwelling was confirmed.
    package var classification: Classification?
    /// An observation was opened for it, or a documented exception stands in for one (I-1).
    package var hasObservationOrException: Bool
    /// A fever that the form told of waits for a doctor; only `doctorNoted` asks.
    package var hasOpenFever: Bool

    package init(
        now: Instant,
        limits: TaskLimits,
        documentPending: Bool = false,
        classification: Classification? = nil,
        hasObservationOrException: Bool = false,
        hasOpenFever: Bool = false
    ) {
        self.now = now
        self.limits = limits
        self.documentPending = documentPending
        self.classification = classification
        self.hasObservationOrException = hasObservationOrException
        self.hasOpenFever = hasOpenFever
    }
}

/// Where an event leads, and what the service has to carry out in the same transaction.
package struct ArrivalOutcome: Hashable, Sendable {
    package let state: ArrivalState
    package let followUps: [ArrivalFollowUp]

    package init(_ state: ArrivalState, _ followUps: [ArrivalFollowUp] = []) {
        self.state = state
        self.followUps = followUps
    }
}

/// One thing that follows from an event of an arrival.
package enum ArrivalFollowUp: Hashable, Sendable {
    case openTask(ArrivalTask, due: Instant)
    case closeTasks(ArrivalTask)
    case closeAllTasks
    case count(ArrivalFigure, Int)
    /// Classify by the version in force on the day of arrival.
    case classify
    /// The class asks for an observation (I-1).
    case openObservation(Classification)
    /// An observation that goes on ends with the transport to a hospital.
    case endObservationInHospital
}

/// What somebody has to do about an arrival; names are those of the task list.
package enum ArrivalTask: String, CaseIterable, Codable, Sendable {
    case confirmDwelling
    case completeDocument
    case answerFever
}

/// What is counted; names are those of the indicators.
package enum ArrivalFigure: String, CaseIterable, Sendable {
    case arrivalsRegistered
    case keyAreaArrivals
    case arrivalsAwaitingConfirmation
    case feversReported
    case feversOpen
}
