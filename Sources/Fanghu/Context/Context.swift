import Foundation

/// Time, identities and randomness, passed in so that tests can move them.
///
/// Nothing else belongs here.
package struct Context: Sendable {
    private let clock: @Sendable () -> Instant
    private let bytes: @Sendable (Int) -> [UInt8]

    package init(clock: @escaping @Sendable () -> Instant, bytes: @escaping @Sendable (Int) -> [UInt8]) {
        self.clock = clock
        self.bytes = bytes
    }

    /// The real clock and the system's generator.
    package static let live = Context(
        clock: { Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) },
        bytes: { count in
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        }
    )

    package var now: Instant { clock() }

    /// Random bytes from a cryptographic source.
    package func randomBytes(_ count: Int) -> [UInt8] { bytes(count) }

    /// A fresh id that sorts by time: UUID version 7 (RFC 9562 §5.7), lower case.
    package func newID<ID: EntityID>(_ type: ID.Type = ID.self) -> ID {
        var octets = bytes(16)
        var milliseconds = UInt64(max(0, now.microseconds / 1000))
        for index in stride(from: 5, through: 0, by: -1) {
            octets[index] = UInt8(truncatingIfNeeded: milliseconds)
            milliseconds >>= 8
        }
        octets[6] = octets[6] & 0x0F | 0x70
        octets[8] = octets[8] & 0x3F | 0x80
        return ID(checked: EntityIDText.format(octets))
    }
}
