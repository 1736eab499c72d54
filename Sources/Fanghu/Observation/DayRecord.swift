/// One reading of somebody under observation (F-05), checked.
package struct DayRecord: Hashable, Sendable, Codable {
    package let slot: DaySlot
    package let takenAt: Instant
    package let receivedAt: Instant
    /// The second reading where the first was doubted.
    package let temperature: Temperature
    package let doubtedReading: Temperature?
    package let site: MeasurementSite
    package let symptoms: Set<Symptom>
    package let presence: Presence?
    package let needs: Set<DailyNeed>
    package let source: RecordSource
    package let lateMinutes: Int
    /// By the threshold of the version in force.
    package let isFever: Bool

    package var isLate: Bool { lateMinutes > 0 }

    /// A doctor has to decide: fever or any symptom (DOMAIN §6.3).
    package var isAlarming: Bool { isFever || !symptoms.isEmpty }

    /// Whether the person was at home, and how that was made sure of.
    package struct Presence: Hashable, Sendable, Codable {
        package let isAtHome: Bool
        package let confirmedBy: Confirmation

        package init(isAtHome: Bool, confirmedBy: Confirmation) {
            self.isAtHome = isAtHome
            self.confirmedBy = confirmedBy
        }
    }

    package enum Confirmation: String, CaseIterable, Codable, Sendable {
        case seen
        case video
        case call
        case robot
        case selfReport
        case sensor
    }
}

/// Where the temperature was taken; forehead readings run low, so it is kept.
package enum MeasurementSite: String, CaseIterable, Codable, Sendable {
    case armpit
    case forehead
    case ear
    case mouth
    case notStated
}

/// What the household asks for with a record.
package enum DailyNeed: String, CaseIterable, Codable, Sendable {
    case food
    case medicine
    case rubbish
}

/// Who or what a record came from.
package enum RecordSource: String, CaseIterable, Codable, Sendable {
    case observee
    case worker
    case robotCall
    case device
    case imported
}
