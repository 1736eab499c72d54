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

    private func since(_ request: Request) throws -> Instant {
        (try request.query("since", as: CivilDate.self) ?? context.now.day).instant()
    }
}

/// A report on a piece; the sender makes the id.
struct CoverageReportBody: StrictDraft {
    let id: CoverageReportID
    let piece: CoveragePieceID
    let heard: [PlaceID]?
    let problem: String?

    enum CodingKeys: String, CodingKey {
        case id
        case piece
        case heard
        case problem
    }
}

/// What was taken.
struct CoverageReportAnswer: Encodable {
    let id: CoverageReportID
    let piece: CoveragePieceID
    let places: Int
    let heard: Int
    let level: String

    init(_ report: CoverageReport) {
        id = report.id
        piece = report.piece
        places = report.places
        heard = report.heard
        level = report.level.name
    }
}

/// A page of pieces.
struct PieceListAnswer: Encodable {
    struct Piece: Encodable {
        let id: CoveragePieceID
        let committee: DivisionID
        let scheme: CoverageScheme
        let name: String
        let area: String?
        /// Absent where nobody answers for it.
        let owner: AccountID?
        let ownerName: String?
        let places: Int
        let unheard: Int

        init(_ summary: PieceSummary, _ names: [AccountID: String]) {
            id = summary.piece.id
            committee = summary.piece.committee
            scheme = summary.piece.scheme
            name = summary.piece.name
            area = summary.areaName
            owner = summary.owner
            ownerName = summary.owner.flatMap { names[$0] }
            places = summary.places
            unheard = summary.unheard
        }
    }

    let pieces: [Piece]
    /// For `after`; absent on the last page.
    let next: String?
}

/// A page of gaps.
struct GapListAnswer: Encodable {
    struct Place: Encodable {
        let id: PlaceID
        let committee: DivisionID
        let kind: CoveredKind
        let address: String
        let piece: CoveragePieceID?
        let owner: AccountID?
        let heardAt: Instant?

        init(_ gap: GapPlace) {
            id = gap.place
            committee = gap.committee
            kind = gap.isDwelling ? .dwelling : .premises
            address = gap.address
            piece = gap.piece
            owner = gap.owner
            heardAt = gap.heardAt
        }
    }

    let places: [Place]
    let total: Int
    /// For `after`; absent on the last page.
    let next: String?
}
