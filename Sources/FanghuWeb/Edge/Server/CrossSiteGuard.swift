import HTTPTypes
import Hummingbird

/// Refuses writes that another site makes a browser send.
///
/// Every write: the browser's own word on where it comes from (`Sec-Fetch-Site`, `Origin`) must not be another site. In
/// a browser's session, besides: the form's token, as field `csrf` or header `X-CSRF-Token`. Requests with a bearer token
/// are exempt, because a browser never sends one by itself.
struct CrossSiteGuard: RouterMiddleware {
    typealias Context = FanghuRequestContext

    static let fieldName = "csrf"

    func handle(
        _ request: Request,
        context: FanghuRequestContext,
        next: (Request, FanghuRequestContext) async throws -> Response
    ) async throws -> Response {
        let isWrite = ![HTTPRequest.Method.get, .head, .options].contains(request.method)
        guard isWrite, request.headers[.authorization] == nil else { return try await next(request, context) }
        guard comesFromHere(request) else { throw EdgeRefusal.crossSite }
        guard let token = context.visitor?.formToken else { return try await next(request, context) }
        var context = context
        if request.headers[.csrfToken] == nil, request.isForm {
            context.form = try await request.readForm(limits: context.limits)
        }
        let given = request.headers[.csrfToken] ?? context.form?.text(CrossSiteGuard.fieldName) ?? ""
        guard isSame(given, token) else { throw EdgeRefusal.formExpired }
        return try await next(request, context)
    }

    private func comesFromHere(_ request: Request) -> Bool {
        if let site = request.headers[.secFetchSite], site != "same-origin", site != "none" { return false }
        guard let origin = request.headers[.origin] else { return true }
        guard let host = request.head.authority, let scheme = origin.range(ofSchemeEnd: "://") else { return false }
        return origin[scheme...].lowercased() == host.lowercased()
    }

    /// Compares without telling by its duration how much was right.
    private func isSame(_ given: String, _ token: String) -> Bool {
        let left = Array(given.utf8)
        let right = Array(token.utf8)
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(into: UInt8(0)) { $0 |= $1.0 ^ $1.1 } == 0
    }
}

extension String {
    /// Where the part after `http://` or `https://` begins.
    fileprivate func range(ofSchemeEnd separator: String) -> String.Index? {
        guard hasPrefix("http:") || hasPrefix("https:") else { return nil }
        return firstRange(of: separator)?.upperBound
    }
}
