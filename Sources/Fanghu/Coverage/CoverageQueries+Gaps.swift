import Store

extension CoverageQueries {
    /// A page of the places that have a gap, with piece, owner and when each was last heard from.
    ///
    /// The page is cut out of each register along its primary key before anything is joined to it: a page costs what a page
    /// holds, not what the township does. `gap` is a condition on `place`.
    private static func page(in scope: Scope, after key: GapKey, limit: Int, having gap: SQL) -> SQL {
        """
        WITH place AS (
            SELECT committee, id, is_dwelling, address FROM (
                SELECT committee, id, 1 AS is_dwelling, address FROM dwelling AS place
                WHERE \(scope, after: key.committee.rawValue, key.place) AND \(gap)
                ORDER BY committee, id LIMIT \(limit)
            ) AS homes
            UNION ALL
            SELECT committee, id, is_dwelling, address FROM (
                SELECT committee, id, 0 AS is_dwelling, name || ' ' || address AS address FROM premises AS place
                WHERE \(scope, after: key.committee.rawValue, key.place) AND \(gap)
                ORDER BY committee, id LIMIT \(limit)
            ) AS shops
        )
        SELECT place.committee, place.id, place.is_dwelling, place.address, coverage_place.piece, coverage_piece.name,
            coverage_charge.account, place_heard.heard_at
        FROM place
        LEFT JOIN coverage_place ON coverage_place.committee = place.committee AND coverage_place.place = place.id
        LEFT JOIN coverage_piece ON coverage_piece.committee = coverage_place.committee
            AND coverage_piece.id = coverage_place.piece
        LEFT JOIN coverage_charge ON coverage_charge.committee = coverage_place.committee
            AND coverage_charge.subject = 'piece:' || coverage_place.piece AND coverage_charge.part = 'owner'
            AND coverage_charge.to_at IS NULL
        LEFT JOIN place_heard ON place_heard.committee = place.committee AND place_heard.place = place.id
        ORDER BY place.committee, place.id LIMIT \(limit)
        """
    }

    private static let isUncovered: SQL = """
        NOT EXISTS (
            SELECT 1 FROM coverage_place
            WHERE coverage_place.committee = place.committee AND coverage_place.place = place.id
        )
        """

    private static func isUnheard(since instant: Instant) -> SQL {
        """
        NOT EXISTS (
            SELECT 1 FROM place_heard
            WHERE place_heard.committee = place.committee AND place_heard.place = place.id
                AND place_heard.heard_at >= \(instant)
        )
        """
    }

    /// Places in no piece, in order of their keys.
    static func uncovered(in scope: Scope, after key: GapKey, limit: Int) -> SQL {
        page(in: scope, after: key, limit: limit, having: isUncovered)
    }

    /// Places that nobody has heard from since a moment, or never.
    static func unheard(since instant: Instant, in scope: Scope, after key: GapKey, limit: Int) -> SQL {
        page(in: scope, after: key, limit: limit, having: isUnheard(since: instant))
    }

    /// How many those are; each is looked up by its key, about 44,000 in a township.
    static func unheardCount(since instant: Instant, in scope: Scope) -> SQL {
        """
        SELECT (SELECT COUNT(*) FROM dwelling AS place WHERE \(scope) AND \(isUnheard(since: instant)))
            + (SELECT COUNT(*) FROM premises AS place WHERE \(scope) AND \(isUnheard(since: instant)))
        """
    }

    /// Dwellings whose address another committee of the territory has too.
    static func overlapping(in scope: Scope, after key: GapKey, limit: Int) -> SQL {
        page(
            in: scope,
            after: key,
            limit: limit,
            having: """
                EXISTS (
                    SELECT 1 FROM dwelling AS here
                    WHERE here.committee = place.committee AND here.id = place.id AND here.address_key IN (
                        SELECT address_key FROM dwelling WHERE \(scope)
                        GROUP BY address_key HAVING COUNT(DISTINCT committee) > 1
                    )
                )
                """
        )
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
