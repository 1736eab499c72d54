import Fanghu
import Hummingbird

/// Cutting, owning and reporting, at the desk.
struct CoverageRoutes: Sendable {
    let service: CoverageService
    let places: PlacesService
    let accounts: AccountNames
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    private let pageLength = 50

    func add(to routes: Routes) {
        routes.get(CoverageAddress.overview, use: overview)
        routes.get(CoverageAddress.addPiece, use: askPiece)
        routes.post(CoverageAddress.addPiece, use: addPiece)
        routes.get(CoverageAddress.addArea, use: askArea)
        routes.post(CoverageAddress.addArea, use: addArea)
        routes.get(CoverageAddress.area("id"), use: area)
        routes.post(CoverageAddress.area("id"), use: actOnArea)
        routes.get(CoverageAddress.mine, use: mine)
        routes.get(CoverageAddress.reports, use: reports)
        routes.post(CoverageAddress.passOn("id"), use: passOn)
        routes.get(CoverageAddress.piece("id"), use: piece)
        routes.post(CoverageAddress.act("id", "act"), use: act)
        let shown = NavigationEntry(
            CoverageAddress.overview,
            "coverage.title",
            isShown: { $0.may(.manageCoverage) }
        )
        pages.addNavigation(shown)
        let own = NavigationEntry(
            CoverageAddress.mine,
            "coverage.mine",
            isShown: { $0.may(.reportCoverage) && !$0.may(.manageCoverage) }
        )
        pages.addNavigation(own)
    }

    @Sendable func overview(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let choice = try CoverageChoice(request, today: context.now.day)
        let since = choice.since.instant()
        var page = CoverageOverviewPage(choice)
        switch choice.part {
        case .pieces, .unowned:
            let found = try await service.pieces(
                under: choice.under,
                onlyUnowned: choice.part == .unowned,
                heardSince: since,
                after: choice.after,
                limit: pageLength,
                for: actor
            )
            let names = try await accounts.names(of: found.pieces.compactMap(\.owner))
            page.take(found.pieces, names, territory())
            page.next = found.next.map { choice.link(after: $0) }
        case .uncovered, .unheard, .overlapping:
            let gap = choice.part.gap ?? .uncovered
            let found = try await service.gaps(
                gap,
                under: choice.under,
                since: since,
                after: choice.after,
                limit: pageLength,
                for: actor
            )
            let names = try await accounts.names(of: found.places.compactMap(\.owner))
            page.take(found, names, territory(), now: context.now)
            page.next = found.next.map { choice.link(after: $0) }
        case .loads:
            let loads = try await service.loads(under: choice.under, for: actor)
            page.take(loads, try await accounts.names(of: loads.lines.map(\.account)))
        case .areas:
            let found = try await service.spans(
                under: choice.under,
                heardSince: since,
                after: choice.after,
                limit: pageLength,
                for: actor
            )
            let names = try await accounts.names(of: found.spans.compactMap(\.head))
            page.take(found.spans, names, territory())
            page.next = found.next.map { choice.link(after: $0) }
        }
        return try pages.response(page, to: request, visit)
    }

    @Sendable func askPiece(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let committee = try committee(request.query("committee", as: DivisionID.self), visit)
        return try await pages.response(newPiece(FormView(), committee, visit), to: request, visit)
    }

    @Sendable func addPiece(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let form = try await request.form(visit)
        let committee = try committee(form.optional("committee", as: DivisionID.self), visit)
        return try await pages.answer(form, to: request, visit) {
            try await newPiece($0, committee, visit)
        } act: {
            let draft = CoveragePiece.Draft(
                committee: committee,
                scheme: try form.required("scheme", as: CoverageScheme.self),
                name: form.text("name"),
                area: try form.optional("area", as: CoverageAreaID.self),
                owner: try form.optional("owner", as: AccountID.self),
                cut: try CoverageCut(form, in: territory())
            )
            let made = try await service.addPiece(draft, taking: form.isTicked("taking"), by: actor)
            return pages.seeOther(CoverageAddress.piece(.of(made.id)), saying: "coverage.pieceAdded")
        }
    }

    @Sendable func askArea(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let committee = try committee(request.query("committee", as: DivisionID.self), visit)
        return try await pages.response(newArea(FormView(), committee, visit), to: request, visit)
    }

    @Sendable func addArea(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let form = try await request.form(visit)
        let committee = try committee(form.optional("committee", as: DivisionID.self), visit)
        return try await pages.answer(form, to: request, visit) {
            try await newArea($0, committee, visit)
        } act: {
            let head = try form.optional("owner", as: AccountID.self)
            let area = try await service.addArea(form.text("name"), in: committee, head: head, by: actor)
            return pages.seeOther(CoverageAddress.area(.of(area.id)), saying: "coverage.areaAdded")
        }
    }

    private func newPiece(
        _ view: FormView,
        _ committee: DivisionID,
        _ visit: FanghuRequestContext
    ) async throws -> NewPiecePage {
        let actor = try visit.signedIn().actor
        let candidates = try await service.candidates(in: committee, for: actor)
        return NewPiecePage(
            view,
            committee,
            areas: try await service.areas(under: committee, for: actor),
            buildings: try await places.buildings(of: committee),
            owners: CoverageChoices.people(candidates, try await accounts.names(of: candidates)),
            territory()
        )
    }

    private func newArea(
        _ view: FormView,
        _ committee: DivisionID,
        _ visit: FanghuRequestContext
    ) async throws -> NewAreaPage {
        let candidates = try await service.candidates(in: committee, for: visit.signedIn().actor)
        let names = try await accounts.names(of: candidates)
        return NewAreaPage(view, committee, owners: CoverageChoices.people(candidates, names), territory())
    }

    /// The committee asked for, else the visitor's own, else the first below their seat.
    private func committee(_ asked: DivisionID?, _ visit: FanghuRequestContext) throws -> DivisionID {
        if let asked { return asked }
        let territory = territory()
        guard let seat = try visit.signedIn().widestSeat(for: .manageCoverage, at: context.now, in: territory) else {
            throw AccessRefusal.notPermitted(.manageCoverage)
        }
        guard territory.level(seat) != .committee else { return seat }
        return territory.placesBelow(seat).first { $0.level == .committee }?.id ?? seat
    }
}
