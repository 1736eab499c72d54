import Fanghu
import Hummingbird

/// Posts, who stands there, and the log, at the desk; the addresses stand in `GateAddress`.
struct GateDeskRoutes: Sendable {
    let service: GateService
    let accounts: AccountNames
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    private let pageLength = 100

    func add(to routes: Routes) {
        routes.get(GateAddress.desk, use: list)
        routes.get(GateAddress.add, use: askPost)
        routes.post(GateAddress.add, use: addPost)
        routes.get(GateAddress.deskPost("id"), use: post)
        routes.get(GateAddress.shifts("id"), use: askShift)
        routes.post(GateAddress.shifts("id"), use: planShift)
        routes.post(GateAddress.endShift("id"), use: endShift)
        pages.addNavigation(NavigationEntry(GateAddress.desk, "gates.title", isShown: { $0.may(.manageGates) }))
    }

    @Sendable func list(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let under = try request.query("under", as: DivisionID.self)
        let after = try request.query("after", as: GateKey.self)
        let listed = try await service.list(
            under: under,
            after: after ?? .start,
            limit: pageLength,
            for: visit.signedIn().actor
        )
        let names = try await accounts.names(of: listed.lines.flatMap(\.shifts).compactMap(\.account))
        let page = GateListPage(
            listed,
            names,
            territory(),
            under: under,
            isFirst: after == nil,
            now: context.now
        )
        return try pages.response(page, to: request, visit)
    }

    @Sendable func askPost(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let chosen = request.query("where") ?? ""
        let form = FormValues(["where": chosen, "opens": "00:00", "closes": "00:00", "wanted": "1"])
        return try await pages.response(postForm(FormView(form), visit), to: request, visit)
    }

    @Sendable func addPost(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await postForm($0, visit)
        } act: {
            let bare = try await service.bareGates(for: actor)
            let post = try await service.addPost(GateDeskForm.post(form, among: bare), by: actor)
            return pages.seeOther(GateAddress.deskPost(.of(post.id)), saying: "gates.done")
        }
    }

    @Sendable func post(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let before = try request.query("before", as: Int.self).map { Instant(microseconds: Int64($0)) }
        let found = try await service.page(
            of: visit.value(of: "id", as: GatePostID.self),
            before: before,
            for: visit.signedIn().actor
        )
        let people = found.shifts.compactMap(\.account) + found.log.map(\.by)
        let page = GatePostPage(
            found.post,
            found.shifts,
            found.log,
            try await accounts.names(of: people),
            territory(),
            now: context.now
        )
        return try pages.response(page, to: request, visit)
    }

    @Sendable func askShift(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(shiftForm(FormView(), visit), to: request, visit)
    }

    @Sendable func planShift(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let id = try visit.value(of: "id", as: GatePostID.self)
        let actor = try visit.signedIn().actor
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await shiftForm($0, visit)
        } act: {
            let draft = try GateDeskForm.shift(form, at: id, now: context.now)
            _ = try await service.plan(draft, by: actor)
            return pages.seeOther(GateAddress.deskPost(.of(id)), saying: "gates.done")
        }
    }

    @Sendable func endShift(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let id = try visit.value(of: "id", as: DutyShiftID.self)
        let ended = try await service.endShift(id, by: visit.signedIn().actor)
        return pages.seeOther(GateAddress.deskPost(.of(ended.post)), saying: "gates.done")
    }

    private func postForm(_ view: FormView, _ visit: FanghuRequestContext) async throws -> GateFormPage {
        let actor = try visit.signedIn().actor
        let bare = try await service.bareGates(for: actor)
        return GateFormPage.post(view, bare, try service.committees(for: actor), territory())
    }

    private func shiftForm(_ view: FormView, _ visit: FanghuRequestContext) async throws -> GateFormPage {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: GatePostID.self)
        let post = try await service.post(id, for: actor, .manageGates)
        let keepers = try await service.keepers(of: id, for: actor)
        let people = CoverageChoices.people(keepers, try await accounts.names(of: keepers))
        return GateFormPage.shift(view, post, people: people)
    }
}
