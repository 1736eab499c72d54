/// That somebody of a committee is away: once, or every day at the same hours.
///
/// `[from, to)` is the first time; a daily one comes again every 24 hours (no daylight saving since 1991, DOMAIN §4).
package struct Absence: Hashable, Sendable {
    package let committee: DivisionID
    package let id: AbsenceID
    package let who: AccountID
    package let from: Instant
    package let to: Instant
    package let isDaily: Bool
    /// From then on it is over, whatever it said before; nil where nothing cuts it short.
    package let until: Instant?
    package let reason: Reason
    /// Who takes their place; nil for the second secretary.
    package let standIn: AccountID?

    package init(
        committee: DivisionID,
        id: AbsenceID,
        who: AccountID,
        from: Instant,
        to: Instant,
        isDaily: Bool = false,
        until: Instant? = nil,
        reason: Reason = .rest,
        standIn: AccountID? = nil
    ) {
        self.committee = committee
        self.id = id
        self.who = who
        self.from = from
        self.to = to
        self.isDaily = isDaily
        self.until = until
        self.reason = reason
        self.standIn = standIn
    }

    /// Why somebody is away; raw values are stored.
    package enum Reason: String, CaseIterable, Codable, Sendable {
        case rest
        case leave
        case ill

        package var words: Words {
            switch self {
            case .rest: Words("轮休", "Rest")
            case .leave: Words("请假", "Leave")
            case .ill: Words("病休", "Ill")
            }
        }
    }

    /// Half-open: away at the first microsecond, back at the last.
    package func isInForce(at instant: Instant) -> Bool {
        guard from <= instant, until.map({ instant < $0 }) ?? true else { return false }
        guard isDaily else { return instant < to }
        return (instant.microseconds - from.microseconds) % Absence.day < length
    }

    /// The last instant at which anything of it may be in force; nil where nobody set one.
    package var end: Instant? {
        guard !isDaily else { return until }
        return until.map { min($0, to) } ?? to
    }

    /// The instants within `[start, end)` at which it begins or ends.
    func borders(from start: Instant, to end: Instant) -> [Instant] {
        var borders = [from, to] + (until.map { [$0] } ?? [])
        if isDaily {
            let first = max((start.microseconds - from.microseconds) / Absence.day - 1, 0)
            var begin = from.microseconds + first * Absence.day
            while begin < end.microseconds {
                borders += [Instant(microseconds: begin), Instant(microseconds: begin + length)]
                begin += Absence.day
            }
        }
        return borders.filter { start <= $0 && $0 < end }
    }

    private var length: Int64 { to.microseconds - from.microseconds }

    /// Twenty-four hours in microseconds.
    static let day: Int64 = 86_400_000_000
}
