import Fanghu
import HTTPTypes
import Hummingbird

/// The door of the desk.
struct SignInRoutes: Sendable {
    let sessions: SessionService
    let cookies: CookieNames
    let pages: PageRenderer

    /// As long as the session itself lives at the most.
    private let cookieSeconds = 12 * 3600

    func add(to routes: Routes) {
        routes.get(AccessAddress.start, use: start)
        routes.get(AccessAddress.signIn, use: ask)
        routes.post(AccessAddress.signIn, use: signIn)
        routes.post(AccessAddress.code, use: code)
        routes.post(AccessAddress.signOut, use: signOut)
    }

    @Sendable func start(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try pages.response(StartPage(), to: request, visit)
    }

    @Sendable func ask(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let next = NextPage.checked(request.query("next"))
        guard visit.visitor == nil else { return Response(status: .seeOther, headers: [.location: next]) }
        return try pages.response(SignInPage(FormView(FormValues(["next": next]))), to: request, visit)
    }

    @Sendable func signIn(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let form = try await request.form(visit)
        do {
            let step = try await sessions.signIn(
                name: form.compact("name"),
                password: form.raw("password"),
                device: request.headers[.userAgent] ?? ""
            )
            switch step {
            case .done(let token): return entered(with: token, form)
            case .codeNeeded(let ticket):
                let page = CodePage(FormView(FormValues(["ticket": ticket, "next": form.raw("next")])))
                return try pages.response(page, to: request, visit)
            }
        } catch let refusal as AccessRefusal where refusal.kind == .unauthenticated {
            let page = SignInPage(FormView(form, refusals: [refusal]))
            return try pages.response(page, to: request, visit, status: .unprocessableContent)
        }
    }

    @Sendable func code(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let form = try await request.form(visit)
        do {
            let token = try await sessions.signIn(
                ticket: form.raw("ticket"),
                code: form.compact("code"),
                device: request.headers[.userAgent] ?? ""
            )
            return entered(with: token, form)
        } catch AccessRefusal.signInStale {
            let page = SignInPage(FormView(form, refusals: [AccessRefusal.signInStale]))
            return try pages.response(page, to: request, visit, status: .unprocessableContent)
        } catch let refusal as AccessRefusal where refusal.kind == .unauthenticated {
            let page = CodePage(FormView(form, refusals: [refusal]))
            return try pages.response(page, to: request, visit, status: .unprocessableContent)
        }
    }

    @Sendable func signOut(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        if let visitor = visit.visitor, case .session(let token) = visitor.credential,
            let signedIn = try await sessions.session(token: token)
        {
            try await sessions.end(signedIn.session, of: signedIn.staff)
        }
        return Response(
            status: .seeOther,
            headers: [
                .location: AccessAddress.start.path,
                .setCookie: cookies.endOfSession(),
                // The browser forgets pages and what it carried into the field; R-SEC-07.
                .clearSiteData: "\"cache\", \"storage\"",
            ]
        )
    }

    private func entered(with token: String, _ form: FormValues) -> Response {
        Response(
            status: .seeOther,
            headers: [
                .location: NextPage.checked(form.raw("next")),
                .setCookie: cookies.session(token, seconds: cookieSeconds),
            ]
        )
    }
}

extension HTTPField.Name {
    fileprivate static var clearSiteData: HTTPField.Name { HTTPField.Name("Clear-Site-Data") ?? .cacheControl }
}

/// Where a sign-in leads afterwards: a page of ours, never another site.
enum NextPage {
    static func checked(_ text: String?) -> String {
        let path = LocalPath.checked(text)
        return path == AccessAddress.start.path || path.hasPrefix(AccessAddress.signIn.path)
            ? DeskAddress.work.path : path
    }
}
