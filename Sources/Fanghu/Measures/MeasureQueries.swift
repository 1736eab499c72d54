package import Store

/// The statements of measures; a committee has a few dozen in a year.
enum MeasureQueries {
    static func insert(_ measure: Measure, at instant: Instant) -> SQL {
        """
        INSERT INTO measure (\(Measure.columns), created_at) VALUES (\(measure.committee), \(measure.id),
            \(measure.compound), \(measure.kind.rawValue), \(measure.text.chinese), \(measure.text.english),
            \(measure.from), \(measure.to), \(measure.decision), \(instant))
        """
    }

    static func measure(_ id: MeasureID, in scope: Scope) -> SQL {
        "SELECT \(Measure.columns) FROM measure WHERE \(scope) AND id = \(id)"
    }

    /// Ends a measure that is not over; a row if it did.
    static func end(_ measure: Measure, at instant: Instant) -> SQL {
        """
        UPDATE measure SET to_at = \(instant)
        WHERE committee = \(measure.committee) AND id = \(measure.id) AND (to_at IS NULL OR to_at > \(instant))
        """
    }

    /// A page of a territory's measures that are not over, by place; the primary key serves it.
    static func present(in scope: Scope, at instant: Instant, after key: MeasureKey, limit: Int) -> SQL {
        """
        SELECT \(Measure.columns) FROM measure
        WHERE \(scope, after: key.committee, key.id) AND (to_at IS NULL OR to_at > \(instant))
        ORDER BY committee, id LIMIT \(limit)
        """
    }

    static func presentCount(in scope: Scope, at instant: Instant) -> SQL {
        "SELECT COUNT(*) FROM measure WHERE \(scope) AND (to_at IS NULL OR to_at > \(instant))"
    }

    /// Everything ordered for one compound or for all compounds of a division above it; the primary key serves it.
    static func measures(of compound: PlaceID, at path: [DivisionID]) -> SQL {
        """
        SELECT \(Measure.columns) FROM measure
        WHERE committee IN \(list: path) AND (compound IS NULL OR compound = \(compound))
        ORDER BY committee, from_at, id LIMIT 1000
        """
    }

    /// How many of a kind are in force for a compound, or for all of the divisions above it.
    static func inForce(
        _ kind: Measure.Kind,
        of compound: PlaceID?,
        at path: [DivisionID],
        on instant: Instant
    ) -> SQL {
        """
        SELECT COUNT(*) FROM measure
        WHERE committee IN \(list: path) AND kind = \(kind.rawValue)
            AND (compound IS NULL OR compound = \(compound?.text ?? ""))
            AND from_at <= \(instant) AND (to_at IS NULL OR to_at > \(instant))
        """
    }
}

/// Where a page of measures begins.
package struct MeasureKey: Hashable, Sendable {
    package let committee: Int64
    package let id: String

    package static let start = MeasureKey(committee: 0, id: "")

    package init(committee: Int64, id: String) {
        self.committee = committee
        self.id = id
    }
}

extension Measure: RowDecodable {
    static let columns: SQL = "committee, id, compound, kind, text_zh, text_en, from_at, to_at, decision"

    package init(row: Row) throws {
        guard let kind = Kind(rawValue: try row.column(3)) else {
            throw RowFault.wrongType(3, expected: "Measure.Kind")
        }
        self.init(
            committee: try row.column(0),
            id: try row.column(1),
            compound: try row.column(2),
            kind: kind,
            text: Words(try row.column(4), try row.column(5)),
            from: try row.column(6),
            to: try row.column(7),
            decision: try row.column(8)
        )
    }
}
