import Fanghu
import HTTPTypes
import Hummingbird

/// Signing in and out.
///
/// | address | method | what |
/// | --- | --- | --- |
/// | `/sign-in` | GET, POST | name, password, one-time code where there is one |
/// | `/sign-out` | POST | ends the session |
/// | `/` | GET | where to go |
package enum AccessAddress: Address {
    case start
    case signIn
    case signOut

    package static let all: [AccessAddress] = [.start, .signIn, .signOut]

    package var path: String {
        switch self {
        case .start: "/"
        case .signIn: "/sign-in"
        case .signOut: "/sign-out"
        }
    }
}

/// The door of the desk.
struct AccessRoutes: Sendable {
    let sessions: SessionService
    let cookies: CookieNames
    let pages: PageRenderer

    /// As long as the session itself lives at the most.
    private let cookieSeconds = 12 * 3600

    func add(to routes: Routes) {
        routes.get(AccessAddress.start, use: start)
        routes.get(AccessAddress.signIn, use: ask)
        routes.post(AccessAddress.signIn, use: signIn)
        routes.post(AccessAddress.signOut, use: signOut)
    }

    @Sendable func start(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try pages.response(StartPage(), to: request, visit)
    }

    @Sendable func ask(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let form = FormValues(["next": NextPage.checked(request.query("next"))])
        return try pages.response(SignInPage(FormView(form)), to: request, visit)
    }

    @Sendable func signIn(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let form = try await request.form(visit)
        do {
            let code = form.compact("code")
            let token = try await sessions.signIn(
                name: form.text("name"),
                password: form.raw("password"),
                code: code.isEmpty ? nil : code,
                device: request.headers[.userAgent] ?? ""
            )
            return Response(
                status: .seeOther,
                headers: [
                    .location: NextPage.checked(form.raw("next")),
                    .setCookie: cookies.session(token, seconds: cookieSeconds),
                ]
            )
        } catch let refusal as AccessRefusal {
            let view = FormView(form, refusals: [refusal])
            return try pages.response(SignInPage(view), to: request, visit, status: .unprocessableContent)
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
            headers: [.location: AccessAddress.start.path, .setCookie: cookies.endOfSession()]
        )
    }
}

/// Where a sign-in leads afterwards: a page of ours, never another site.
enum NextPage {
    static func checked(_ text: String?) -> String {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.hasPrefix("/\\"),
            text.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != 92 })
        else { return DeskAddress.work.path }
        return text
    }
}

/// The sign-in form.
struct SignInPage: Page {
    static let template = "access-sign-in"

    let form: FormView?
    let fields: [Field]
    let next: String

    init(_ view: FormView) {
        form = view
        next = view.values.raw("next")
        var fields = [
            view.field("name", "access.name", kind: .name), view.field("password", "access.password", kind: .password),
        ]
        // Nobody is asked for a code that most accounts do not have, until it is what is missing.
        if view.error(of: "code") != nil { fields.append(view.field("code", "access.code", kind: .oneTimeCode)) }
        self.fields = fields
    }
}

/// The way in for those who typed the bare address.
struct StartPage: Page {
    static let template = "access-start"

    let register = ArrivalsAddress.start.path
    let desk = DeskAddress.work.path
}
