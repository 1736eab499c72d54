/// When a risk class applies: a small closed tree over recorded facts.
///
/// There is no leaf for a region of an identity number, a phone or a plate, so no version can decide by one (R-PRIV-12).
package indirect enum Predicate: Hashable, Sendable {
    case always
    case anyOf([Predicate])
    case allOf([Predicate])
    case not(Predicate)
    /// Was in an area on a day on which it had one of the levels.
    case visited(Set<AreaRisk>, Window)
    case contact(Set<ContactKind>, withinDays: Int)
    case abroad(withinDays: Int)
    case declaredKeyArea
    case fever
    case symptoms

    /// How far back a stay counts, up to the day of arrival.
    package enum Window: Hashable, Sendable {
        case days(Int)
        case since(CivilDate)

        package func firstDay(before arrival: CivilDate) -> CivilDate {
            switch self {
            case .days(let count): arrival.adding(days: -count)
            case .since(let day): day
            }
        }
    }
}
