/// How dangerous an area was declared to be.
package enum AreaRisk: String, CaseIterable, Codable, Sendable {
    /// A key area of 2020 (重点地区).
    case keyArea
    case high
    case medium
    case low

    package var words: Words {
        switch self {
        case .keyArea: Words("重点地区", "key area")
        case .high: Words("高风险地区", "high-risk area")
        case .medium: Words("中风险地区", "medium-risk area")
        case .low: Words("低风险地区", "low-risk area")
        }
    }
}

/// A declaration that an area had a level from one day until another, with its source (DOMAIN §7).
package struct AreaLevel: Hashable, Sendable, Codable {
    package let division: DivisionPrefix
    package let name: Words
    package let risk: AreaRisk
    package let validFrom: CivilDate
    /// The first day on which it no longer held.
    package let validTo: CivilDate?
    package let source: String

    package init(
        division: DivisionPrefix,
        name: Words,
        risk: AreaRisk,
        validFrom: CivilDate,
        validTo: CivilDate? = nil,
        source: String
    ) {
        self.division = division
        self.name = name
        self.risk = risk
        self.validFrom = validFrom
        self.validTo = validTo
        self.source = source
    }

    package func holds(on day: CivilDate) -> Bool {
        validFrom <= day && validTo.map { day < $0 } ?? true
    }

    /// The first day of a stay on which it held, both ends of the stay included.
    package func firstDay(inStay stay: ClosedRange<CivilDate>) -> CivilDate? {
        let day = max(stay.lowerBound, validFrom)
        return day <= stay.upperBound && holds(on: day) ? day : nil
    }
}
