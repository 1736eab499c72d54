/// A moment, in microseconds UTC since 1970: how every table stores one (DESIGN §4.5).
package struct Instant: Hashable, Comparable, Sendable {
    package let microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.microseconds < right.microseconds
    }

    /// A moment later (or earlier) by whole seconds.
    package func adding(seconds: Int) -> Instant {
        Instant(microseconds: microseconds + Int64(seconds) * 1_000_000)
    }

    package func adding(minutes: Int) -> Instant {
        adding(seconds: minutes * 60)
    }

    package func adding(hours: Int) -> Instant {
        adding(seconds: hours * 3600)
    }

    /// The civil day in Shanghai at this moment.
    ///
    /// No daylight saving since 1991 (DOMAIN §4).
    package var day: CivilDate {
        CivilDate(daysSince1970: Int(localSeconds.flooredQuotient(by: 86400)))
    }

    /// Minutes since midnight in Shanghai, 0 ..< 1440.
    package var minuteOfDay: Int {
        Int((localSeconds - localSeconds.flooredQuotient(by: 86400) * 86400) / 60)
    }

    /// Shanghai is eight hours ahead of UTC all year.
    static let shanghaiOffsetSeconds: Int64 = 8 * 3600

    private var localSeconds: Int64 {
        microseconds.flooredQuotient(by: 1_000_000) + Instant.shanghaiOffsetSeconds
    }
}

extension Int64 {
    /// Division that rounds down, also before 1970.
    func flooredQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
