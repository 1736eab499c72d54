import Synchronization

/// Tells listeners in this process that figures have changed, after the commit and outside the write path.
///
/// A hint and no more: whoever listens reads the counters anew, and reads them every second anyway because another
/// server may have written.
package final class Feed: Sendable {
    private struct State {
        var listeners: [Int: Listener] = [:]
        var next = 0
    }

    private struct Listener {
        let ranges: [ClosedRange<Int64>]
        let continuation: AsyncStream<Void>.Continuation
    }

    private let state = Mutex(State())

    package init() {}

    /// Wakes those who listen to one of the committees.
    package func announce(_ deltas: [CounterDelta]) {
        guard !deltas.isEmpty else { return }
        let committees = Set(deltas.map(\.committee.rawValue))
        let woken = state.withLock { state in
            state.listeners.values.filter { listener in
                listener.ranges.contains { range in committees.contains(where: range.contains) }
            }
        }
        for listener in woken { listener.continuation.yield() }
    }

    /// A signal whenever something changed in the ranges; several changes before it is read are one.
    package func changes(in ranges: [ClosedRange<Int64>]) -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let number = state.withLock { state in
                state.next += 1
                state.listeners[state.next] = Listener(ranges: ranges, continuation: continuation)
                return state.next
            }
            continuation.onTermination = { [weak self] _ in
                self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
            }
        }
    }
}
