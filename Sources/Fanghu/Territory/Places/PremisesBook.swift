import Store

/// The premises of one committee inside a transaction: what a ledger adds, and what taking it back removes.
struct PremisesBook {
    let committee: DivisionID

    /// Adds premises; nil when the committee has one of this name and address already.
    func add(
        _ draft: Premises.Draft,
        id: PlaceID,
        at instant: Instant,
        on connection: any Connection
    ) throws -> PlaceID? {
        let premises = Premises(
            committee: committee,
            id: id,
            kind: draft.kind,
            name: DivisionName.normalise(draft.name),
            address: DivisionName.normalise(draft.address),
            location: nil
        )
        return try connection.rows(PlacesQueries.insert(premises, at: instant)).isEmpty ? nil : id
    }

    /// Removes places that an import made and that lie in no piece and hold no household; answers how many.
    func remove(_ places: [PlaceID], from table: Kind, on connection: any Connection) throws -> Int {
        var count = 0
        for part in places.parts(of: 200) {
            count += try connection.execute(PlacesQueries.removeUntouched(Array(part), from: table, in: committee))
        }
        return count
    }

    /// Which register a place stands in.
    enum Kind {
        case dwelling
        case premises
    }
}

extension PlacesQueries {
    /// Removes places that nothing hangs on.
    static func removeUntouched(_ places: [PlaceID], from kind: PremisesBook.Kind, in committee: DivisionID) -> SQL {
        switch kind {
        case .premises:
            """
            DELETE FROM premises WHERE committee = \(committee) AND id IN \(list: places) AND NOT EXISTS (
                SELECT 1 FROM coverage_place
                WHERE coverage_place.committee = premises.committee AND coverage_place.place = premises.id)
            """
        case .dwelling:
            """
            DELETE FROM dwelling WHERE committee = \(committee) AND id IN \(list: places)
                AND NOT EXISTS (SELECT 1 FROM coverage_place
                    WHERE coverage_place.committee = dwelling.committee AND coverage_place.place = dwelling.id)
                AND NOT EXISTS (SELECT 1 FROM household
                    WHERE household.committee = dwelling.committee AND household.dwelling = dwelling.id)
                AND NOT EXISTS (SELECT 1 FROM household_notice
                    WHERE household_notice.committee = dwelling.committee
                        AND household_notice.dwelling = dwelling.id)
            """
        }
    }
}
