/// What can happen to an observation; the history is a list of these and is never edited.
package enum ObservationEvent: Hashable, Sendable {
    case proposed
    /// The notice (F-03) of a text version was handed over.
    case noticeGiven(textVersion: String)
    case homeChecked(HomeCheck)
    case committed(Commitment)
    case activated
    case dayRecorded(DayRecord)
    case slotMissed(DaySlot)
    case slotExplained(DaySlot, reason: String)
    case breachReported
    case breachEnded
    /// A fever or symptom that was told, seen or called in outside a day record.
    case feverReported
    case doctorNoted(DoctorNote)
    case exposureRenewed(on: CivilDate)
    case startCorrected(StartCorrection)
    case protocolChanged(ProtocolChange)
    /// The clock reached the next segment: from the central site home, for example.
    case segmentBegan
    /// The clock reached the end; it releases nobody (I-5).
    case periodCompleted
    case releaseSigned(serial: String)
    case transferred(ObservationState.Destination)
    case cancelled(Cancellation)
    case died
    case left

    /// Stable; stored in the history.
    package var name: String {
        switch self {
        case .proposed: "proposed"
        case .noticeGiven: "noticeGiven"
        case .homeChecked: "homeChecked"
        case .committed: "committed"
        case .activated: "activated"
        case .dayRecorded: "dayRecorded"
        case .slotMissed: "slotMissed"
        case .slotExplained: "slotExplained"
        case .breachReported: "breachReported"
        case .breachEnded: "breachEnded"
        case .feverReported: "feverReported"
        case .doctorNoted: "doctorNoted"
        case .exposureRenewed: "exposureRenewed"
        case .startCorrected: "startCorrected"
        case .protocolChanged: "protocolChanged"
        case .segmentBegan: "segmentBegan"
        case .periodCompleted: "periodCompleted"
        case .releaseSigned: "releaseSigned"
        case .transferred: "transferred"
        case .cancelled: "cancelled"
        case .died: "died"
        case .left: "left"
        }
    }
}

/// What a doctor decided about a fever or symptom.
package enum DoctorNote: String, CaseIterable, Codable, Sendable {
    case cleared
    case transferHospital
}

/// Another day from which the period counts, which two persons stand for (I-8).
package struct StartCorrection: Hashable, Sendable, Codable {
    package let event: CivilDate
    package let requestedBy: AccountID
    package let confirmedBy: AccountID

    package init(event: CivilDate, requestedBy: AccountID, confirmedBy: AccountID) {
        self.event = event
        self.requestedBy = requestedBy
        self.confirmedBy = confirmedBy
    }
}

/// Another version has come into force; its policy says what happens to those already observed.
package struct ProtocolChange: Hashable, Sendable {
    package let version: ProtocolVersion
    /// The class of the new version that the person falls into.
    package let riskClass: RiskClass

    package init(version: ProtocolVersion, riskClass: RiskClass) {
        self.version = version
        self.riskClass = riskClass
    }
}

/// An observation that should not have been; one that has begun needs a second person (R-PRIV-13).
package struct Cancellation: Hashable, Sendable, Codable {
    package let reason: Reason
    package let requestedBy: AccountID
    package let confirmedBy: AccountID?

    package enum Reason: String, CaseIterable, Codable, Sendable {
        case enteredInError
        case duplicate
        case wrongClass
        case periodAlreadyOver
        case movedAway

        package var words: Words {
            switch self {
            case .enteredInError: Words("录入错误", "entered in error")
            case .duplicate: Words("重复", "duplicate")
            case .wrongClass: Words("分类错误", "wrong class")
            case .periodAlreadyOver: Words("观察期已满", "period already over")
            case .movedAway: Words("已迁往他处", "moved away")
            }
        }
    }

    package init(reason: Reason, requestedBy: AccountID, confirmedBy: AccountID? = nil) {
        self.reason = reason
        self.requestedBy = requestedBy
        self.confirmedBy = confirmedBy
    }
}
