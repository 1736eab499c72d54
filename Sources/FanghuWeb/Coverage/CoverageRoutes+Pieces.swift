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
                heard: form.ticked,
                problem: form.optionalText("problem")
            )
            _ = try await service.report(draft, by: actor)
        case .handOver:
            let account = try form.required("owner", as: AccountID.self)
            _ = try await service.handOver(.piece(id), to: account, note: form.text("note"), by: actor)
        case .nameDeputy:
            try await service.nameDeputy(form.required("deputy", as: AccountID.self), of: .piece(id), by: actor)
        case .dismissDeputy:
            try await service.dismissDeputy(form.required("dismissed", as: AccountID.self), of: .piece(id), by: actor)
        case .split:
            _ = try await service.split(id, cutting: .places(form.ticked), off: form.text("name"), by: actor)
        case .moveTicked:
            let target = try form.required("target", as: CoveragePieceID.self)
            _ = try await service.put(.places(form.ticked), into: target, taking: true, by: actor)
        case .merge:
            let others = form.all("others").compactMap { CoveragePieceID($0) }
            _ = try await service.merge(others, into: id, by: actor)
        case .toArea:
            try await service.move([id], to: form.optional("area", as: CoverageAreaID.self), by: actor)
        case .put:
            let cut = try CoverageCut(form, in: territory())
            _ = try await service.put(cut, into: id, taking: form.isTicked("taking"), by: actor)
        }
    }

    private func piecePage(_ view: FormView, _ visit: FanghuRequestContext) async throws -> PiecePage {
        let visitor = try visit.signedIn()
        let actor = visitor.actor
        let id = try visit.value(of: "id", as: CoveragePieceID.self)
        let found = try await service.piece(id, for: actor)
        let committee = found.piece.committee
        var source = PiecePage.Source(
            piece: found.piece,
            places: found.places,
            charges: found.charges,
            history: try await service.history(of: id, for: actor)
        )
        if visitor.may(.manageCoverage) {
            source.candidates = try await service.candidates(in: committee, for: actor)
            source.siblings = try await service.siblings(of: found.piece, for: actor)
            source.areas = try await service.areas(under: committee, for: actor)
            source.buildings =
                found.piece.scheme.kind == .dwelling ? try await places.buildings(of: committee) : []
        }
        let reporters = source.history.reports.flatMap { $0.steps.compactMap(\.account) }
        return PiecePage(
            view,
            source,
            names: try await accounts.names(of: source.candidates + found.charges.all.map(\.account) + reporters),
            reportID: context.newID(),
            territory(),
            now: context.now
        )
    }

    @Sendable func area(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(areaPage(FormView(), visit), to: request, visit)
    }

    @Sendable func actOnArea(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CoverageAreaID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await areaPage($0, visit)
        } act: {
            if form.raw("act") == "move" {
                let pieces = form.all("pieces").compactMap { CoveragePieceID($0) }
                guard !pieces.isEmpty else { throw EdgeRefusal.missingField("pieces") }
                try await service.move(pieces, to: id, by: actor)
            } else {
                let account = try form.required("owner", as: AccountID.self)
                _ = try await service.handOver(.area(id), to: account, note: form.text("note"), by: actor)
            }
            return pages.seeOther(CoverageAddress.area(.of(id)), saying: "coverage.done")
        }
    }

    private func areaPage(_ view: FormView, _ visit: FanghuRequestContext) async throws -> AreaPage {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CoverageAreaID.self)
        let found = try await service.area(id, for: actor)
        let candidates = try await service.candidates(in: found.area.committee, for: actor)
        return AreaPage(
            view,
            found,
            candidates: candidates,
            names: try await accounts.names(of: candidates + found.charges.all.map(\.account)),
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
    /// Ticked places go into another piece.
    case moveTicked
    /// Other pieces end in this one.
    case merge
    case toArea
    /// Further places, cut anew.
    case put

    func path(on piece: CoveragePiece) -> String {
        CoverageAddress.act(.of(piece.id), .of(rawValue)).path
    }
}

extension FormValues {
    /// The places ticked on the page of a piece.
    fileprivate var ticked: [PlaceID] { all("heard").compactMap { PlaceID($0) } }
}
