package import Store

/// The statements of drills; `committee` is the division for which a drill is held, of any level.
enum ProtocolQueries {
    /// Every drill there ever was: a handful.
    static let drills: SQL = "SELECT committee, protocol, from_day, to_day FROM drill ORDER BY from_day, committee"

    static func insert(_ drill: Drill) -> SQL {
        """
        INSERT INTO drill (committee, from_day, to_day, protocol)
        VALUES (\(drill.place), \(drill.from), \(drill.to), \(drill.version.text))
        """
    }

    /// The drill of a place that has not ended by a day, the latest first.
    static func running(at place: DivisionID, on day: CivilDate) -> SQL {
        """
        SELECT committee, protocol, from_day, to_day FROM drill
        WHERE committee = \(place) AND (to_day IS NULL OR to_day > \(day)) ORDER BY from_day DESC LIMIT 1
        """
    }

    static func end(_ drill: Drill, on day: CivilDate) -> SQL {
        "UPDATE drill SET to_day = \(day) WHERE committee = \(drill.place) AND from_day = \(drill.from)"
    }

    /// Drills of a place that hold on some day from the new one's first on.
    static func overlapping(_ drill: Drill) -> SQL {
        """
        SELECT COUNT(*) FROM drill
        WHERE committee = \(drill.place) AND (to_day IS NULL OR to_day > \(drill.from))
        """
    }
}

extension Drill: RowDecodable {
    package init(row: Row) throws {
        self.init(
            place: try row.column(0),
            version: ProtocolID(try row.column(1)),
            from: try row.column(2),
            to: try row.column(3)
        )
    }
}
