package import Store

/// The statements of compounds, gates, premises and checkpoints.
package enum PlacesQueries {
    /// Nothing returned means that the committee has one of that name.
    static func insert(_ compound: Compound, at instant: Instant) -> SQL {
        """
        INSERT INTO compound (committee, id, name, kind, management, address, longitude, latitude, point_flagged, created_at)
        VALUES (\(compound.committee), \(compound.id), \(compound.name), \(compound.kind.rawValue),
            \(compound.management.rawValue), \(compound.address), \(compound.location?.point.longitude),
            \(compound.location?.point.latitude), \(compound.location?.isFlagged), \(instant))
        ON CONFLICT (committee, name) DO NOTHING RETURNING id
        """
    }

    /// One compound by the id in its QR code; `compound_by_id` serves it.
    static func compound(_ id: PlaceID) -> SQL {
        """
        SELECT committee, id, name, kind, management, address, longitude, latitude, point_flagged, closed_at
        FROM compound WHERE id = \(id)
        """
    }

    /// The open compounds of some committees, for pickers and imports: a committee has about two.
    static func compounds(of committees: [DivisionID]) -> SQL {
        """
        SELECT committee, id, name, kind, management, address, longitude, latitude, point_flagged, closed_at
        FROM compound
        WHERE committee IN \(list: committees) AND closed_at IS NULL ORDER BY committee, name
        """
    }

    /// The compounds of a territory after a key; the primary key serves it.
    static func compounds(in scope: Scope, after key: PlaceKey, limit: Int) -> SQL {
        """
        SELECT committee, id, name, kind, management, address, longitude, latitude, point_flagged, closed_at
        FROM compound
        WHERE \(scope, after: key.committee.rawValue, key.id)
        ORDER BY committee, id LIMIT \(limit)
        """
    }

    static func compoundCount(in scope: Scope) -> SQL {
        "SELECT COUNT(*) FROM compound WHERE \(scope)"
    }

    static func insert(_ gate: Gate) -> SQL {
        """
        INSERT INTO gate (committee, id, compound, name, is_open, longitude, latitude, point_flagged)
        VALUES (\(gate.committee), \(gate.id), \(gate.compound), \(gate.name), \(gate.isOpen),
            \(gate.location?.point.longitude),
            \(gate.location?.point.latitude), \(gate.location?.isFlagged))
        ON CONFLICT (committee, compound, name) DO NOTHING RETURNING id
        """
    }

    static func gates(of compound: PlaceID, in committee: DivisionID) -> SQL {
        """
        SELECT committee, id, compound, name, is_open, longitude, latitude, point_flagged FROM gate
        WHERE committee = \(committee) AND compound = \(compound) ORDER BY name
        """
    }

    static func insert(_ premises: Premises, at instant: Instant) -> SQL {
        """
        INSERT INTO premises (committee, id, kind, name, address, longitude, latitude, point_flagged, created_at)
        VALUES (\(premises.committee), \(premises.id), \(premises.kind.rawValue), \(premises.name),
            \(premises.address), \(premises.location?.point.longitude),
            \(premises.location?.point.latitude), \(premises.location?.isFlagged), \(instant))
        ON CONFLICT (committee, name, address) DO NOTHING RETURNING id
        """
    }

    /// The premises of a territory after a key; the primary key serves it.
    static func premises(in scope: Scope, after key: PlaceKey, limit: Int) -> SQL {
        """
        SELECT committee, id, kind, name, address, longitude, latitude, point_flagged FROM premises
        WHERE \(scope, after: key.committee.rawValue, key.id)
        ORDER BY committee, id LIMIT \(limit)
        """
    }

    static func premisesCount(in scope: Scope) -> SQL {
        "SELECT COUNT(*) FROM premises WHERE \(scope)"
    }

    static func insert(_ checkpoint: Checkpoint) -> SQL {
        """
        INSERT INTO checkpoint (committee, id, name, road, longitude, latitude, point_flagged)
        VALUES (\(checkpoint.committee), \(checkpoint.id), \(checkpoint.name), \(checkpoint.road),
            \(checkpoint.location?.point.longitude),
            \(checkpoint.location?.point.latitude), \(checkpoint.location?.isFlagged))
        ON CONFLICT (committee, name) DO NOTHING RETURNING id
        """
    }

    /// The checkpoints of a territory: a district has a few dozen.
    static func checkpoints(in scope: Scope) -> SQL {
        """
        SELECT committee, id, name, road, longitude, latitude, point_flagged FROM checkpoint WHERE \(scope)
        ORDER BY committee, name
        """
    }
}

/// Where a page of a list of places begins.
package struct PlaceKey: Hashable, Sendable {
    package let committee: DivisionID
    package let id: String

    package init(committee: DivisionID, id: String) {
        self.committee = committee
        self.id = id
    }

    package static let start = PlaceKey(committee: DivisionID(rawValue: 0), id: "")
}

/// One page of a list.
package struct PlacePage<Place: Sendable, Key: Sendable>: Sendable {
    package let places: [Place]
    /// How many there are on all pages.
    package let total: Int
    /// Where the next page begins; nil on the last one.
    package let next: Key?
}

extension PlaceLocation {
    /// From three columns that are all there or all NULL.
    init?(row: Row, longitude: Int) throws {
        guard let east: Double = try row.column(longitude, as: Double?.self),
            let north: Double = try row.column(longitude + 1, as: Double?.self),
            let isFlagged: Bool = try row.column(longitude + 2, as: Bool?.self)
        else { return nil }
        self.init(point: GeoPoint(longitude: east, latitude: north), isFlagged: isFlagged)
    }
}

extension Compound: RowDecodable {
    package init(row: Row) throws {
        guard let kind = try Kind(rawValue: row.column(3)), let management = try Management(rawValue: row.column(4))
        else { throw RowFault.wrongType(3, expected: "Compound") }
        committee = try row.column(0)
        id = try row.column(1)
        name = try row.column(2)
        self.kind = kind
        self.management = management
        address = try row.column(5)
        location = try PlaceLocation(row: row, longitude: 6)
        closedAt = try row.column(9)
    }
}

extension Gate: RowDecodable {
    package init(row: Row) throws {
        committee = try row.column(0)
        id = try row.column(1)
        compound = try row.column(2)
        name = try row.column(3)
        isOpen = try row.column(4)
        location = try PlaceLocation(row: row, longitude: 5)
    }
}

extension Premises: RowDecodable {
    package init(row: Row) throws {
        guard let kind = try Kind(rawValue: row.column(2)) else { throw RowFault.wrongType(2, expected: "Premises") }
        committee = try row.column(0)
        id = try row.column(1)
        self.kind = kind
        name = try row.column(3)
        address = try row.column(4)
        location = try PlaceLocation(row: row, longitude: 5)
    }
}

extension Checkpoint: RowDecodable {
    package init(row: Row) throws {
        committee = try row.column(0)
        id = try row.column(1)
        name = try row.column(2)
        road = try row.column(3)
        location = try PlaceLocation(row: row, longitude: 4)
    }
}
