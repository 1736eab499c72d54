import HTTPTypes
import Hummingbird
import NIOCore

/// Refuses a body that announces itself as too large before a byte of it is read.
///
/// A body that does not announce its size is stopped where it is collected.
struct SizeGuard: RouterMiddleware {
    typealias Context = FanghuRequestContext

    func handle(
        _ request: Request,
        context: FanghuRequestContext,
        next: (Request, FanghuRequestContext) async throws -> Response
    ) async throws -> Response {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }) {
            let limit = request.isUpload ? context.limits.upload : context.limits.body
            guard length <= limit else { throw NIOTooManyBytesError(maxBytes: limit) }
        }
        return try await next(request, context)
    }
}
