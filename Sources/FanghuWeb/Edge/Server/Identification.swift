import HTTPTypes
import Hummingbird

/// Finds out who asks: a bearer token where there is one, else the session's cookie.
///
/// A bearer token that is not good is refused at once; a dead session is somebody who is not signed in, because the
/// public pages must stay open to them.
struct Identification: RouterMiddleware {
    typealias Context = FanghuRequestContext

    let names: CookieNames
    let visitors: any VisitorSource

    func handle(
        _ request: Request,
        context: FanghuRequestContext,
        next: (Request, FanghuRequestContext) async throws -> Response
    ) async throws -> Response {
        guard let credential = credential(of: request, context) else { return try await next(request, context) }
        var context = context
        context.visitor = try await visitors.visitor(for: credential)
        if case .bearer = credential, context.visitor == nil { throw EdgeRefusal.signInNeeded }
        return try await next(request, context)
    }

    private func credential(of request: Request, _ context: FanghuRequestContext) -> Credential? {
        if let header = request.headers[.authorization] {
            let parts = header.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { return .bearer("") }
            return .bearer(String(parts[1]))
        }
        return context.cookies[names.session].flatMap { $0.isEmpty ? nil : .session($0) }
    }
}
