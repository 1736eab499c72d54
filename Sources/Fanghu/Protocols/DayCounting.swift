/// Which day is day 1 of a period of days (DOMAIN §4).
package enum DayCounting: String, CaseIterable, Codable, Sendable {
    /// The day of the event is not counted, the next one is day 1 (Civil Code art. 201).
    case eventIsDayZero
    /// The day of the event is day 1, as some offices counted "from the day of arrival".
    case eventIsDayOne

    /// Day 1 of a period that an event begins.
    package func firstDay(after event: CivilDate) -> CivilDate {
        switch self {
        case .eventIsDayZero: event.adding(days: 1)
        case .eventIsDayOne: event
        }
    }

    /// The last of so many days, which is the day before the release.
    package func lastDay(of days: Int, after event: CivilDate) -> CivilDate {
        firstDay(after: event).adding(days: days - 1)
    }

    /// The moment from which a person is free: midnight after the last day.
    package func release(after days: Int, from event: CivilDate) -> Instant {
        lastDay(of: days, after: event).adding(days: 1).instant()
    }
}
