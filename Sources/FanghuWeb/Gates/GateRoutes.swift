import Fanghu
import Hummingbird

/// The phone page of whoever keeps a gate; the addresses stand in `GateAddress`.
///
/// It shows nothing about anybody but the verdict (R-PRIV-09), and never what was typed before.
struct GateRoutes: Sendable {
    let service: GateService
    let context: Context
    let pages: PageRenderer

    func add(to routes: Routes) {
        routes.get(GateAddress.own, use: own)
        routes.get(GateAddress.post("id"), use: ask)
        routes.post(GateAddress.post("id"), use: pass)
        routes.get(GateAddress.passing("id"), use: verdict)
        routes.post(GateAddress.second("id"), use: measureAgain)
        pages.addNavigation(NavigationEntry(GateAddress.own, "gates.own", isShown: { $0.may(.keepGate) }))
    }

    @Sendable func own(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let posts = try await service.ownPosts(of: visit.signedIn().actor)
        return try pages.response(GateOwnPage(posts), to: request, visit)
    }

    @Sendable func ask(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let id: GatePassingID = context.newID()
        let form = FormValues(["id": id.text, "direction": "inward", "visit": "resident"])
        return try await pages.response(page(FormView(form), visit), to: request, visit)
    }

    @Sendable func pass(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let post = try visit.value(of: "id", as: GatePostID.self)
        let actor = try visit.signedIn().actor
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await page($0, visit)
        } act: {
            let id = try form.required("id", as: GatePassingID.self)
            let passing = try await service.pass(GateForm.answers(form), id: id, at: post, by: actor)
            return .seeOther(GateAddress.passing(.of(passing.id)))
        }
    }

    @Sendable func verdict(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(verdictPage(FormView(), visit), to: request, visit)
    }

    @Sendable func measureAgain(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let first = try visit.value(of: "id", as: GatePassingID.self)
        let actor = try visit.signedIn().actor
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await verdictPage($0, visit)
        } act: {
            let second = try await service.measureAgain(
                GateForm.temperature(form),
                after: first,
                id: form.required("id", as: GatePassingID.self),
                by: actor
            )
            return .seeOther(GateAddress.passing(.of(second.id)))
        }
    }

    private func page(_ view: FormView, _ visit: FanghuRequestContext) async throws -> GatePassPage {
        let id = try visit.value(of: "id", as: GatePostID.self)
        return try await GatePassPage(view, service.ownPost(id, for: visit.signedIn().actor))
    }

    private func verdictPage(_ view: FormView, _ visit: FanghuRequestContext) async throws -> GateVerdictPage {
        let id = try visit.value(of: "id", as: GatePassingID.self)
        let passing = try await service.verdict(id, for: visit.signedIn().actor)
        let next: GatePassingID = context.newID()
        return GateVerdictPage(view, passing, next: view.values.raw("id").isEmpty ? next.text : view.values.raw("id"))
    }
}
