import Fanghu
import Hummingbird

// The phone pages of a walk: the next door, what came of the visit, the notice; the addresses stand in `CanvassAddress`.

extension CanvassRoutes {
    func addDoors(to routes: Routes) {
        routes.get(CanvassAddress.next("id"), use: next)
        routes.get(CanvassAddress.door("id", "place"), use: door)
        routes.post(CanvassAddress.door("id", "place"), use: record)
        routes.post(CanvassAddress.marker("id", "place"), use: mark)
        routes.post(CanvassAddress.explain("id", "place"), use: explain)
    }

    @Sendable func next(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CanvassCampaignID.self)
        let after = try request.query("after", as: DwellingKey.self)
        guard let door = try await service.next(of: id, after: after, for: actor) else {
            let setup = try await service.setup(of: id, for: actor)
            return try pages.response(CanvassNoDoorPage(setup.campaign), to: request, visit)
        }
        return try await pages.response(page(FormView(), door, isNext: true), to: request, visit)
    }

    @Sendable func door(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(doorPage(FormView(), visit), to: request, visit)
    }

    @Sendable func record(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await act(request, visit) { form, id, place, actor in
            let draft = try CanvassForm.visit(form, to: place, newID: context.newID())
            _ = try await service.record(draft, of: id, by: actor)
            return pages.seeOther(CanvassAddress.next(.of(id)), saying: "canvass.recorded")
        }
    }

    @Sendable func mark(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await act(request, visit) { form, id, place, actor in
            let event = try form.required("event", as: DoorMarker.Event.self)
            _ = try await service.mark(event, at: place, of: id, by: actor)
            return pages.seeOther(CanvassAddress.door(.of(id), .of(place)), saying: "canvass.recorded")
        }
    }

    @Sendable func explain(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await act(request, visit) { form, id, place, actor in
            _ = try await service.explain(place, of: id, reason: form.text("reason"), by: actor)
            return pages.seeOther(CanvassAddress.next(.of(id)), saying: "canvass.explained")
        }
    }

    private func act(
        _ request: Request,
        _ visit: FanghuRequestContext,
        _ step: (FormValues, CanvassCampaignID, PlaceID, Actor) async throws -> Response
    ) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CanvassCampaignID.self)
        let place = try visit.value(of: "place", as: PlaceID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await doorPage($0, visit)
        } act: {
            try await step(form, id, place, actor)
        }
    }

    private func doorPage(_ view: FormView, _ visit: FanghuRequestContext) async throws -> CanvassDoorPage {
        let door = try await service.door(
            at: visit.value(of: "place", as: PlaceID.self),
            of: visit.value(of: "id", as: CanvassCampaignID.self),
            for: visit.signedIn().actor
        )
        return try await page(view, door, isNext: false)
    }

    private func page(_ view: FormView, _ door: NextDoor, isNext: Bool) async throws -> CanvassDoorPage {
        CanvassDoorPage(
            view,
            door,
            try await accounts.names(of: Array(door.team?.members ?? [])),
            isNext: isNext,
            newID: context.newID(),
            now: context.now
        )
    }
}
