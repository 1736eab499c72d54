/// A piece of the territory for which one named person answers: a building group, a block of shops (DOMAIN §8.1).
package struct CoveragePiece: Hashable, Sendable {
    package let committee: DivisionID
    package let id: CoveragePieceID
    package let scheme: CoverageScheme
    package let name: String
    /// The area (片) it belongs to; a piece without one reports to the committee at once.
    package let area: CoverageAreaID?
    package let createdAt: Instant
    /// Set when it was merged into another; its history stays.
    package let endedAt: Instant?

    package init(
        committee: DivisionID,
        id: CoveragePieceID,
        scheme: CoverageScheme,
        name: String,
        area: CoverageAreaID?,
        createdAt: Instant,
        endedAt: Instant? = nil
    ) {
        self.committee = committee
        self.id = id
        self.scheme = scheme
        self.name = name
        self.area = area
        self.createdAt = createdAt
        self.endedAt = endedAt
    }

    /// What it takes to make one.
    package struct Draft: Sendable {
        package var committee: DivisionID
        package var scheme: CoverageScheme
        package var name: String
        package var area: CoverageAreaID?
        package var owner: AccountID?
        package var cut: CoverageCut

        package init(
            committee: DivisionID,
            scheme: CoverageScheme,
            name: String,
            area: CoverageAreaID? = nil,
            owner: AccountID? = nil,
            cut: CoverageCut
        ) {
            self.committee = committee
            self.scheme = scheme
            self.name = name
            self.area = area
            self.owner = owner
            self.cut = cut
        }
    }
}

/// Several pieces with one head, 片 (DOMAIN §2.1).
package struct CoverageArea: Hashable, Sendable {
    package let committee: DivisionID
    package let id: CoverageAreaID
    package let name: String

    package init(committee: DivisionID, id: CoverageAreaID, name: String) {
        self.committee = committee
        self.id = id
        self.name = name
    }
}

/// Whose charge it is: a piece or an area; stored as `kind:id`.
package enum CoverageSubject: Hashable, Sendable {
    case piece(CoveragePieceID)
    case area(CoverageAreaID)

    package var text: String {
        switch self {
        case .piece(let id): "piece:\(id)"
        case .area(let id): "area:\(id)"
        }
    }
}
