package import Store

extension PlacesQueries {
    /// One compound of a territory by its id; `compound_by_id` serves it.
    static func compound(_ id: PlaceID, in scope: Scope) -> SQL {
        """
        SELECT committee, id, name, kind, management, address, longitude, latitude, point_flagged, closed_at
        FROM compound WHERE \(scope) AND id = \(id)
        """
    }

    /// Names a compound anew; nothing returned means that another of the committee has the name.
    static func rename(_ compound: Compound, to name: String) -> SQL {
        """
        UPDATE compound SET name = \(name)
        WHERE committee = \(compound.committee) AND id = \(compound.id) AND NOT EXISTS (
            SELECT 1 FROM compound AS other
            WHERE other.committee = \(compound.committee) AND other.name = \(name) AND other.id <> \(compound.id)
        ) RETURNING id
        """
    }

    static func close(_ compound: Compound, at instant: Instant) -> SQL {
        "UPDATE compound SET closed_at = \(instant) WHERE committee = \(compound.committee) AND id = \(compound.id)"
    }

    /// The buildings of a compound in the order of a walk, with how many dwellings each has: about a hundred;
    /// `building_in_order` and `dwelling_by_building` serve it.
    static func buildings(of compound: Compound) -> SQL {
        """
        SELECT committee, id, compound, address, (
            SELECT COUNT(*) FROM dwelling
            WHERE dwelling.committee = building.committee AND dwelling.building = building.id
        ) FROM building WHERE committee = \(compound.committee) AND compound = \(compound.id) ORDER BY sort_key, id
        """
    }

    /// The entrances of a compound's buildings, by name.
    static func entrances(of compound: Compound) -> SQL {
        """
        SELECT entrance.committee, entrance.id, entrance.building, entrance.name
        FROM entrance JOIN building ON building.committee = entrance.committee AND building.id = entrance.building
        WHERE building.committee = \(compound.committee) AND building.compound = \(compound.id)
        ORDER BY entrance.name, entrance.id
        """
    }

    static func building(_ id: PlaceID, of compound: Compound) -> SQL {
        """
        SELECT committee, id, compound, address FROM building
        WHERE committee = \(compound.committee) AND id = \(id) AND compound = \(compound.id)
        """
    }

    /// The dwellings of a compound after a key; `dwelling_in_order` serves it, within the committee's 1,400 rows.
    static func dwellings(of compound: Compound, after key: DwellingKey, limit: Int) -> SQL {
        """
        SELECT committee, id, building, compound, address, room, sort_key FROM dwelling
        WHERE committee = \(compound.committee) AND compound = \(compound.id)
            AND (sort_key, id) > (\(key.order), \(key.id))
        ORDER BY sort_key, id LIMIT \(limit)
        """
    }

    static func dwellingCount(of compound: Compound) -> SQL {
        "SELECT COUNT(*) FROM dwelling WHERE committee = \(compound.committee) AND compound = \(compound.id)"
    }
}

extension Entrance: RowDecodable {
    package init(row: Row) throws {
        committee = try row.column(0)
        id = try row.column(1)
        building = try row.column(2)
        name = try row.column(3)
    }
}
