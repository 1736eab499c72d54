import Fanghu
import Hummingbird

/// The register of places at the desk; `PlacesAddress` has the table of addresses.
struct PlacesRoutes: Sendable {
    let service: PlacesService
    let territory: @Sendable () -> Territory
    let context: Context
    /// Whether browsers reach the server by TLS, for the address in the QR code.
    let isSecure: Bool
    let pages: PageRenderer

    private let pageLength = 50

    func add(to routes: Routes) {
        routes.get(PlacesAddress.list, use: list)
        routes.get(PlacesAddress.add, use: askNew)
        routes.post(PlacesAddress.add, use: addNew)
        routes.get(PlacesAddress.compound("compound"), use: compound)
        routes.get(PlacesAddress.poster("compound"), use: poster)
        routes.post(PlacesAddress.rename("compound"), use: rename)
        routes.post(PlacesAddress.close("compound"), use: close)
        routes.post(PlacesAddress.gates("compound"), use: addGate)
        routes.post(PlacesAddress.buildings("compound"), use: addBuilding)
        routes.post(PlacesAddress.dwellings("compound"), use: addDwelling)
        routes.get(PlacesAddress.building("compound", "building"), use: building)
        pages.addNavigation(
            NavigationEntry(PlacesAddress.list, "territory.places", isShown: { $0.may(.managePlaces) })
        )
    }

    @Sendable func list(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let under = try place(request.query("under", as: DivisionID.self), visit)
        let after = try request.query("after", as: PlaceKey.self)
        let found = try await service.compounds(
            under: under,
            after: after ?? .start,
            limit: pageLength,
            for: actor
        )
        let page = CompoundsPage(found, under: under, territory(), isFirst: after == nil)
        return try pages.response(page, to: request, visit)
    }

    @Sendable func askNew(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let under = try place(request.query("under", as: DivisionID.self), visit)
        return try pages.response(NewCompoundPage(FormView(), under: under, territory()), to: request, visit)
    }

    @Sendable func addNew(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let form = try await request.form(visit)
        let under = try place(form.optional("under", as: DivisionID.self), visit)
        return try await pages.answer(form, to: request, visit) {
            NewCompoundPage($0, under: under, territory())
        } act: {
            let draft = Compound.Draft(
                committee: try form.required("committee", as: DivisionID.self),
                name: form.text("name"),
                kind: try form.required("kind", as: Compound.Kind.self),
                management: try form.required("management", as: Compound.Management.self),
                address: form.optionalText("address")
            )
            let compound = try await service.addCompound(draft, by: actor)
            return pages.seeOther(PlacesAddress.compound(.of(compound.id)), saying: "territory.added")
        }
    }

    @Sendable func compound(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(page(FormView(), visit), to: request, visit)
    }

    @Sendable func poster(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let compound = try await service.compound(id(visit), for: visit.signedIn().actor)
        let address = request.wholeAddress(of: ArrivalsAddress.compound(.of(compound.id)), isSecure: isSecure)
        return try pages.response(PosterPage(compound, opening: address, territory()), to: request, visit)
    }

    @Sendable func rename(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await change(request, visit, about: "name", saying: "territory.renamed") { id, form, actor in
            try await service.renameCompound(id, to: form.text("name"), by: actor)
        }
    }

    @Sendable func close(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await change(request, visit, about: nil, saying: "territory.closed") { id, _, actor in
            try await service.closeCompound(id, by: actor)
        }
    }

    @Sendable func addGate(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await change(request, visit, about: "gate", saying: "territory.gateAdded") { id, form, actor in
            let compound = try await service.compound(id, for: actor)
            _ = try await service.addGate(
                form.text("gate"),
                isOpen: !form.isTicked("locked"),
                of: compound,
                by: actor
            )
        }
    }

    @Sendable func addBuilding(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await change(request, visit, about: "building", saying: "territory.buildingAdded") { id, form, actor in
            let compound = try await service.compound(id, for: actor)
            let address = form.text("building")
            _ = try await service.addBuilding(address, compound: id, in: compound.committee, by: actor)
        }
    }

    @Sendable func addDwelling(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await change(request, visit, about: "dwelling", saying: "territory.dwellingAdded") { id, form, actor in
            let compound = try await service.compound(id, for: actor)
            let address = form.text("dwelling")
            _ = try await service.addDwelling(address, compound: id, in: compound.committee, by: actor)
        }
    }

    @Sendable func building(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let building = try visit.value(of: "building", as: PlaceID.self)
        let found = try await service.building(building, in: id(visit), for: actor)
        return try pages.response(BuildingPage(found.compound, found.building, found.dwellings), to: request, visit)
    }

    /// Runs an act of a form on the compound's page, and shows that page again where it is refused.
    ///
    /// - Parameter field: the form's field, which a refusal is shown at: the page has several names and addresses.
    private func change(
        _ request: Request,
        _ visit: FanghuRequestContext,
        about field: String?,
        saying notice: String,
        _ act: (PlaceID, FormValues, Actor) async throws -> Void
    ) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try id(visit)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await page($0, visit)
        } act: {
            do {
                try await act(id, form, actor)
            } catch let refusal as any Refusal {
                throw RefusalAtField(refusal, field)
            }
            return pages.seeOther(PlacesAddress.compound(.of(id)), saying: notice)
        }
    }

    private func page(_ form: FormView, _ visit: FanghuRequestContext) async throws -> CompoundPage {
        let actor = try visit.signedIn().actor
        let inventory = try await service.inventory(of: id(visit), for: actor)
        let committee = inventory.compound.committee
        return try await CompoundPage(
            form,
            inventory,
            premises: service.premises(under: committee, for: actor),
            checkpoints: service.checkpoints(under: committee, for: actor),
            territory()
        )
    }

    private func id(_ visit: FanghuRequestContext) throws -> PlaceID {
        try visit.value(of: "compound", as: PlaceID.self)
    }

    /// The place asked for, else the widest where the visitor keeps places.
    private func place(_ asked: DivisionID?, _ visit: FanghuRequestContext) throws -> DivisionID {
        let visitor = try visit.signedIn()
        guard let seat = visitor.widestSeat(for: .managePlaces, at: context.now, in: territory()) else {
            throw AccessRefusal.notPermitted(.managePlaces)
        }
        return asked ?? seat
    }
}

/// A refusal shown at the field of the form that was sent.
struct RefusalAtField: Refusal {
    private let refusal: any Refusal
    let field: String?

    init(_ refusal: any Refusal, _ field: String?) {
        self.refusal = refusal
        self.field = refusal.field == nil ? nil : field
    }

    var code: String { refusal.code }
    var kind: RefusalKind { refusal.kind }
    var words: Words { refusal.words }
}

extension Compound.Kind: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}

extension Compound.Management: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}
