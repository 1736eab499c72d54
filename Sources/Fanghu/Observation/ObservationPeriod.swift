/// From when to when somebody is observed: segments of days, counted from the last exposure or the arrival (I-8).
///
/// The clock starts at the event and nothing else: entering a central site does not start it again, a new exposure does
/// (DOMAIN §4).
package struct ObservationPeriod: Hashable, Sendable, Codable {
    /// The last exposure or the arrival, whichever the first segment counts from.
    package let event: CivilDate
    package let counting: DayCounting
    package let segments: [Segment]
    /// A day before which it does not end, because a shorter rule came into force only then.
    package let notReleasedBefore: CivilDate?

    package init(
        event: CivilDate,
        counting: DayCounting,
        segments: [Segment],
        notReleasedBefore: CivilDate? = nil
    ) {
        self.event = event
        self.counting = counting
        self.segments = segments
        self.notReleasedBefore = notReleasedBefore
    }

    /// The period of a class.
    ///
    /// - Parameter homeIsUnsuitable: what would be at home is observed where the class sends such people instead.
    package init(
        of riskClass: RiskClass,
        by version: ProtocolVersion,
        from event: CivilDate,
        homeIsUnsuitable: Bool = false,
        notReleasedBefore: CivilDate? = nil
    ) {
        let segments =
            homeIsUnsuitable ? riskClass.segments.map { $0.moved(to: riskClass.ifHomeUnsuitable) } : riskClass.segments
        self.init(
            event: event,
            counting: version.dayCounting,
            segments: segments,
            notReleasedBefore: notReleasedBefore
        )
    }

    package var days: Int { segments.reduce(0) { $0 + $1.days } }

    package var firstDay: CivilDate { counting.firstDay(after: event) }

    /// The last day of observation; the release is at the midnight after it.
    package var lastDay: CivilDate {
        let counted = counting.lastDay(of: days, after: event)
        return notReleasedBefore.map { max(counted, $0.adding(days: -1)) } ?? counted
    }

    /// Not a moment earlier, and no moment later either (DOMAIN §4).
    package var releaseAt: Instant { lastDay.adding(days: 1).instant() }

    /// 1 on the first day; nil outside the period.
    package func dayNumber(on day: CivilDate) -> Int? {
        firstDay <= day && day <= lastDay ? day.days(since: firstDay) + 1 : nil
    }

    /// The segment that a day lies in; the first before the period, the last after it.
    package func segment(on day: CivilDate) -> Segment? {
        var end = firstDay
        for segment in segments {
            end = end.adding(days: segment.days)
            if day < end { return segment }
        }
        return segments.last
    }

    package func mode(on day: CivilDate) -> ObservationMode? {
        segment(on: day)?.mode
    }

    /// Days of observation that are still to come, today included.
    package func daysLeft(on day: CivilDate) -> Int {
        max(0, lastDay.days(since: max(day, firstDay)) + 1)
    }

    /// The days on which tests are due; a day named twice asks for two.
    package var testDays: [CivilDate] {
        var start = firstDay
        var found: [CivilDate] = []
        for segment in segments {
            found += segment.testDays.map { start.adding(days: $0 - 1) }
            start = start.adding(days: segment.days)
        }
        return found
    }

    /// The same days from another event; an earlier shortening no longer holds.
    package func restarted(from event: CivilDate) -> ObservationPeriod {
        ObservationPeriod(event: event, counting: counting, segments: segments)
    }

    /// The same days in another place, because the home does not do.
    package func moved(to mode: ObservationMode) -> ObservationPeriod {
        ObservationPeriod(
            event: event,
            counting: counting,
            segments: segments.map { $0.moved(to: mode) },
            notReleasedBefore: notReleasedBefore
        )
    }
}

extension Segment {
    /// The same segment somewhere else, if it was to be at home.
    func moved(to other: ObservationMode?) -> Segment {
        guard mode.needsHome, let other else { return self }
        return Segment(
            mode: other,
            days: days,
            startsFrom: startsFrom,
            checksPerDay: checksPerDay,
            mayLeave: mayLeave,
            testDays: testDays,
            coResidents: coResidents
        )
    }
}
