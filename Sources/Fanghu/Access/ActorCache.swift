import Synchronization

/// Remembers for a moment who a token belongs to, so that a busy client costs one look-up a second and not thousands.
///
/// What is remembered are appointments with their intervals, so an appointment that ends takes effect at its instant.
/// A change made by this process takes effect at once (`forgetAll`), one made by another server within `lifetime`.
package final class ActorCache: Sendable {
    private struct Entry {
        let staff: Actor.Staff
        let readAt: Instant
    }

    private let entries = Mutex<[[UInt8]: Entry]>([:])
    private let lifetime = 1
    private let capacity = 10000

    package init() {}

    func staff(for token: [UInt8], at instant: Instant) -> Actor.Staff? {
        entries.withLock { entries in
            guard let entry = entries[token], instant < entry.readAt.adding(seconds: lifetime) else { return nil }
            return entry.staff
        }
    }

    func remember(_ staff: Actor.Staff, for token: [UInt8], at instant: Instant) {
        entries.withLock { entries in
            if entries.count >= capacity { entries.removeAll(keepingCapacity: true) }
            entries[token] = Entry(staff: staff, readAt: instant)
        }
    }

    package func forgetAll() {
        entries.withLock { $0.removeAll() }
    }
}
