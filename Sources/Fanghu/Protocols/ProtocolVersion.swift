/// The name of a protocol version, such as `sh-2020-02`.
package struct ProtocolID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package var description: String { text }

    package static func < (left: ProtocolID, right: ProtocolID) -> Bool {
        left.text < right.text
    }
}

extension ProtocolID: Codable {
    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// The rules that hold in one place from a day on: whom they concern, for how long, how they end (DOMAIN §7).
///
/// It is read from a document and never changed; another rule is another version.
package struct ProtocolVersion: Hashable, Sendable {
    package let id: ProtocolID
    package let jurisdiction: Jurisdiction
    package let validFrom: CivilDate
    /// The first day on which it no longer holds.
    package let validTo: CivilDate?
    package let title: Words
    package let sourceText: String
    package let dayCounting: DayCounting
    package let fever: FeverRule
    package let slots: SlotSchedule
    /// From the strictest to the last, which is everybody else; the first that applies counts.
    package let classes: [RiskClass]
    /// Who goes to a fever clinic first, whatever the class.
    package let feverClinic: Predicate?
    package let missedInARowForVisit: Int
    package let limits: TaskLimits
    package let collection: CollectionScope
    package let transition: TransitionPolicy

    package init(
        id: ProtocolID,
        jurisdiction: Jurisdiction,
        validFrom: CivilDate,
        validTo: CivilDate? = nil,
        title: Words,
        sourceText: String,
        dayCounting: DayCounting,
        fever: FeverRule,
        slots: SlotSchedule,
        classes: [RiskClass],
        feverClinic: Predicate?,
        missedInARowForVisit: Int,
        limits: TaskLimits,
        collection: CollectionScope,
        transition: TransitionPolicy
    ) {
        self.id = id
        self.jurisdiction = jurisdiction
        self.validFrom = validFrom
        self.validTo = validTo
        self.title = title
        self.sourceText = sourceText
        self.dayCounting = dayCounting
        self.fever = fever
        self.slots = slots
        self.classes = classes
        self.feverClinic = feverClinic
        self.missedInARowForVisit = missedInARowForVisit
        self.limits = limits
        self.collection = collection
        self.transition = transition
    }

    package func isInForce(on day: CivilDate) -> Bool {
        validFrom <= day && validTo.map { day < $0 } ?? true
    }

    package func riskClass(_ code: String) -> RiskClass? {
        classes.first { $0.code == code }
    }
}

/// By when the tasks that a version calls for must be done.
package struct TaskLimits: Hashable, Sendable, Codable {
    package let feverAnswerMinutes: Int
    package let breachAnswerMinutes: Int
    package let confirmDwellingHours: Int
    package let homeCheckHours: Int
    package let commitmentHours: Int
    package let centralPlaceHours: Int
    package let releaseHours: Int
    package let leadHours: Int

    package init(
        feverAnswerMinutes: Int,
        breachAnswerMinutes: Int,
        confirmDwellingHours: Int,
        homeCheckHours: Int,
        commitmentHours: Int,
        centralPlaceHours: Int,
        releaseHours: Int,
        leadHours: Int
    ) {
        self.feverAnswerMinutes = feverAnswerMinutes
        self.breachAnswerMinutes = breachAnswerMinutes
        self.confirmDwellingHours = confirmDwellingHours
        self.homeCheckHours = homeCheckHours
        self.commitmentHours = commitmentHours
        self.centralPlaceHours = centralPlaceHours
        self.releaseHours = releaseHours
        self.leadHours = leadHours
    }
}
