import HTTPTypes
import Hummingbird
import Logging

/// Counts and times every request and writes its line in the access log.
///
/// The line holds the route's template, never the address as sent: ids and searches are personal data.
struct RequestLedger: RouterMiddleware {
    typealias Context = FanghuRequestContext

    let metrics: Metrics
    let isLogging: Bool

    func handle(
        _ request: Request,
        context: FanghuRequestContext,
        next: (Request, FanghuRequestContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        metrics.began()
        defer { metrics.ended() }
        let response = try await next(request, context)
        let elapsed = start.duration(to: clock.now)
        let route = context.endpointPath ?? "NotFound"
        let method = Metrics.label(of: request.method)
        metrics.record(route: route, method: method, status: response.status.code, elapsed: elapsed)
        if isLogging {
            context.logger.info(
                "\(method) \(route) \(response.status.code) \(elapsed.milliseconds) ms"
            )
        }
        return response
    }
}

extension Duration {
    /// Whole and tenths of milliseconds.
    fileprivate var milliseconds: String {
        let tenths = components.seconds * 10000 + components.attoseconds / 100_000_000_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
