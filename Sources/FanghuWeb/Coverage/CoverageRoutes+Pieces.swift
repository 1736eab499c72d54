import Fanghu
import Hummingbird

// One piece and one area: what lies in it, who answers for it, and the acts on it.

extension CoverageRoutes {
    @Sendable func mine(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let pieces = try await service.ownPieces(of: visit.signedIn().actor)
        return try self.pages.response(OwnPiecesPage(pieces, territory()), to: request, visit)
    }

    @Sendable func piece(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(piecePage(FormView(), visit), to: request, visit)
    }

    @Sendable func act(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CoveragePieceID.self)
        guard let act = CoverageAct(rawValue: try visit.value(of: "act", as: String.self)) else {
            throw EdgeRefusal.nothingHere
        }
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await piecePage($0, visit)
        } act: {
            try await carryOut(act, on: id, form, by: actor)
            return pages.seeOther(CoverageAddress.piece(.of(id)), saying: "coverage.done")
        }
    }

    private func carryOut(
        _ act: CoverageAct,
        on id: CoveragePieceID,
        _ form: FormValues,
        by actor: Actor
    ) async throws {
        switch act {
        case .report:
            let draft = CoverageReportDraft(
                id: CoverageReportID(form.raw("id")) ?? context.newID(),
                piece: id,
                heard: form.all("heard").compactMap { PlaceID($0) },
                problem: form.optionalText("problem")
            )
            _ = try await service.report(draft, by: actor)
        case .handOver:
            let account = try form.required("owner", as: AccountID.self)
            _ = try await service.handOver(.piece(id), to: account, note: form.text("note"), by: actor)
        case .nameDeputy:
            try await service.nameDeputy(form.required("deputy", as: AccountID.self), of: .piece(id), by: actor)
        case .dismissDeputy:
            try await service.dismissDeputy(form.required("deputy", as: AccountID.self), of: .piece(id), by: actor)
        case .split:
            let cut = CoverageCut.places(form.all("heard").compactMap { PlaceID($0) })
            _ = try await service.split(id, cutting: cut, off: form.text("name"), by: actor)
        }
    }

    private func piecePage(_ view: FormView, _ visit: FanghuRequestContext) async throws -> PiecePage {
        let visitor = try visit.signedIn()
        let id = try visit.value(of: "id", as: CoveragePieceID.self)
        let found = try await service.piece(id, for: visitor.actor)
        let manages = visitor.may(.manageCoverage)
        let candidates =
            manages ? try await service.candidates(in: found.piece.committee, for: visitor.actor) : []
        let held = found.charges.all.map(\.account)
        return PiecePage(
            view,
            found.piece,
            found.places,
            found.charges,
            candidates: candidates,
            names: try await accounts.names(of: candidates + held),
            reportID: context.newID(),
            territory(),
            now: context.now
        )
    }

    @Sendable func area(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(areaPage(FormView(), visit), to: request, visit)
    }

    @Sendable func handOverArea(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CoverageAreaID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await areaPage($0, visit)
        } act: {
            let account = try form.required("owner", as: AccountID.self)
            _ = try await service.handOver(.area(id), to: account, note: form.text("note"), by: actor)
            return pages.seeOther(CoverageAddress.area(.of(id)), saying: "coverage.done")
        }
    }

    private func areaPage(_ view: FormView, _ visit: FanghuRequestContext) async throws -> AreaPage {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CoverageAreaID.self)
        let found = try await service.area(id, for: actor)
        let candidates = try await service.candidates(in: found.area.committee, for: actor)
        let held = found.charges.all.map(\.account)
        return AreaPage(
            view,
            found.area,
            found.pieces,
            found.charges,
            candidates: candidates,
            names: try await accounts.names(of: candidates + held),
            territory(),
            now: context.now
        )
    }
}

/// What can be done on the page of a piece, as addresses name it.
enum CoverageAct: String, CaseIterable, Sendable {
    case report
    case handOver
    case nameDeputy
    case dismissDeputy
    case split
}

extension CoverageCut {
    /// From the form of a new piece: ticked buildings, or a stretch of a street.
    init(_ form: FormValues) throws {
        let buildings = form.all("buildings").compactMap { PlaceID($0) }
        guard buildings.isEmpty else {
            self = .buildings(buildings)
            return
        }
        let road = form.compact("road")
        guard !road.isEmpty else { throw CoverageRefusal.cutEmpty }
        let first = try form.optional("firstNumber", as: Int.self) ?? 1
        let last = try form.optional("lastNumber", as: Int.self) ?? 99_999
        guard first <= last else { throw EdgeRefusal.malformedField("lastNumber") }
        let side = try form.optional("side", as: StreetRange.Side.self) ?? .both
        self = .street(StreetRange(road: road, numbers: first...last, side: side))
    }
}
