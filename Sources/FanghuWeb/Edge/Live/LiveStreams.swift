package import Fanghu
import HTTPTypes
package import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

/// Streams of events to pages that stay open (`text/event-stream`).
///
/// A stream ends when its events end, when the client leaves and when the server stops. A client that reads slower than
/// events come loses the oldest ones: every event must therefore say the whole of what it speaks of.
package final class LiveStreams: Sendable {
    /// Each stream holds a connection.
    package static let limit = 2000
    private static let buffered = 64
    private static let heartbeat = Duration.seconds(15)
    /// How long a browser waits before it opens a lost stream again.
    private static let retry = ByteBuffer(string: "retry: 3000\n\n")
    /// A comment: it keeps proxies from closing the connection and shows us a client that is gone.
    private static let pulse = ByteBuffer(string: ": still here\n\n")

    private let open = Atomic<Int>(0)
    private let clock: any Clock<Duration>

    init(metrics: Metrics, clock: any Clock<Duration>) {
        self.clock = clock
        metrics.gauge("fanghu_live_streams", help: "Open event streams.") { [weak self] in
            Double(self?.open.load(ordering: .relaxed) ?? 0)
        }
    }

    /// Answers with a stream; `events` is told the last event that the client saw before it lost the stream.
    package func response<Events: AsyncSequence & Sendable>(
        to request: Request,
        _ context: FanghuRequestContext,
        events: (_ lastEventID: String?) async throws -> Events
    ) async throws -> Response where Events.Element == LiveEvent {
        guard open.load(ordering: .relaxed) < LiveStreams.limit else { throw LiveRefusal.tooMany }
        let source = try await events(request.headers[.lastEventID])
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store", .xAccelBuffering: "no"],
            body: ResponseBody { writer in
                self.open.wrappingAdd(1, ordering: .relaxed)
                defer { self.open.wrappingSubtract(1, ordering: .relaxed) }
                try await self.write(source, to: &writer, until: request.body, logger: context.logger)
                try await writer.finish(nil)
            }
        )
    }

    private func write<Events: AsyncSequence & Sendable>(
        _ events: Events,
        to writer: inout any ResponseBodyWriter,
        until body: RequestBody,
        logger: Logger
    ) async throws where Events.Element == LiveEvent {
        let (pieces, feed) = AsyncStream.makeStream(
            of: ByteBuffer.self,
            bufferingPolicy: .bufferingNewest(LiveStreams.buffered)
        )
        try await writer.write(LiveStreams.retry)
        try await withGracefulShutdownHandler {
            try await body.consumeWithInboundCloseHandler { _ in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        defer { feed.finish() }
                        do {
                            for try await event in events { feed.yield(event.wire) }
                        } catch {
                            logger.error("a live stream broke: \(FaultText.of(error))")
                        }
                    }
                    group.addTask { try await self.beat(into: feed) }
                    for await piece in pieces { try await writer.write(piece) }
                    group.cancelAll()
                }
            } onInboundClosed: {
                feed.finish()
            }
        } onGracefulShutdown: {
            feed.finish()
        }
    }

    private func beat(into feed: AsyncStream<ByteBuffer>.Continuation) async throws {
        while !Task.isCancelled {
            try await clock.sleep(for: LiveStreams.heartbeat)
            feed.yield(LiveStreams.pulse)
        }
    }
}

/// Why a stream was not opened.
package enum LiveRefusal: Refusal {
    case tooMany

    package var code: String { "live.tooMany" }
    package var kind: RefusalKind { .overloaded }
    package var words: Words {
        Words("打开的实时页面太多,请稍后再试。", "Too many live pages are open. Try again shortly.")
    }
}
