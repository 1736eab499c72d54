import Store

extension PlacesService {
    /// A page of the dwellings in the actor's territory, in the order of a walk.
    package func dwellings(
        under place: DivisionID? = nil,
        after key: DwellingKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> PlacePage<Dwelling, DwellingKey> {
        let scope = try policy.scope(for: actor, .managePlaces, under: place, at: context.now)
        let (found, total) = try await database.read { connection in
            (
                try connection.all(
                    PlacesQueries.dwellings(in: scope, after: key, limit: limit + 1),
                    as: ListedDwelling.self
                ),
                try connection.value(PlacesQueries.dwellingCount(in: scope), as: Int.self) ?? 0
            )
        }
        let page = PlacePage(found, limit: limit, total: total) { $0.key }
        return PlacePage(places: page.places.map(\.dwelling), total: total, next: page.next)
    }

    /// The buildings of a committee, for pickers; anybody may ask, for it says nothing about a person.
    package func buildings(of committee: DivisionID) async throws -> [Building] {
        try await database.read { try $0.all(PlacesQueries.buildings(of: committee)) }
    }

    /// The dwellings of a building, for pickers; anybody may ask.
    package func dwellings(of building: PlaceID, in committee: DivisionID) async throws -> [Dwelling] {
        try await database.read { try $0.all(PlacesQueries.dwellings(of: building, in: committee)) }
    }

    /// One dwelling.
    package func dwelling(_ id: PlaceID, in committee: DivisionID) async throws -> Dwelling {
        let found: Dwelling? = try await database.read { try $0.first(PlacesQueries.dwelling(id, in: committee)) }
        guard let found else { throw PlacesRefusal.dwellingUnknown }
        return found
    }

    /// Adds one dwelling, with its building where that is new; refuses an address that the committee has.
    ///
    /// Within a compound, road and lane may be left out: they are its own.
    package func addDwelling(
        _ address: String,
        compound: PlaceID? = nil,
        in committee: DivisionID,
        by actor: Actor
    ) async throws -> Dwelling {
        let authority = try authority(for: actor, at: committee)
        let context = context
        return try await database.write { connection in
            let parsed = try parsed(address, compound, committee, connection)
            var book = try DwellingBook(of: committee, authority.instant, connection)
            guard let dwelling = book.add(parsed, compound: compound, ids: context) else {
                throw PlacesRefusal.addressTaken
            }
            try book.write(under: authority, on: connection)
            return dwelling
        }
    }

    /// Adds a building that has no dwelling yet; refuses an address that the committee has.
    package func addBuilding(
        _ address: String,
        compound: PlaceID? = nil,
        in committee: DivisionID,
        by actor: Actor
    ) async throws -> Building {
        let authority = try authority(for: actor, at: committee)
        let context = context
        return try await database.write { connection in
            let parsed = try parsed(address, compound, committee, connection)
            var book = try DwellingBook(of: committee, authority.instant, connection)
            guard let building = book.addBuilding(parsed, compound: compound, ids: context) else {
                throw PlacesRefusal.addressTaken
            }
            try book.write(under: authority, on: connection)
            return building
        }
    }

    /// The address as it is understood: down to a building at least, and in an open compound of the committee.
    private func parsed(
        _ text: String,
        _ id: PlaceID?,
        _ committee: DivisionID,
        _ connection: any Connection
    ) throws -> PostalAddress {
        let parser = AddressParser(territory: territory.current)
        let compound = try id.map { id in
            let found = try connection.first(PlacesQueries.compound(id), as: Compound.self)
            guard let found, found.committee == committee else { throw PlacesRefusal.compoundUnknown }
            guard !found.isClosed else { throw PlacesRefusal.compoundClosed }
            return found
        }
        let address = try parser.parse(text, within: compound)
        guard address.isPrecise else { throw PlacesRefusal.addressVague }
        return address
    }
}

extension AddressParser {
    /// An address that may lack the road and lane of its compound.
    fileprivate func parse(_ text: String, within compound: Compound?) throws -> PostalAddress {
        guard let compound, !text.isEmpty else { return try parse(text) }
        if let whole = try? parse(text) { return whole }
        return try parse((compound.address ?? compound.name) + text)
    }
}
