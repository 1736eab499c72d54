import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Addresses for whoever watches the server.
package enum HealthAddress: Address {
    case alive
    case ready
    case metrics

    package static let all: [HealthAddress] = [.alive, .ready, .metrics]

    package var path: String {
        switch self {
        case .alive: "/healthz"
        case .ready: "/readyz"
        case .metrics: "/metrics"
        }
    }
}

/// Is the process up, does the database answer, how many requests were there.
struct HealthRoutes {
    let metrics: Metrics
    /// Asks the database for one row; throws when it does not answer.
    let probe: @Sendable () async throws -> Void

    func add(to routes: Routes) {
        routes.get(HealthAddress.alive) { _, _ in
            HealthRoutes.text("ok\n")
        }
        routes.get(HealthAddress.ready) { [probe] _, context in
            do {
                try await probe()
                return HealthRoutes.text("ready\n")
            } catch {
                context.logger.warning("not ready: \(FaultText.of(error))")
                return HealthRoutes.text("database does not answer\n", status: .serviceUnavailable)
            }
        }
        routes.get(HealthAddress.metrics) { [metrics] _, _ in
            HealthRoutes.text(metrics.text(), type: "text/plain; version=0.0.4; charset=utf-8")
        }
    }

    private static func text(
        _ text: String,
        status: HTTPResponse.Status = .ok,
        type: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(status: status, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
