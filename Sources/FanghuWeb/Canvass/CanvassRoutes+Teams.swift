import Fanghu
import Hummingbird

// Teams, whose door is whose, and the end of a campaign; the addresses stand in `CanvassAddress`.

extension CanvassRoutes {
    func addTeams(to routes: Routes) {
        routes.get(CanvassAddress.teams("id"), use: teams)
        routes.post(CanvassAddress.teams("id"), use: addTeam)
        routes.get(CanvassAddress.assign("id"), use: askAssignment)
        routes.post(CanvassAddress.assign("id"), use: assign)
        routes.get(CanvassAddress.close("id"), use: askClose)
        routes.post(CanvassAddress.close("id"), use: close)
        routes.post(CanvassAddress.confirm("id"), use: confirm)
    }

    @Sendable func teams(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(teamsPage(FormView(), visit), to: request, visit)
    }

    @Sendable func addTeam(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CanvassCampaignID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await teamsPage($0, visit)
        } act: {
            _ = try await service.addTeam(
                form.text("name"),
                members: Set(form.all("members").compactMap { AccountID($0) }),
                heads: form.optional("heads", as: Int.self) ?? 0,
                to: id,
                by: actor
            )
            return pages.seeOther(CanvassAddress.teams(.of(id)), saying: "canvass.recorded")
        }
    }

    @Sendable func askAssignment(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(assignmentForm(FormView(), visit), to: request, visit)
    }

    @Sendable func assign(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CanvassCampaignID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await assignmentForm($0, visit)
        } act: {
            _ = try await service.assign(
                CanvassForm.selection(form),
                of: id,
                toArea: form.optionalText("area"),
                team: form.optional("team", as: CanvassTeamID.self),
                by: actor
            )
            return pages.seeOther(CanvassAddress.campaign(.of(id)), saying: "canvass.recorded")
        }
    }

    @Sendable func askClose(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(closePage(FormView(), visit), to: request, visit)
    }

    @Sendable func close(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CanvassCampaignID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await closePage($0, visit)
        } act: {
            _ = try await service.close(id, by: actor)
            return pages.seeOther(CanvassAddress.campaign(.of(id)), saying: "canvass.closed")
        }
    }

    @Sendable func confirm(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CanvassExplanationID.self)
        _ = try await request.form(visit)
        let target = try await service.confirm(id, by: actor)
        let next =
            service.may(.manageCanvass, actor)
            ? CanvassAddress.close(.of(target.campaign)) : .campaign(.of(target.campaign))
        return pages.seeOther(next, saying: "canvass.recorded")
    }

    private func teamsPage(_ view: FormView, _ visit: FanghuRequestContext) async throws -> CanvassTeamsPage {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CanvassCampaignID.self)
        let colleagues = try await service.colleagues(in: id, for: actor)
        let setup = try await service.setup(of: id, for: actor)
        let names = try await accounts.names(of: colleagues + setup.teams.flatMap(\.members))
        return CanvassTeamsPage(view, setup, colleagues, names)
    }

    private func assignmentForm(_ view: FormView, _ visit: FanghuRequestContext) async throws -> CanvassFormPage {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CanvassCampaignID.self)
        _ = try await service.colleagues(in: id, for: actor)
        let setup = try await service.setup(of: id, for: actor)
        let tree = territory()
        let committees = try service.places(for: actor)
            .filter { tree.level($0) == .committee && tree.contains($0, in: setup.campaign.place) }
        return CanvassFormPage.assign(view, setup, committees, tree)
    }

    private func closePage(_ view: FormView, _ visit: FanghuRequestContext) async throws -> CanvassClosePage {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CanvassCampaignID.self)
        let waiting = try await service.explanations(of: id, for: actor)
        let setup = try await service.setup(of: id, for: actor)
        let filter = CanvassFilter(states: CanvassPart.open.states)
        let open = try await service.targets(of: id, filter, for: actor)
        return CanvassClosePage(
            view,
            setup.campaign,
            open,
            waiting,
            try await accounts.names(of: waiting.compactMap(\.explanation.account)),
            own: actor.account,
            territory(),
            now: context.now
        )
    }
}
