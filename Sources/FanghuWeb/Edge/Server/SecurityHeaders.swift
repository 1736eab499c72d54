package import HTTPTypes
import Hummingbird

/// The headers that every answer carries, whoever made it.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = FanghuRequestContext

    /// Proved with every script and style we serve (WEB.md §5); nothing inline, nothing from elsewhere.
    static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
        "font-src 'self'", "manifest-src 'self'", "worker-src 'self'", "form-action 'self'", "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
    .joined(separator: "; ")

    private let fields: HTTPFields

    init(isSecure: Bool) {
        var fields: HTTPFields = [
            .contentSecurityPolicy: SecurityHeaders.contentSecurityPolicy,
            .xContentTypeOptions: "nosniff",
            .referrerPolicy: "same-origin",
            .permissionsPolicy: "geolocation=(self), camera=(self)",
        ]
        if isSecure { fields[.strictTransportSecurity] = "max-age=31536000" }
        self.fields = fields
    }

    func handle(
        _ request: Request,
        context: FanghuRequestContext,
        next: (Request, FanghuRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers.append(contentsOf: fields)
        // Pages and answers hold personal data; only assets say otherwise.
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}

extension HTTPField.Name {
    package static let referrerPolicy = known("Referrer-Policy")
    package static let permissionsPolicy = known("Permissions-Policy")
    package static let secFetchSite = known("Sec-Fetch-Site")
    package static let csrfToken = known("X-CSRF-Token")
    package static let lastEventID = known("Last-Event-ID")
    static let xAccelBuffering = known("X-Accel-Buffering")

    /// For names that are plainly tokens.
    private static func known(_ name: String) -> HTTPField.Name {
        guard let field = HTTPField.Name(name) else { preconditionFailure("not a header's name: \(name)") }
        return field
    }
}
