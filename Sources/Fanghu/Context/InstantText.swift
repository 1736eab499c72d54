// Instants as RFC 3339 text in Shanghai time: `2020-02-10T08:00:00+08:00`, fractions only where there are any.

extension Instant {
    package var iso: String {
        let seconds = microseconds.flooredQuotient(by: 1_000_000)
        let fraction = microseconds - seconds * 1_000_000
        let second = (seconds + Instant.shanghaiOffsetSeconds) % 60
        let clock = [minuteOfDay / 60, minuteOfDay % 60, Int(second < 0 ? second + 60 : second)]
            .map { $0 < 10 ? "0\($0)" : "\($0)" }
            .joined(separator: ":")
        let decimals = fraction == 0 ? "" : "." + String(fraction + 1_000_000).dropFirst()
        return "\(day.iso)T\(clock)\(decimals)+08:00"
    }

    /// Reads RFC 3339 with any offset; nil for anything else.
    package init?(iso text: some StringProtocol) {
        let pattern = /(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):(\d{2}))/
        guard let match = String(text).wholeMatch(of: pattern)?.output,
            let day = CivilDate(match.1), let hour = Int64(match.2), let minute = Int64(match.3),
            let second = Int64(match.4), hour < 24, minute < 60, second < 61
        else { return nil }
        let offsetMinutes = Int64(match.7 ?? "0") ?? 0
        let offset = (offsetMinutes * 60 + (Int64(match.8 ?? "0") ?? 0)) * (match.6 == "-" ? -1 : 1)
        let fraction = Int64((String(match.5 ?? "") + "000000").prefix(6)) ?? 0
        let seconds = Int64(day.daysSince1970) * 86400 + hour * 3600 + (minute - offset) * 60 + second
        self.init(microseconds: seconds * 1_000_000 + fraction)
    }
}

extension Instant: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let instant = try Instant(iso: container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an RFC 3339 instant")
        }
        self = instant
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
