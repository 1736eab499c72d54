import Fanghu
import Hummingbird

/// What members of staff do with their own account.
struct OwnRoutes: Sendable {
    let sessions: SessionService
    let accounts: AccountService
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    func add(to routes: Routes) {
        routes.get(AccessAddress.own, use: own)
        routes.get(AccessAddress.password, use: askPassword)
        routes.post(AccessAddress.password, use: changePassword)
        routes.get(AccessAddress.secondFactor, use: askSecondFactor)
        routes.post(AccessAddress.secondFactor, use: confirmSecondFactor)
        routes.post(AccessAddress.endSession("id"), use: endSession)
        routes.post(AccessAddress.endOtherSessions, use: endOtherSessions)
        routes.post(AccessAddress.endToken("id"), use: endToken)
    }

    @Sendable func own(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let signedIn = try await signedIn(visit)
        let list = try await sessions.sessions(of: signedIn.staff)
        let tokens = try await sessions.tokens(of: signedIn.staff.account)
        let page = OwnPage(signedIn, list, tokens, territory(), now: context.now)
        return try pages.response(page, to: request, visit)
    }

    @Sendable func endToken(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let signedIn = try await signedIn(visit)
        try await sessions.endToken(visit.value(of: "id", as: SessionID.self), of: signedIn.staff.account)
        return pages.seeOther(AccessAddress.own, saying: "access.tokenEnded")
    }

    @Sendable func askPassword(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        _ = try await signedIn(visit)
        return try pages.response(PasswordPage(FormView()), to: request, visit)
    }

    @Sendable func changePassword(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let signedIn = try await signedIn(visit)
        let form = try await request.form(visit)
        return try await askingAgain(form, request, visit) {
            PasswordPage($0)
        } act: {
            let password = form.raw("password")
            guard password == form.raw("repeated") else { throw PasswordFormRefusal.notTheSame }
            try await accounts.changePassword(
                of: signedIn.staff,
                in: signedIn.session,
                from: form.raw("old"),
                to: password
            )
            return pages.seeOther(AccessAddress.own, saying: "access.passwordChanged")
        }
    }

    @Sendable func askSecondFactor(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let signedIn = try await signedIn(visit)
        let page = SecondFactorPage(FormView(), try accounts.offerSecondFactor(to: signedIn.staff), signedIn)
        return try pages.response(page, to: request, visit)
    }

    @Sendable func confirmSecondFactor(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let signedIn = try await signedIn(visit)
        let form = try await request.form(visit)
        let ticket = form.raw("ticket")
        return try await askingAgain(form, request, visit) {
            SecondFactorPage($0, try accounts.offerSecondFactor(to: signedIn.staff, again: ticket), signedIn)
        } act: {
            try await accounts.confirmSecondFactor(
                ticket,
                code: form.compact("code"),
                password: form.raw("old"),
                for: signedIn.staff,
                in: signedIn.session
            )
            return pages.seeOther(AccessAddress.own, saying: "access.secondFactorSet")
        }
    }

    @Sendable func endSession(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let signedIn = try await signedIn(visit)
        try await sessions.end(visit.value(of: "id", as: SessionID.self), of: signedIn.staff)
        return pages.seeOther(AccessAddress.own, saying: "access.sessionEnded")
    }

    @Sendable func endOtherSessions(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let signedIn = try await signedIn(visit)
        try await sessions.endOthers(than: signedIn.session, of: signedIn.staff)
        return pages.seeOther(AccessAddress.own, saying: "access.sessionEnded")
    }

    /// The session behind a visit; a bearer token has none and no business here.
    private func signedIn(_ visit: FanghuRequestContext) async throws -> SignedIn {
        guard case .session(let token) = try visit.signedIn().credential,
            let signedIn = try await sessions.session(token: token)
        else { throw AccessRefusal.notSignedIn }
        return signedIn
    }

    /// As `PageRenderer.answer`, and a wrong password or code is a wrong field here, not somebody to be sent away.
    private func askingAgain(
        _ form: FormValues,
        _ request: Request,
        _ visit: FanghuRequestContext,
        asking page: (FormView) throws -> some Page,
        act: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await pages.answer(form, to: request, visit, asking: page, act: act)
        } catch let refusal as AccessRefusal where refusal.kind == .unauthenticated {
            let view = FormView(form, refusals: [OwnProofRefusal(refusal)])
            return try pages.response(page(view), to: request, visit, status: .unprocessableContent)
        }
    }
}
