import Dispatch
import Synchronization

/// A fixed number of places for connections, which are opened at first use and opened anew when they broke.
final class PostgreSQLPool: Sendable {
    private struct State {
        var idle: [PostgreSQLPlace]
        var waiting = WaitingLine<CheckedContinuation<PostgreSQLPlace, Never>>()
        var isClosed = false
    }

    private let count: Int
    private let state: Mutex<State>

    init(address: String, connections: Int) {
        count = max(1, connections)
        state = Mutex(State(idle: (0..<count).map { PostgreSQLPlace(address: address, number: $0) }))
    }

    /// Runs a closure on a connection of its own, on that connection's thread.
    func withSession<Value: Sendable>(
        _ body: @escaping @Sendable (PostgreSQLSession) throws -> Value
    ) async throws -> Value {
        guard !state.withLock(\.isClosed) else { throw StoreFault.closed }
        let place = await take()
        defer { give(place) }
        return try await place.run(body)
    }

    /// Waits for what is under way, then ends all connections.
    func close() async {
        let wasClosed = state.withLock { state in
            defer { state.isClosed = true }
            return state.isClosed
        }
        if wasClosed { return }
        for _ in 0..<count { await take().close() }
    }

    private func take() async -> PostgreSQLPlace {
        await withCheckedContinuation { continuation in
            // The last one given back comes first: its connection and its plans are warm.
            let place = state.withLock { state in
                if let place = state.idle.popLast() { return place as PostgreSQLPlace? }
                state.waiting.append(continuation)
                return nil
            }
            if let place { continuation.resume(returning: place) }
        }
    }

    private func give(_ place: PostgreSQLPlace) {
        let next = state.withLock { state in
            let next = state.waiting.popFirst()
            if next == nil { state.idle.append(place) }
            return next
        }
        next?.resume(returning: place)
    }
}

/// One place of the pool: a serial queue and the connection that only this queue touches.
final class PostgreSQLPlace: @unchecked Sendable {
    private let address: String
    private let queue: DispatchQueue
    private var session: PostgreSQLSession?

    init(address: String, number: Int) {
        self.address = address
        queue = DispatchQueue(label: "fanghu.postgresql.\(number)")
    }

    func run<Value: Sendable>(
        _ body: @escaping @Sendable (PostgreSQLSession) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try self.onQueue(body) }) }
        }
    }

    func close() async {
        await withCheckedContinuation { continuation in
            queue.async {
                self.session = nil
                continuation.resume()
            }
        }
    }

    private func onQueue<Value>(_ body: (PostgreSQLSession) throws -> Value) throws -> Value {
        let session = try self.session ?? PostgreSQLSession(address: address)
        self.session = session
        defer { if !session.isUsable || !session.isIdle { self.session = nil } }
        return try body(session)
    }
}
