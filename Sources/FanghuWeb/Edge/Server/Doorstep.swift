import HTTPTypes
import Hummingbird

/// Reads what a request says about its reader (cookies, language) and hands it on; refuses nothing.
struct Doorstep: RouterMiddleware {
    typealias Context = FanghuRequestContext

    let names: CookieNames
    let limits: BodyLimits

    func handle(
        _ request: Request,
        context: FanghuRequestContext,
        next: (Request, FanghuRequestContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.limits = limits
        context.cookies = CookieHeader(request)
        context.language = LanguageChoice.language(
            cookie: context.cookies[names.language],
            accepted: request.headers[.acceptLanguage]
        )
        return try await next(request, context)
    }
}
