package import Store

extension PlacesQueries {
    /// Address keys that a committee has already, with their buildings: about 1,400 rows.
    static func dwellingKeys(of committee: DivisionID) -> SQL {
        "SELECT address_key FROM dwelling WHERE committee = \(committee)"
    }

    static func dwellingIDs(of committee: DivisionID) -> SQL {
        "SELECT address_key, id FROM dwelling WHERE committee = \(committee)"
    }

    static func buildingKeys(of committee: DivisionID) -> SQL {
        "SELECT address_key, id FROM building WHERE committee = \(committee)"
    }

    static func entranceKeys(of committee: DivisionID) -> SQL {
        "SELECT building, name FROM entrance WHERE committee = \(committee)"
    }

    /// New buildings, entrances and dwellings step aside for one of the same address.
    ///
    /// `DwellingBook` has read what is there, so that only another transaction can have written it since. PostgreSQL's
    /// repeatable read then calls it a conflict, and the act runs again and finds it; without `ON CONFLICT` the unique
    /// key would stop the act with a fault.
    static func insert(_ buildings: [NewBuilding]) -> SQL {
        """
        INSERT INTO building (committee, id, compound, address_key, address, sort_key)
        VALUES \(rows: buildings.map(\.values)) ON CONFLICT (committee, address_key) DO NOTHING
        """
    }

    static func insert(_ entrances: [Entrance]) -> SQL {
        """
        INSERT INTO entrance (committee, id, building, name) VALUES
            \(rows: entrances.map { [$0.committee.sqlValue, $0.id.sqlValue, $0.building.sqlValue, $0.name.sqlValue] })
        ON CONFLICT (committee, building, name) DO NOTHING
        """
    }

    static func insert(_ dwellings: [NewDwelling]) -> SQL {
        """
        INSERT INTO dwelling (committee, id, building, compound, address_key, address, room, sort_key, created_at)
        VALUES \(rows: dwellings.map(\.values)) ON CONFLICT (committee, address_key) DO NOTHING
        """
    }

    /// The dwellings of a territory in the order of a walk after a key; `dwelling_in_order` serves it.
    package static func dwellings(in scope: Scope, after key: DwellingKey, limit: Int) -> SQL {
        """
        SELECT committee, id, building, compound, address, room, sort_key FROM dwelling
        WHERE \(scope, after: key.committee.rawValue, key.order, key.id, along: "sort_key")
        ORDER BY committee, sort_key, id LIMIT \(limit)
        """
    }

    static func dwellingCount(in scope: Scope) -> SQL {
        "SELECT COUNT(*) FROM dwelling WHERE \(scope)"
    }

    /// The dwellings of one building, for a picker; `dwelling_by_building` serves it.
    static func dwellings(of building: PlaceID, in committee: DivisionID) -> SQL {
        """
        SELECT committee, id, building, compound, address, room, sort_key FROM dwelling
        WHERE committee = \(committee) AND building = \(building) ORDER BY sort_key, id
        """
    }

    /// The buildings of a committee in the order of a walk: about a hundred.
    static func buildings(of committee: DivisionID) -> SQL {
        """
        SELECT committee, id, compound, address FROM building WHERE committee = \(committee) ORDER BY sort_key, id
        """
    }

    static func dwelling(_ id: PlaceID, in committee: DivisionID) -> SQL {
        """
        SELECT committee, id, building, compound, address, room, sort_key FROM dwelling
        WHERE committee = \(committee) AND id = \(id)
        """
    }

    /// One dwelling by its id alone, within a scope; `dwelling_by_id` serves it.
    static func dwelling(_ id: PlaceID, in scope: Scope) -> SQL {
        """
        SELECT committee, id, building, compound, address, room, sort_key FROM dwelling WHERE id = \(id) AND \(scope)
        """
    }

