import Fanghu
import Hummingbird

/// What all compounds do and what one does besides, at the desk; the addresses stand in `MeasureAddress`.
struct MeasureRoutes: Sendable {
    let service: MeasureService
    let places: PlacesService
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    private let pageLength = 50

    func add(to routes: Routes) {
        routes.get(MeasureAddress.list, use: list)
        routes.get(MeasureAddress.add, use: ask)
        routes.post(MeasureAddress.add, use: order)
        routes.get(MeasureAddress.compound("id"), use: compound)
        routes.get(MeasureAddress.notice("id"), use: notice)
        routes.post(MeasureAddress.end("id"), use: end)
        pages.addNavigation(
            NavigationEntry(MeasureAddress.list, "measures.title", isShown: { $0.may(.manageGates) })
        )
    }

    @Sendable func list(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let under = try request.query("under", as: DivisionID.self)
        let after = try request.query("after", as: MeasureKey.self)
        let listed = try await service.list(under: under, after: after ?? .start, limit: pageLength, for: actor)
        let compounds = try await places.compounds(under: under, limit: 200, for: actor)
        let page = MeasureListPage(
            listed,
            compounds.places,
            territory(),
            under: under,
            isFirst: after == nil,
            now: context.now
        )
        return try pages.response(page, to: request, visit)
    }

    @Sendable func ask(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let compound = request.query("compound") ?? ""
        let form = FormView(FormValues(["compound": compound]))
        return try await pages.response(page(form, visit), to: request, visit)
    }

    @Sendable func order(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await page($0, visit)
        } act: {
            let compound = try await compound(of: form, for: actor)
            let draft = try MeasureForm.draft(form, for: compound, now: context.now)
            let measure = try await service.order(draft, by: actor)
            guard let compound = measure.compound else {
                return pages.seeOther(MeasureAddress.list, saying: "measures.done")
            }
            return pages.seeOther(MeasureAddress.compound(.of(compound)), saying: "measures.done")
        }
    }

    @Sendable func end(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let id = try visit.value(of: "id", as: MeasureID.self)
        let ended = try await service.end(id, by: visit.signedIn().actor)
        guard let compound = ended.compound else {
            return pages.seeOther(MeasureAddress.list, saying: "measures.done")
        }
        return pages.seeOther(MeasureAddress.compound(.of(compound)), saying: "measures.done")
    }

    @Sendable func compound(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let found = try await sheet(request, visit)
        let page = MeasureSheetPage(found.compound, found.sheet, territory(), now: context.now)
        return try pages.response(page, to: request, visit)
    }

    @Sendable func notice(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let found = try await sheet(request, visit)
        return try pages.response(MeasureNoticePage(found.compound, found.sheet, territory()), to: request, visit)
    }

    private func sheet(
        _ request: Request,
        _ visit: FanghuRequestContext
    ) async throws -> (compound: Compound, sheet: MeasureSheet) {
        let day = try request.query("day", as: CivilDate.self)
        return try await service.sheet(
            of: visit.value(of: "id", as: PlaceID.self),
            // A day is asked for as it was at noon.
            at: day?.instant(minuteOfDay: 720),
            for: visit.signedIn().actor
        )
    }

    private func page(_ view: FormView, _ visit: FanghuRequestContext) async throws -> MeasureFormPage {
        let actor = try visit.signedIn().actor
        let compound = try await compound(of: view.values, for: actor)
        return MeasureFormPage(view, compound, try service.divisions(for: actor), territory())
    }

    private func compound(of form: FormValues, for actor: Actor) async throws -> Compound? {
        guard let id = form.optionalText("compound") else { return nil }
        guard let id = PlaceID(id) else { throw MeasureRefusal.unknownPlace }
        return try await places.compound(id, for: actor)
    }
}
