import Fanghu
import Foundation

/// Streams the figures of a place to pages that stay open.
///
/// It wakes when this server has written something there, and looks every second in any case, because another server
/// may have. Every look asks the policy again: an appointment that ends, ends the stream (I-18).
struct LiveFigures: Sendable {
    let service: FiguresService
    let feed: Feed
    let territory: @Sendable () -> Territory
    /// Waits for a second; tests pass a wait of their own.
    let wait: @Sendable () async throws -> Void

    /// Events as they go over the wire; silence is filled with a comment, so that a gone listener is noticed.
    func events(under place: DivisionID, for actor: Actor) -> AsyncStream<String> {
        let changes = feed.changes(in: territory().ranges(under: place))
        return AsyncStream { continuation in
            let work = Task {
                await follow(place, actor, changes, continuation)
                continuation.finish()
            }
            continuation.onTermination = { _ in work.cancel() }
        }
    }

    private func follow(
        _ place: DivisionID,
        _ actor: Actor,
        _ changes: AsyncStream<Void>,
        _ continuation: AsyncStream<String>.Continuation
    ) async {
        var last: [String: String] = [:]
        var quiet = 0
        for await _ in LiveFigures.ticks(changes, wait) {
            guard let report = try? await service.report(under: place, for: actor) else { return }
            let figures = FiguresPage.cells(of: report)
            quiet += 1
            guard figures != last || quiet > 10 else { continue }
            quiet = 0
            last = figures
            guard let data = try? JSONEncoder().encode(figures) else { return }
            continuation.yield("event: figures\ndata: \(String(decoding: data, as: UTF8.self))\n\n")
        }
    }

    /// One tick a second, and one at once when something changed here.
    private static func ticks(
        _ changes: AsyncStream<Void>,
        _ wait: @escaping @Sendable () async throws -> Void
    ) -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let clock = Task {
                continuation.yield()
                while !Task.isCancelled, (try? await wait()) != nil { continuation.yield() }
            }
            let listener = Task {
                for await _ in changes { continuation.yield() }
            }
            continuation.onTermination = { _ in
                clock.cancel()
                listener.cancel()
            }
        }
    }
}