    /// Dwellings of exactly this address in some committees, at most 100; the unique key serves it.
    static func dwellings(at keys: [String], in committees: [DivisionID]) -> SQL {
        """
        SELECT committee, id, building, compound, address, room, sort_key FROM dwelling
        WHERE committee IN \(list: committees) AND address_key IN \(list: keys) ORDER BY committee, id LIMIT 100
        """
    }

    /// Buildings of exactly this address in some committees, at most 100; the unique key serves it.
    static func buildings(at keys: [String], in committees: [DivisionID]) -> SQL {
        """
        SELECT committee, id, compound, address FROM building
        WHERE committee IN \(list: committees) AND address_key IN \(list: keys) ORDER BY committee, id LIMIT 100
        """
    }

    /// The dwellings of a committee with their compound's point, in the order of a walk; `dwelling_in_order` serves it.
    static func dwellingInventory(of committee: DivisionID) -> SQL {
        """
        SELECT dwelling.id, dwelling.building, dwelling.address, compound.longitude, compound.latitude
        FROM dwelling LEFT JOIN compound ON compound.committee = dwelling.committee AND compound.id = dwelling.compound
        WHERE dwelling.committee = \(committee) ORDER BY dwelling.sort_key, dwelling.id
        """
    }

    /// The premises of a committee, by address; the primary key serves it.
    static func premisesInventory(of committee: DivisionID) -> SQL {
        """
        SELECT id, NULL, address, longitude, latitude FROM premises
        WHERE committee = \(committee) ORDER BY address, id
        """
    }

    /// Premises by committee, for the recount.
    static let premisesCounts: SQL = """
        SELECT committee, COUNT(*) FROM premises GROUP BY committee ORDER BY committee
        """

    /// Dwellings by committee, for the recount.
    static let dwellingCounts: SQL = """
        SELECT committee, COUNT(*) FROM dwelling GROUP BY committee ORDER BY committee
        """
}

/// Where a page of the list of dwellings begins.
package struct DwellingKey: Hashable, Sendable {
    package let committee: DivisionID
    /// The place in the order of a walk: road, lane, number, room, figures by their size.
    package let order: String
    package let id: String

    package init(committee: DivisionID, order: String, id: String) {
        self.committee = committee
        self.order = order
        self.id = id
    }

    package static let start = DwellingKey(committee: DivisionID(rawValue: 0), order: "", id: "")
}

/// A building to be written.
struct NewBuilding {
    let building: Building
    let key: AddressKey

    var values: [SQLValue] {
        [
            building.committee.sqlValue, building.id.sqlValue, building.compound.sqlValue, key.local.sqlValue,
            building.address.sqlValue, key.order.sqlValue,
        ]
    }
}

/// A dwelling to be written.
struct NewDwelling {
    let dwelling: Dwelling
    let key: AddressKey
    let createdAt: Instant

    var values: [SQLValue] {
        [
            dwelling.committee.sqlValue, dwelling.id.sqlValue, dwelling.building.sqlValue, dwelling.compound.sqlValue,
            key.local.sqlValue, dwelling.address.sqlValue, dwelling.room.sqlValue, key.order.sqlValue,
            createdAt.sqlValue,
        ]
    }
}

/// A dwelling with its place in the list.
struct ListedDwelling: RowDecodable {
    let dwelling: Dwelling
    let key: DwellingKey

    init(row: Row) throws {
        dwelling = try Dwelling(row: row)
        key = try DwellingKey(committee: dwelling.committee, order: row.column(6), id: dwelling.id.text)
    }
}

extension Dwelling: RowDecodable {
    package init(row: Row) throws {
        committee = try row.column(0)
        id = try row.column(1)
        building = try row.column(2)
        compound = try row.column(3)
        address = try row.column(4)
        room = try row.column(5)
    }
}

extension Building: RowDecodable {
    package init(row: Row) throws {
        committee = try row.column(0)
        id = try row.column(1)
        compound = try row.column(2)
        address = try row.column(3)
    }
}
