package import Fanghu
import Synchronization

/// A clock that only tests move, and bytes that come out the same in every run.
package final class TestContext: Sendable {
    private struct State {
        var now: Instant
        var generator: UInt64
    }

    private let state: Mutex<State>

    package init(at start: String = "2020-02-10T08:00:00+08:00", seed: UInt64 = 1) {
        let now = Instant(iso: start) ?? Instant(microseconds: 0)
        state = Mutex(State(now: now, generator: seed))
    }

    package var now: Instant { state.withLock(\.now) }

    package func advance(minutes: Int) {
        state.withLock { $0.now = $0.now.adding(minutes: minutes) }
    }

    /// Moves to a moment, such as `2020-02-11T06:00:00+08:00`.
    package func move(to text: String) {
        guard let instant = Instant(iso: text) else { preconditionFailure("not an instant: \(text)") }
        state.withLock { $0.now = instant }
    }

    package var context: Context {
        Context(clock: { self.now }, bytes: { count in self.bytes(count) })
    }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    private func bytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            (0..<count)
                .map { _ in
                    state.generator &+= 0x9E37_79B9_7F4A_7C15
                    var mixed = state.generator
                    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
                    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                    return UInt8(truncatingIfNeeded: mixed ^ (mixed >> 31))
                }
        }
    }
}
