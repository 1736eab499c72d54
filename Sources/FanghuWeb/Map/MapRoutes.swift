import Fanghu
import Hummingbird

/// The map at the desk and on the wall; the addresses stand in `MapAddress`.
struct MapRoutes: Sendable {
    let service: MapService
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    func add(to routes: Routes) {
        routes.get(MapAddress.own, use: own)
        routes.get(MapAddress.place("division"), use: place)
        routes.get(MapAddress.addArea, use: askArea)
        routes.post(MapAddress.addArea, use: addArea)
        routes.get(MapAddress.area("id"), use: area)
        routes.post(MapAddress.endArea("id"), use: endArea)
        routes.get(MapAddress.wall("division"), use: wall)
        pages.addNavigation(
            NavigationEntry(MapAddress.own, "map.title", isShown: { $0.may(.manageObservations) })
        )
    }

    @Sendable func own(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let visitor = try visit.signedIn()
        guard let place = visitor.widestSeat(for: .manageObservations, at: context.now, in: territory()) else {
            throw AccessRefusal.notPermitted(.manageObservations)
        }
        return Response.seeOther(MapAddress.place(.of(place)))
    }

    @Sendable func place(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let exact = try await service.exact(
            under: visit.value(of: "division", as: DivisionID.self),
            for: actor
        )
        return try pages.response(MapPage(exact, territory(), now: context.now), to: request, visit)
    }

    @Sendable func askArea(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try pages.response(page(FormView(), visit), to: request, visit)
    }

    @Sendable func addArea(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try page($0, visit)
        } act: {
            let area = try await service.draw(MapAreaForm.draft(form, now: context.now), by: actor)
            return pages.seeOther(MapAddress.area(.of(area.id)), saying: "map.done")
        }
    }

    @Sendable func area(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let counted = try await service.count(
            of: visit.value(of: "id", as: MapAreaID.self),
            for: visit.signedIn().actor
        )
        let page = MapAreaPage(
            counted.area,
            counted.counts,
            service.outlines(of: counted.area.committee),
            territory(),
            now: context.now
        )
        return try pages.response(page, to: request, visit)
    }

    @Sendable func endArea(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let id = try visit.value(of: "id", as: MapAreaID.self)
        let ended = try await service.end(id, by: visit.signedIn().actor)
        return pages.seeOther(MapAddress.place(.of(ended.committee)), saying: "map.done")
    }

    @Sendable func wall(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let place = try visit.value(of: "division", as: DivisionID.self)
        let coarse = try await service.coarse(under: place, for: visit.signedIn().actor)
        return try pages.response(MapWallPage(coarse.cell, coarse.outlines, territory()), to: request, visit)
    }

    private func page(_ view: FormView, _ visit: FanghuRequestContext) throws -> MapAreaFormPage {
        let places = try service.divisions(for: visit.signedIn().actor)
        return MapAreaFormPage(view, places, places.first.map(service.outlines) ?? [], territory())
    }
}
