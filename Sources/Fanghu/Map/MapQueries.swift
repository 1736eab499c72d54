package import Store

/// The statements of the map; a township has a few dozen areas and a few hundred compounds.
enum MapQueries {
    /// Nothing returned means that the place has an area of that name.
    static func insert(_ area: MapArea, at instant: Instant) -> SQL {
        """
        INSERT INTO map_area (\(MapArea.columns), created_at) VALUES (\(area.committee), \(area.id), \(area.name),
            \(area.shape.kind), \(area.shape.text), \(area.from), \(area.to), \(area.isFlagged), \(instant))
        ON CONFLICT (committee, name) DO NOTHING RETURNING id
        """
    }

    static func area(_ id: MapAreaID, in scope: Scope) -> SQL {
        "SELECT \(MapArea.columns) FROM map_area WHERE \(scope) AND id = \(id)"
    }

    /// Areas of a territory that are not over, by place and name; the primary key serves it.
    static func areas(in scope: Scope, at instant: Instant) -> SQL {
        """
        SELECT \(MapArea.columns) FROM map_area
        WHERE \(scope) AND (to_at IS NULL OR to_at > \(instant)) ORDER BY committee, name LIMIT 500
        """
    }

    /// Ends an area that is not over; a row if it did.
    static func end(_ area: MapArea, at instant: Instant) -> SQL {
        """
        UPDATE map_area SET to_at = \(instant)
        WHERE committee = \(area.committee) AND id = \(area.id) AND (to_at IS NULL OR to_at > \(instant))
        """
    }

    /// Where the gates of a territory lie; the primary key serves it.
    static func gatePoints(in scope: Scope) -> SQL {
        """
        SELECT id, longitude, latitude FROM gate
        WHERE \(scope) AND longitude IS NOT NULL AND latitude IS NOT NULL ORDER BY committee, id LIMIT 2000
        """
    }

    /// The compounds of a territory with their points, by place and name.
    static func compounds(in scope: Scope) -> SQL {
        """
        SELECT committee, id, name, longitude, latitude FROM compound
        WHERE \(scope) AND closed_at IS NULL ORDER BY committee, name LIMIT 2000
        """
    }
}

extension MapArea: RowDecodable {
    static let columns: SQL = "committee, id, name, kind, shape, from_at, to_at, is_flagged"

    package init(row: Row) throws {
        let shape = AreaShape(kind: try row.column(3), text: try row.column(4))
        guard let shape else { throw RowFault.wrongType(4, expected: "AreaShape") }
        self.init(
            committee: try row.column(0),
            id: try row.column(1),
            name: try row.column(2),
            shape: shape,
            from: try row.column(5),
            to: try row.column(6),
            isFlagged: try row.column(7)
        )
    }
}

extension AreaShape {
    var kind: String {
        switch self {
        case .outline: "outline"
        case .streets: "streets"
        }
    }

    /// A line for each corner or street, as it is stored and as a form shows it.
    package var text: String {
        switch self {
        case .outline(let corners):
            corners.map { "\($0.longitude), \($0.latitude)" }.joined(separator: "\n")
        case .streets(let ranges):
            ranges.map { "\($0.road) \($0.numbers.lowerBound)-\($0.numbers.upperBound) \($0.side.rawValue)" }
                .joined(separator: "\n")
        }
    }

    /// Nil for what was never stored.
    init?(kind: String, text: String) {
        let shape =
            switch kind {
            case "outline": try? AreaShape(outline: text, in: .wgs84)
            case "streets": try? AreaShape(streets: text)
            default: AreaShape?.none
            }
        guard let shape else { return nil }
        self = shape
    }
}
