package import Fanghu
import Synchronization

/// A clock that a test moves, and randomness that is the same in every run.
///
/// It starts at 08:00 on 10 February 2020 in Shanghai unless told otherwise.
package final class TestContext: Sendable {
    private struct State {
        var now: Instant
        var generator: FixtureSeed
    }

    private let state: Mutex<State>

    package init(at start: String = "2020-02-10T08:00:00+08:00", seed: UInt64 = 1) {
        state = Mutex(State(now: TestContext.instant(start), generator: FixtureSeed(seed)))
    }

    package var now: Instant { state.withLock(\.now) }

    package func move(to instant: Instant) {
        state.withLock { $0.now = instant }
    }

    /// Moves to a moment, such as `2020-02-11T06:00:00+08:00`.
    package func move(to text: String) {
        move(to: TestContext.instant(text))
    }

    package func advance(minutes: Int) {
        state.withLock { $0.now = $0.now.adding(minutes: minutes) }
    }

    package func advance(days: Int) {
        advance(minutes: days * 1440)
    }

    /// What services are given; it follows the moves of this clock.
    package var context: Context {
        Context(
            clock: { self.now },
            bytes: { count in
                self.state.withLock { state in
                    (0..<count).map { _ in UInt8.random(in: 0...255, using: &state.generator) }
                }
            }
        )
    }

    private static func instant(_ text: String) -> Instant {
        guard let instant = Instant(iso: text) else { preconditionFailure("not an instant: \(text)") }
        return instant
    }
}
