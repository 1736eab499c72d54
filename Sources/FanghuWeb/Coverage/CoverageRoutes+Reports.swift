import Fanghu
import Hummingbird

// Reports on their way up the chain.

extension CoverageRoutes {
    @Sendable func reports(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let choice = try ReportChoice(request)
        return try await pages.response(reportsPage(FormView(), choice, visit), to: request, visit)
    }

    @Sendable func passOn(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: CoverageReportID.self)
        let form = try await request.form(visit)
        let choice = ReportChoice(level: form.optional("level") ?? .buildingHead)
        return try await pages.answer(form, to: request, visit) {
            try await reportsPage($0, choice, visit, failed: id)
        } act: {
            _ = try await service.passOn(id, skipping: form.optionalText("note"), by: actor)
            return pages.seeOther(
                CoverageAddress.reports,
                saying: "coverage.passedOn",
                query: "?level=\(choice.level.name)"
            )
        }
    }

    private func reportsPage(
        _ view: FormView,
        _ choice: ReportChoice,
        _ visit: FanghuRequestContext,
        failed: CoverageReportID? = nil
    ) async throws -> ReportsPage {
        let visitor = try visit.signedIn()
        let found = try await service.waiting(
            at: choice.level,
            under: choice.under,
            after: choice.after,
            for: visitor.actor
        )
        let names = try await accounts.names(of: found.reports.compactMap(\.report.account))
        var page = ReportsPage(view, choice, isForArea: !visitor.may(.manageCoverage))
        page.take(found.reports, names, territory(), failed: failed, now: context.now)
        page.next = found.next.map { choice.with(after: $0).link }
        return page
    }
}

/// Which waiting reports are asked for.
struct ReportChoice {
    let level: CoverageLevel
    var under: DivisionID?
    var after = GapKey.start

    init(level: CoverageLevel) {
        self.level = level
    }

    init(_ request: Request) throws {
        let asked = request.query("level")
        level = CoverageLevel.allCases.first { $0.name == asked } ?? .buildingHead
        under = try request.query("under", as: DivisionID.self)
        after = try request.query("after", as: GapKey.self) ?? .start
    }

    func with(after key: GapKey) -> ReportChoice {
        var next = self
        next.after = key
        return next
    }

    var link: String {
        CoverageAddress.reports.path
            + AddressText.query([
                ("level", level.name), ("under", under?.text), ("after", after == .start ? nil : after.addressText),
            ])
    }
}

extension FormValues {
    fileprivate func optional(_ name: String) -> CoverageLevel? {
        CoverageLevel.allCases.first { $0.name == raw(name) }
    }
}
