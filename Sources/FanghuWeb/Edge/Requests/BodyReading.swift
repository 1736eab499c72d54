import Hummingbird
import NIOCore

extension Request {
    /// Collects the body; refuses one that trickles in so slowly that it only holds the connection.
    func collectBody(upTo limit: Int) async throws -> ByteBuffer {
        let clock = ContinuousClock()
        let start = clock.now
        var whole = ByteBuffer()
        for try await part in body {
            guard whole.readableBytes + part.readableBytes <= limit else { throw NIOTooManyBytesError(maxBytes: limit) }
            guard start.duration(to: clock.now) < BodyReading.patience else { throw ShapeFault.bodyTooSlow }
            if whole.readableBytes == 0 { whole = part } else { whole.writeImmutableBuffer(part) }
        }
        return whole
    }
}

/// How long a body may take.
enum BodyReading {
    /// The connection's own limit catches a client that falls silent; this one catches a client that never ends.
    static let patience = Duration.seconds(60)
}
