import Fanghu
import Hummingbird

/// Accounts, for security administrators.
struct AccountRoutes: Sendable {
    let accounts: AccountService
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    private let pageLength = 50

    func add(to routes: Routes) {
        routes.get(AccessAddress.accounts, use: list)
        routes.get(AccessAddress.addAccount, use: askNew)
        routes.post(AccessAddress.addAccount, use: addNew)
        routes.get(AccessAddress.account("id"), use: account)
        routes.post(AccessAddress.appoint("id"), use: appoint)
        routes.post(AccessAddress.endAppointment("id", "appointment"), use: endAppointment)
        routes.post(AccessAddress.resetPassword("id"), use: resetPassword)
        routes.post(AccessAddress.closeAccount("id"), use: close)
        pages.addNavigation(
            NavigationEntry(AccessAddress.accounts, "access.accounts", isShown: { $0.may(.administerAccounts) })
        )
    }

    @Sendable func list(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let place = try place(request.query("under", as: DivisionID.self), visit)
        let after = request.query("after") ?? ""
        let census = try await accounts.census(under: place, after: after, limit: pageLength, for: actor)
        let page = AccountsPage(census, under: place, territory(), isFirst: after.isEmpty, now: context.now)
        return try pages.response(page, to: request, visit)
    }

    @Sendable func askNew(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let place = try place(request.query("under", as: DivisionID.self), visit)
        return try pages.response(NewAccountPage(FormView(), under: place, territory()), to: request, visit)
    }

    @Sendable func addNew(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let form = try await request.form(visit)
        let under = try place(form.optional("under", as: DivisionID.self), visit)
        return try await pages.answer(form, to: request, visit) {
            NewAccountPage($0, under: under, territory())
        } act: {
            let draft = AccountService.Draft(
                name: form.compact("name"),
                displayName: form.text("displayName"),
                password: form.raw("password"),
                role: try form.required("role", as: Role.self),
                place: try form.required("place", as: DivisionID.self)
            )
            let account = try await accounts.add(draft, by: actor)
            return pages.seeOther(AccessAddress.account(.of(account.id)), saying: "access.added")
        }
    }

    @Sendable func account(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(page(FormView(), visit), to: request, visit)
    }

    @Sendable func appoint(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: AccountID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await page($0, visit)
        } act: {
            // The last day is a whole one.
            let until = try form.optional("until", as: CivilDate.self)?.adding(days: 1).instant()
            _ = try await accounts.appoint(
                id,
                as: form.required("role", as: Role.self),
                at: form.required("place", as: DivisionID.self),
                until: until,
                by: actor
            )
            return pages.seeOther(AccessAddress.account(.of(id)), saying: "access.appointed")
        }
    }

    @Sendable func endAppointment(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: AccountID.self)
        let appointment = try visit.value(of: "appointment", as: AppointmentID.self)
        let held = try await accounts.appointments(of: id, for: actor)
        guard let found = held.first(where: { $0.id == appointment }) else { throw AccessRefusal.unknownAppointment }
        try await accounts.end(found, of: id, by: actor)
        return pages.seeOther(AccessAddress.account(.of(id)), saying: "access.ended")
    }

    @Sendable func resetPassword(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: AccountID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await page($0, visit)
        } act: {
            try await accounts.resetPassword(
                of: id,
                to: form.raw("password"),
                forgettingSecondFactor: form.isTicked("forget"),
                by: actor
            )
            return pages.seeOther(AccessAddress.account(.of(id)), saying: "access.passwordReset")
        }
    }

    @Sendable func close(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: AccountID.self)
        try await accounts.close(id, by: actor)
        return pages.seeOther(AccessAddress.account(.of(id)), saying: "access.closed")
    }

    private func page(_ form: FormView, _ visit: FanghuRequestContext) async throws -> AccountPage {
        let visitor = try visit.signedIn()
        let id = try visit.value(of: "id", as: AccountID.self)
        let (account, held) = try await accounts.account(id, for: visitor.actor)
        return AccountPage(
            form,
            account,
            held,
            isOwn: visitor.account == id,
            under: try place(nil, visit),
            territory(),
            now: context.now
        )
    }

    /// The place asked for, else the widest that the visitor administers.
    private func place(_ asked: DivisionID?, _ visit: FanghuRequestContext) throws -> DivisionID {
        if let asked { return asked }
        guard let seat = try visit.signedIn().widestSeat(for: .administerAccounts, at: context.now, in: territory())
        else { throw AccessRefusal.notPermitted(.administerAccounts) }
        return seat
    }
}

extension Visitor {
    /// The widest place where one of the visitor's roles allows something now.
    func widestSeat(for permission: Permission, at instant: Instant, in territory: Territory) -> DivisionID? {
        guard case .staff(let staff) = actor else { return nil }
        return staff.appointments
            .filter { $0.isInForce(at: instant) && $0.role.permissions.contains(permission) }
            .min { left, right in
                let levels = [left, right].map { territory.level($0.place)?.rawValue ?? Int.max }
                return (levels[0], left.place) < (levels[1], right.place)
            }?
            .place
    }
}

extension Role: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}
