/// A group of arrivals whom a protocol version treats alike, and how.
package struct RiskClass: Hashable, Sendable {
    /// Stable within the version; stored with the arrival.
    package let code: String
    package let title: Words
    package let when: Predicate
    package let disposition: Disposition
    /// Where those go whose home does not do or who do not sign; needed where a segment is at home.
    package let ifHomeUnsuitable: ObservationMode?
    package let segments: [Segment]
    package let release: Set<ReleaseCondition>
    package let colour: CodeColour
    package let notifyWithinHours: Int?
    package let documents: [ClassDocument]
    /// On which days after the release somebody calls the person (DOMAIN §6.3, after).
    package let callBackDays: [Int]

    package init(
        code: String,
        title: Words,
        when: Predicate,
        disposition: Disposition,
        ifHomeUnsuitable: ObservationMode? = nil,
        segments: [Segment] = [],
        release: Set<ReleaseCondition> = [],
        colour: CodeColour = .green,
        notifyWithinHours: Int? = nil,
        documents: [ClassDocument] = [],
        callBackDays: [Int] = []
    ) {
        self.code = code
        self.title = title
        self.when = when
        self.disposition = disposition
        self.ifHomeUnsuitable = ifHomeUnsuitable
        self.segments = segments
        self.release = release
        self.colour = colour
        self.notifyWithinHours = notifyWithinHours
        self.documents = documents
        self.callBackDays = callBackDays
    }
}

/// A stretch of observation in one mode; `14 d central + 7 d home` are two.
package struct Segment: Hashable, Sendable, Codable {
    package let mode: ObservationMode
    package let days: Int
    package let startsFrom: Start
    package let checksPerDay: Int
    package let mayLeave: Bool
    /// Day numbers within the segment; a day named twice asks for two tests.
    package let testDays: [Int]
    package let coResidents: CoResidents

    /// What its days are counted from.
    package enum Start: String, CaseIterable, Codable, Sendable {
        case lastExposure
        case arrival
        case previousEnd
    }

    /// What is asked of those who live there too.
    package enum CoResidents: String, CaseIterable, Codable, Sendable {
        case free
        case stayIn
        case observeToo
    }

    package init(
        mode: ObservationMode,
        days: Int,
        startsFrom: Start,
        checksPerDay: Int = 2,
        mayLeave: Bool = false,
        testDays: [Int] = [],
        coResidents: CoResidents = .free
    ) {
        self.mode = mode
        self.days = days
        self.startsFrom = startsFrom
        self.checksPerDay = checksPerDay
        self.mayLeave = mayLeave
        self.testDays = testDays
        self.coResidents = coResidents
    }
}

/// What must hold before somebody is released (DOMAIN §6.3).
package enum ReleaseCondition: String, CaseIterable, Codable, Sendable {
    case recordsComplete
    case noSymptoms
    case negativeTests
}

/// A paper that belongs to a class.
package enum ClassDocument: String, CaseIterable, Codable, Sendable {
    case notice
    case commitment
    case release
}

/// What happens to running observations when a version comes into force.
package enum TransitionPolicy: String, CaseIterable, Codable, Sendable {
    case keepOld
    case convertToNew
    case shorterOf
}
