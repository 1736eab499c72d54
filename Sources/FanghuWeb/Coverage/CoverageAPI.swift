import Fanghu
import Hummingbird

/// Answers the API's requests about coverage; the addresses stand with the pages'.
struct CoverageAPI: Sendable {
    let service: CoverageService
    let accounts: AccountNames
    let context: Context

    func add(to routes: Routes) {
        routes.get(CoverageAddress.apiPieces, use: pieces)
        routes.get(CoverageAddress.apiGaps, use: gaps)
        routes.post(CoverageAddress.apiReports, use: report)
        routes.post(CoverageAddress.apiHandOvers, use: handOver)
    }

    @Sendable func pieces(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let found = try await service.pieces(
            under: try request.query("under", as: DivisionID.self),
            onlyUnowned: request.query("unowned") == "1",
            heardSince: try since(request),
            after: try request.query("after", as: GapKey.self) ?? .start,
            limit: try request.query("limit", as: Int.self) ?? 50,
            for: actor
        )
        let names = try await accounts.names(of: found.pieces.compactMap(\.owner))
        return try .json(
            PieceListAnswer(
                pieces: found.pieces.map { PieceListAnswer.Piece($0, names) },
                next: found.next?.addressText
            )
        )
    }

    @Sendable func gaps(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        guard let gap = CoverageGap(rawValue: request.query("gap") ?? CoverageGap.uncovered.rawValue) else {
            throw EdgeRefusal.malformedField("gap")
        }
        let page = try await service.gaps(
            gap,
            under: try request.query("under", as: DivisionID.self),
            since: try since(request),
            after: try request.query("after", as: GapKey.self) ?? .start,
            limit: try request.query("limit", as: Int.self) ?? 50,
            for: actor
        )
        return try .json(
            GapListAnswer(
                places: page.places.map(GapListAnswer.Place.init),
                total: page.total,
                next: page.next?.addressText
            )
        )
    }

    @Sendable func report(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let body = try await request.decodeStrict(CoverageReportBody.self, context: visit)
        guard (body.heard ?? []).count <= 2000 else { throw EdgeRefusal.malformedField("heard") }
        let draft = CoverageReportDraft(
            id: body.id,
            piece: body.piece,
            heard: body.heard ?? [],
            problem: body.problem
        )
        return try .json(CoverageReportAnswer(try await service.report(draft, by: actor)), status: .created)
    }

    @Sendable func handOver(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let body = try await request.decodeStrict(HandOverBody.self, context: visit)
        let done = try await service.handOver(body.subject, to: body.to, note: body.note ?? "", by: actor)
        return try .json(HandOverAnswer(done))
    }

    private func since(_ request: Request) throws -> Instant {
        (try request.query("since", as: CivilDate.self) ?? context.now.day).instant()
    }
}
