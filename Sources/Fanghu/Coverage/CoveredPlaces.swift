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
}
