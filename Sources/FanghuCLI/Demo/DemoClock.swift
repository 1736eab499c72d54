import Fanghu
import Synchronization

/// A clock that the demonstration moves through the weeks before now.
final class DemoClock: Sendable {
    private let instant: Mutex<Instant>

    init(at start: Instant) {
        instant = Mutex(start)
    }

    var now: Instant { instant.withLock { $0 } }

    func move(to next: Instant) {
        instant.withLock { $0 = max($0, next) }
    }

    func advance(seconds: Int) {
        instant.withLock { $0 = $0.adding(seconds: seconds) }
    }

    /// What services are given: this clock, and the system's randomness, for it makes keys and ids.
    var context: Context {
        Context(clock: { self.now }, bytes: { Context.live.randomBytes($0) })
    }
}
