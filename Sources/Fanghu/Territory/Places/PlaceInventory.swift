package import Store

/// A dwelling or premises as far as its place in the territory goes: what cuts and walks are made of.
package struct InventoriedPlace: Hashable, Sendable {
    package let id: PlaceID
    package let isDwelling: Bool
    package let building: PlaceID?
    package let address: PostalAddress
    /// Its own, or its compound's; in WGS-84.
    package let point: GeoPoint?

    package init(id: PlaceID, isDwelling: Bool, building: PlaceID?, address: PostalAddress, point: GeoPoint?) {
        self.id = id
        self.isDwelling = isDwelling
        self.building = building
        self.address = address
        self.point = point
    }
}

/// Everything that stands in the register of one committee.
package enum PlaceInventory {
    /// The compounds of a committee by their names: about ten.
    static func compounds(of committee: DivisionID, on connection: any Connection) throws -> [String: PlaceID] {
        let compounds = try connection.all(PlacesQueries.compounds(of: [committee]), as: Compound.self)
        return Dictionary(
            compounds.map { (DivisionName.normalise($0.name), $0.id) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The dwellings of a committee by the keys of their addresses: about 1,400.
    static func dwellingIDs(of committee: DivisionID, on connection: any Connection) throws -> [String: PlaceID] {
        let rows = try connection.rows(PlacesQueries.dwellingIDs(of: committee))
        return try Dictionary(
            rows.map { (try $0.column(0, as: String.self), try $0.column(1, as: PlaceID.self)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The compounds in which some addresses of a committee stand, as far as the register knows them.
    package static func compounds(
        at addresses: [String],
        of committee: DivisionID,
        in territory: Territory,
        on connection: any Connection
    ) throws -> [String: PlaceID] {
        let parser = AddressParser(territory: territory)
        let key = { (text: String) in (try? parser.parse(text)).map { AddressKey($0, in: committee).local } }
        let keys = Dictionary(addresses.map { ($0, key($0)) }) { first, _ in first }.compactMapValues(\.self)
        var found: [String: PlaceID] = [:]
        let wanted = Set(keys.values).sorted()
        for start in stride(from: 0, to: wanted.count, by: 100) {
            let part = Array(wanted[start..<min(start + 100, wanted.count)])
            let dwellings: [Dwelling] = try connection.all(PlacesQueries.dwellings(at: part, in: [committee]))
            for dwelling in dwellings {
                if let local = key(dwelling.address), let compound = dwelling.compound { found[local] = compound }
            }
        }
        return keys.compactMapValues { found[$0] }
    }

    /// One dwelling within a scope, by its id alone.
    package static func dwelling(_ id: PlaceID, in scope: Scope, on connection: any Connection) throws -> Dwelling? {
        try connection.first(PlacesQueries.dwelling(id, in: scope), as: Dwelling.self)
    }

    /// Its dwellings in the order of a walk, then its premises: about 1,400 and a hundred.
    ///
    /// An address that the parser does not read stays in the list, as a road by its whole text.
    package static func places(
        of committee: DivisionID,
        in territory: Territory,
        on connection: any Connection
    ) throws -> [InventoriedPlace] {
        let parser = AddressParser(territory: territory)
        return try [
            (PlacesQueries.dwellingInventory(of: committee), true),
            (PlacesQueries.premisesInventory(of: committee), false),
        ]
        .flatMap { statement, isDwelling in
            try connection.rows(statement)
                .map { row in
                    let text: String = try row.column(2)
                    return InventoriedPlace(
                        id: try row.column(0),
                        isDwelling: isDwelling,
                        building: try row.column(1),
                        address: (try? parser.parse(text)) ?? unread(text),
                        point: try point(row)
                    )
                }
        }
    }

    private static func unread(_ text: String) -> PostalAddress {
        var address = PostalAddress(.road)
        address.road = text
        return address
    }

    private static func point(_ row: Row) throws -> GeoPoint? {
        guard let east: Double = try row.column(3, as: Double?.self),
            let north: Double = try row.column(4, as: Double?.self)
        else { return nil }
        return GeoPoint(longitude: east, latitude: north)
    }
}
