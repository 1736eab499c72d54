package import Store

/// Which gap a list shows; every one is also a figure or a count on the page above it.
package enum CoverageGap: String, CaseIterable, Sendable {
    /// In no piece: nobody answers for it.
    case uncovered
    /// Nobody has heard from it since a moment.
    case unheard
    /// The same address stands in the registers of two committees, so two people may answer for one door.
    case overlapping

    package var words: Words {
        switch self {
        case .uncovered: Words("未划入包干", "Covered by nobody")
        case .unheard: Words("无人报告", "Not heard from")
        case .overlapping: Words("两处重复登记", "Registered twice")
        }
    }
}

/// One place on a list of gaps.
package struct GapPlace: Hashable, Sendable {
    package let committee: DivisionID
    package let place: PlaceID
    package let isDwelling: Bool
    package let address: String
    package let piece: CoveragePieceID?
    package let pieceName: String?
    package let owner: AccountID?
    /// Nil where nobody ever heard from it.
    package let heardAt: Instant?
}

/// Where a page of a list of gaps begins.
package struct GapKey: Hashable, Sendable {
    package let committee: DivisionID
    package let place: String

    package init(committee: DivisionID, place: String) {
        self.committee = committee
        self.place = place
    }

    package static let start = GapKey(committee: DivisionID(rawValue: 0), place: "")
}

/// One page of a list of gaps.
package struct GapPage: Sendable {
    package let places: [GapPlace]
    /// How many there are on all pages.
    package let total: Int
    package let next: GapKey?
}

/// A piece as lists show it, with who answers for it and how much lies in it.
package struct PieceSummary: Sendable {
    package let piece: CoveragePiece
    package let areaName: String?
    package let owner: AccountID?
    package let places: Int
    /// Places that nobody has heard from since the list's moment.
    package let unheard: Int
}

extension GapPlace: RowDecodable {
    package init(row: Row) throws {
        committee = try row.column(0)
        place = try row.column(1)
        isDwelling = try row.column(2, as: Int.self) == 1
        address = try row.column(3)
        piece = try row.column(4)
        pieceName = try row.column(5)
        owner = try row.column(6)
        heardAt = try row.column(7)
    }
}

extension PieceSummary: RowDecodable {
    package init(row: Row) throws {
        piece = try CoveragePiece(row: row)
        areaName = try row.column(7)
        owner = try row.column(8)
        places = try row.column(9)
        unheard = try row.column(10)
    }
}
