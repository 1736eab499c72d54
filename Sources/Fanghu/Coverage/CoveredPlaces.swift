package import Store

/// What other rooms tell and ask of coverage inside their own transactions.
package enum CoveredPlaces {
    /// Notes that something was heard from places of a committee.
    package static func hear(
        from places: [PlaceID],
        in committee: DivisionID,
        at instant: Instant,
        by account: AccountID?,
        on connection: any Connection
    ) throws {
        let rows = places.sorted()
            .map { [committee.sqlValue, $0.sqlValue, instant.sqlValue, account.sqlValue] }
        for part in StatementSizes.parts(of: rows) { try connection.execute(CoverageQueries.hear(part)) }
    }

    /// Whether a place lies in a piece or area of which the account has charge at an instant.
    package static func isCovered(
        _ place: PlaceID,
        in committee: DivisionID,
        by account: AccountID,
        at instant: Instant,
        on connection: any Connection
    ) throws -> Bool {
        let statement = CoverageQueries.chargesOver(place, in: committee, of: account, at: instant)
        return try connection.value(statement, as: Int.self) ?? 0 > 0
    }

    /// Whose a place is at an instant: the owner of its piece; nil where it lies in none or the piece has none.
    package static func owner(
        of place: PlaceID,
        in committee: DivisionID,
        at instant: Instant,
        on connection: any Connection
    ) throws -> AccountID? {
        try connection.value(CoverageQueries.owner(of: place, in: committee, at: instant))
    }

    /// Whether a place of the committee lies in a piece.
    package static func isKnown(
        _ place: PlaceID,
        in committee: DivisionID,
        on connection: any Connection
    ) throws -> Bool {
        try connection.value(CoverageQueries.piece(of: place, in: committee), as: String.self) != nil
    }
}
