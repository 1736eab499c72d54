import Store

extension CoverageQueries {
    /// Every place of a territory with its piece, owner and when it was last heard from.
    ///
    /// The parts are read by primary keys; a township has about 42,000 dwellings and 2,000 premises.
    private static func register(in scope: Scope, after key: GapKey) -> SQL {
        """
        WITH place AS (
            SELECT committee, id, 1 AS is_dwelling, address, address_key FROM dwelling
            WHERE \(scope, after: key.committee.rawValue, key.place)
            UNION ALL
            SELECT committee, id, 0 AS is_dwelling, name || ' ' || address, NULL FROM premises
            WHERE \(scope, after: key.committee.rawValue, key.place)
        )
        """
    }

    private static let standing: SQL = """
        FROM place
        LEFT JOIN coverage_place ON coverage_place.committee = place.committee AND coverage_place.place = place.id
        LEFT JOIN coverage_piece ON coverage_piece.committee = coverage_place.committee
            AND coverage_piece.id = coverage_place.piece
        LEFT JOIN coverage_charge ON coverage_charge.committee = coverage_place.committee
            AND coverage_charge.subject = 'piece:' || coverage_place.piece AND coverage_charge.part = 'owner'
            AND coverage_charge.to_at IS NULL
        LEFT JOIN place_heard ON place_heard.committee = place.committee AND place_heard.place = place.id
        """

    private static let columns: SQL = """
        SELECT place.committee, place.id, place.is_dwelling, place.address, coverage_place.piece, coverage_piece.name,
            coverage_charge.account, place_heard.heard_at
        """

    /// Places in no piece, in order of their keys.
    static func uncovered(in scope: Scope, after key: GapKey, limit: Int) -> SQL {
        """
        \(register(in: scope, after: key)) \(columns) \(standing)
        WHERE coverage_place.place IS NULL ORDER BY place.committee, place.id LIMIT \(limit)
        """
    }

    /// Places that nobody has heard from since a moment, or never.
    static func unheard(since instant: Instant, in scope: Scope, after key: GapKey, limit: Int) -> SQL {
        """
        \(register(in: scope, after: key)) \(columns) \(standing)
        WHERE place_heard.heard_at IS NULL OR place_heard.heard_at < \(instant)
        ORDER BY place.committee, place.id LIMIT \(limit)
        """
    }

    static func unheardCount(since instant: Instant, in scope: Scope) -> SQL {
        """
        \(register(in: scope, after: .start))
        SELECT COUNT(*) FROM place
        LEFT JOIN place_heard ON place_heard.committee = place.committee AND place_heard.place = place.id
        WHERE place_heard.heard_at IS NULL OR place_heard.heard_at < \(instant)
        """
    }

    /// Dwellings whose address another committee of the territory has too.
    static func overlapping(in scope: Scope, after key: GapKey, limit: Int) -> SQL {
        """
        \(register(in: scope, after: key)),
        twice AS (
            SELECT address_key FROM dwelling WHERE \(scope)
            GROUP BY address_key HAVING COUNT(DISTINCT committee) > 1
        )
        \(columns) \(standing)
        WHERE place.address_key IN (SELECT address_key FROM twice)
        ORDER BY place.committee, place.id LIMIT \(limit)
        """
    }

    static func overlappingCount(in scope: Scope) -> SQL {
        """
        SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM (
            SELECT COUNT(*) AS n FROM dwelling WHERE \(scope)
            GROUP BY address_key HAVING COUNT(DISTINCT committee) > 1
        ) AS twice
        """
    }

    /// The pieces of a territory, with what lies in each; `unowned` alone, or all.
    static func pieces(
        in scope: Scope,
        onlyUnowned: Bool,
        heardSince instant: Instant,
        after committee: DivisionID,
        _ id: String,
        limit: Int
    ) -> SQL {
        """
        WITH piece AS (
            SELECT \(CoveragePiece.columns) FROM coverage_piece
            WHERE \(scope, after: committee.rawValue, id) AND ended_at IS NULL
        )
        SELECT piece.committee, piece.id, piece.scheme, piece.name, piece.area, piece.created_at, piece.ended_at,
            coverage_area.name, coverage_charge.account,
            (SELECT COUNT(*) FROM coverage_place
                WHERE coverage_place.committee = piece.committee AND coverage_place.piece = piece.id),
            (SELECT COUNT(*) FROM coverage_place
                LEFT JOIN place_heard ON place_heard.committee = coverage_place.committee
                    AND place_heard.place = coverage_place.place
                WHERE coverage_place.committee = piece.committee AND coverage_place.piece = piece.id
                    AND (place_heard.heard_at IS NULL OR place_heard.heard_at < \(instant)))
        FROM piece
        LEFT JOIN coverage_area ON coverage_area.committee = piece.committee AND coverage_area.id = piece.area
        LEFT JOIN coverage_charge ON coverage_charge.committee = piece.committee
            AND coverage_charge.subject = 'piece:' || piece.id AND coverage_charge.part = 'owner'
            AND coverage_charge.to_at IS NULL
        WHERE \(onlyUnowned) = 0 OR coverage_charge.account IS NULL
        ORDER BY piece.committee, piece.id LIMIT \(limit)
        """
    }
}
