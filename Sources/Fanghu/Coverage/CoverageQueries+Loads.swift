import Store

extension CoverageQueries {
    /// What each owner answers for, with the sums over all of them; the most loaded first.
    ///
    /// Called for the view of loads. The places of a charge come through `coverage_place_by_piece`: the id is cut out of the
    /// charge's subject, because a comparison with a text put together from each place would read the committee once a charge.
    static func loads(in scope: Scope, limit: Int) -> SQL {
        """
        WITH charge AS (
            SELECT committee, account, subject, SUBSTR(subject, 7) AS piece FROM coverage_charge
            WHERE part = 'owner' AND to_at IS NULL AND \(scope)
        ),
        held AS (
            SELECT charge.account, 1 AS pieces, 0 AS areas, (
                SELECT COUNT(*) FROM coverage_place
                WHERE coverage_place.committee = charge.committee AND coverage_place.piece = charge.piece
            ) AS places
            FROM charge WHERE charge.subject LIKE 'piece:%'
            UNION ALL
            SELECT charge.account, 0, 1, 0 FROM charge WHERE charge.subject LIKE 'area:%'
        ),
        load AS (
            SELECT account, CAST(SUM(pieces) AS BIGINT) AS pieces, CAST(SUM(areas) AS BIGINT) AS areas,
                CAST(SUM(places) AS BIGINT) AS places
            FROM held GROUP BY account
        )
        SELECT account, pieces, areas, places, CAST(SUM(places) OVER () AS BIGINT),
            COUNT(*) FILTER (WHERE pieces > 0) OVER ()
        FROM load ORDER BY places DESC, pieces DESC, account LIMIT \(limit)
        """
    }

    /// The areas of a territory with their heads and how much lies below each; about fifteen a committee.
    static func spans(
        in scope: Scope,
        heardSince instant: Instant,
        after committee: DivisionID,
        _ id: String,
        limit: Int
    ) -> SQL {
        """
        WITH area AS (
            SELECT committee, id, name FROM coverage_area
            WHERE \(scope, after: committee.rawValue, id) ORDER BY committee, id LIMIT \(limit)
        ),
        piece AS (
            SELECT area.committee, area.id AS area, coverage_piece.id, coverage_charge.account FROM area
            JOIN coverage_piece ON coverage_piece.committee = area.committee AND coverage_piece.area = area.id
                AND coverage_piece.ended_at IS NULL
            LEFT JOIN coverage_charge ON coverage_charge.committee = area.committee
                AND coverage_charge.subject = 'piece:' || coverage_piece.id AND coverage_charge.part = 'owner'
                AND coverage_charge.to_at IS NULL
        ),
        manned AS (
            SELECT committee, area, COUNT(*) AS pieces, COUNT(DISTINCT account) AS heads FROM piece
            GROUP BY committee, area
        ),
        held AS (
            SELECT piece.committee, piece.area, COUNT(*) AS places,
                COUNT(*) FILTER (WHERE place_heard.heard_at IS NULL OR place_heard.heard_at < \(instant)) AS unheard
            FROM piece
            JOIN coverage_place ON coverage_place.committee = piece.committee AND coverage_place.piece = piece.id
            LEFT JOIN place_heard ON place_heard.committee = piece.committee
                AND place_heard.place = coverage_place.place
            GROUP BY piece.committee, piece.area
        )
        SELECT area.committee, area.id, area.name, coverage_charge.account, COALESCE(manned.pieces, 0),
            COALESCE(manned.heads, 0), COALESCE(held.places, 0), COALESCE(held.unheard, 0)
        FROM area
        LEFT JOIN manned ON manned.committee = area.committee AND manned.area = area.id
        LEFT JOIN held ON held.committee = area.committee AND held.area = area.id
        LEFT JOIN coverage_charge ON coverage_charge.committee = area.committee
            AND coverage_charge.subject = 'area:' || area.id AND coverage_charge.part = 'owner'
            AND coverage_charge.to_at IS NULL
        ORDER BY area.committee, area.id
        """
    }
}
