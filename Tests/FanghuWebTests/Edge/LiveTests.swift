import Fanghu
import FanghuWeb
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

/// Streams of events.
struct LiveTests {
    enum StreamAddress: String, Address, CaseIterable {
        case finite = "/live/finite"
        case endless = "/live/endless"

        static let all = allCases
        var path: String { rawValue }
    }

    @Test func `events arrive in order, with what a browser needs to come back`() async throws {
        let edge = try EdgeHarness.edge()
        edge.routes.get(StreamAddress.finite) { [live = edge.live] request, context in
            try await live.response(to: request, context) { last in
                AsyncStream { feed in
                    feed.yield(LiveEvent(id: "8", name: "figures", data: "after \(last ?? "nothing")\nevent: forged"))
                    feed.yield(LiveEvent(name: "fig\nures", data: "{}"))
                    feed.finish()
                }
            }
        }
        try await edge.application()
            .test(.router) { client in
                let response = try await client.execute(
                    uri: "/live/finite",
                    method: .get,
                    headers: [.lastEventID: "7"]
                )
                #expect(response.headers[.contentType] == "text/event-stream")
                #expect(response.headers[.cacheControl] == "no-store")
                #expect(
                    String(buffer: response.body) == """
                        retry: 3000

                        id: 8
                        event: figures
                        data: after 7
                        data: event: forged

                        event: figures
                        data: {}


                        """
                )
            }
    }

    @Test func `a stream ends when the client leaves, and when the server stops`() async throws {
        let (ends, ended) = AsyncStream.makeStream(of: Void.self)
        let edge = try EdgeHarness.edge()
        edge.routes.get(StreamAddress.endless) { [live = edge.live] request, context in
            try await live.response(to: request, context) { _ in
                AsyncStream<LiveEvent> { feed in
                    feed.onTermination = { _ in ended.yield() }
                    feed.yield(LiveEvent(name: "figures", data: "{}"))
                }
            }
        }
        try await edge.application()
            .test(.live) { client in
                let port = try #require(client.port)
                for _ in 1...2 {
                    let browser = TestClient(
                        host: "localhost",
                        port: port,
                        eventLoopGroupProvider: .createNew
                    )
                    browser.connect()
                    try await browser.executeAndDontWaitForResponse(.init("/live/endless", method: .get))
                    if case .some = try? await browser.getChannel() { try await browser.shutdown() }
                }
                var iterator = ends.makeAsyncIterator()
                await iterator.next()
                await iterator.next()
                // This one is still open when the server is told to stop: the test ends only if the stream does.
                let last = TestClient(host: "localhost", port: port, eventLoopGroupProvider: .createNew)
                last.connect()
                try await last.executeAndDontWaitForResponse(.init("/live/endless", method: .get))
            }
    }
}
