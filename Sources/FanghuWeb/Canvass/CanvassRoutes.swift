import Fanghu
import Hummingbird

/// Campaigns at the desk; the addresses stand in `CanvassAddress`.
struct CanvassRoutes: Sendable {
    let service: CanvassService
    let accounts: AccountNames
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    func add(to routes: Routes) {
        routes.get(CanvassAddress.list, use: list)
        routes.get(CanvassAddress.add, use: askPlan)
        routes.post(CanvassAddress.add, use: plan)
        routes.get(CanvassAddress.markers, use: markers)
        routes.get(CanvassAddress.campaign("id"), use: progress)
        routes.post(CanvassAddress.open("id"), use: open)
        routes.post(CanvassAddress.takeIn("id"), use: takeIn)
        routes.get(CanvassAddress.targets("id"), use: targets)
        addTeams(to: routes)
        addDoors(to: routes)
        pages.addNavigation(NavigationEntry(CanvassAddress.list, "canvass.title", isShown: { $0.may(.visit) }))
    }

    @Sendable func list(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let found = try await service.campaigns(
            before: request.query("before", as: CanvassCampaignID.self),
            for: actor
        )
        let page = CanvassListPage(
            found.campaigns,
            next: found.next,
            mayPlan: service.may(.manageCanvass, actor),
            maySee: service.may(.manageCoverage, actor),
            territory()
        )
        return try pages.response(page, to: request, visit)
    }

    @Sendable func askPlan(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let today = context.now.day
        let form = FormValues(["from": today.iso, "to": today.adding(days: 14).iso])
        return try pages.response(planForm(FormView(form), visit), to: request, visit)
    }

    @Sendable func plan(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try planForm($0, visit)
        } act: {
            let campaign = try await service.plan(CanvassForm.plan(form), by: actor)
            return pages.seeOther(CanvassAddress.campaign(.of(campaign.id)), saying: "canvass.planned")
        }
    }

    @Sendable func progress(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(progressPage(FormView(), visit), to: request, visit)
    }

    @Sendable func open(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await act(request, visit) { try await service.open($0, by: $1) }
    }

    @Sendable func takeIn(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await act(request, visit) { try await service.takeIn($0, by: $1) }
    }

    @Sendable func targets(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CanvassCampaignID.self)
        let part = try request.query("state", as: CanvassPart.self) ?? .all
        let after = try request.query("after", as: DwellingKey.self)
        let setup = try await service.setup(of: id, for: actor)
        let found = try await service.targets(
            of: id,
            CanvassFilter(states: part.states),
            after: after ?? .start,
            for: actor
        )
        let page = CanvassTargetsPage(
            setup.campaign,
            part,
            found,
            isFirst: after == nil,
            maySee: service.may(.manageCoverage, actor),
            territory(),
            now: context.now
        )
        return try pages.response(page, to: request, visit)
    }

    @Sendable func markers(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let under = try request.query("under", as: DivisionID.self)
        let found = try await service.marked(
            under: under,
            after: request.query("after", as: DwellingKey.self) ?? .start,
            for: visit.signedIn().actor
        )
        let page = CanvassMarkersPage(
            found.targets,
            next: found.next,
            under: under,
            territory(),
            now: context.now
        )
        return try pages.response(page, to: request, visit)
    }

    /// A step of the campaign that its page sends, and that comes back to it.
    private func act(
        _ request: Request,
        _ visit: FanghuRequestContext,
        _ step: (CanvassCampaignID, Actor) async throws -> some Sendable
    ) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CanvassCampaignID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await progressPage($0, visit)
        } act: {
            _ = try await step(id, actor)
            return pages.seeOther(CanvassAddress.campaign(.of(id)), saying: "canvass.recorded")
        }
    }

    private func planForm(_ view: FormView, _ visit: FanghuRequestContext) throws -> CanvassFormPage {
        CanvassFormPage.plan(view, try service.places(for: visit.signedIn().actor), territory())
    }

    private func progressPage(_ view: FormView, _ visit: FanghuRequestContext) async throws -> CanvassProgressPage {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CanvassCampaignID.self)
        let progress = try await service.progress(of: id, for: actor)
        return CanvassProgressPage(
            view,
            progress,
            missing: try await service.missing(from: id, for: actor),
            mayManage: service.mayManage(progress.campaign, actor),
            territory()
        )
    }
}
