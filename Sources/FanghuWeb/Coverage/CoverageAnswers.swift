import Fanghu

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

/// A hand-over of a piece or of an area; exactly one of the two.
struct HandOverBody: StrictDraft {
    let piece: CoveragePieceID?
    let area: CoverageAreaID?
    let to: AccountID
    let note: String?

    enum CodingKeys: String, CodingKey {
        case piece
        case area
        case to
        case note
    }

    var subject: CoverageSubject {
        get throws(EdgeRefusal) {
            switch (piece, area) {
            case (let piece?, nil): return .piece(piece)
            case (nil, let area?): return .area(area)
            case (nil, nil): throw .missingField("piece")
            case (_?, _?): throw .malformedField("area")
            }
        }
    }
}

/// What a hand-over did.
struct HandOverAnswer: Encodable {
    let committee: DivisionID
    /// Absent where nobody answered for it before.
    let from: AccountID?
    let to: AccountID
    /// How many open tasks went along.
    let tasks: Int

    init(_ done: CoverageService.HandOver) {
        committee = done.committee
        from = done.from
        to = done.to
        tasks = done.tasks
    }
}
