import Store

extension CoverageQueries {
    /// From which pieces a piece has its places; the primary key of the committee's lineage serves it, about ten rows.
    static func origins(of piece: CoveragePiece) -> SQL {
        """
        SELECT coverage_piece.id, coverage_piece.name, coverage_lineage.at FROM coverage_lineage
        JOIN coverage_piece ON coverage_piece.committee = coverage_lineage.committee
            AND coverage_piece.id = coverage_lineage.piece
        WHERE coverage_lineage.committee = \(piece.committee) AND coverage_lineage.successor = \(piece.id)
        ORDER BY coverage_lineage.at DESC, coverage_piece.id LIMIT 50
        """
    }

    /// Which pieces have taken places of a piece.
    static func successors(of piece: CoveragePiece) -> SQL {
        """
        SELECT coverage_piece.id, coverage_piece.name, coverage_lineage.at FROM coverage_lineage
        JOIN coverage_piece ON coverage_piece.committee = coverage_lineage.committee
            AND coverage_piece.id = coverage_lineage.successor
        WHERE coverage_lineage.committee = \(piece.committee) AND coverage_lineage.piece = \(piece.id)
        ORDER BY coverage_lineage.at DESC, coverage_piece.id LIMIT 50
        """
    }

    /// The newest reports of a piece; `coverage_report_by_piece` serves it.
    static func reports(of piece: CoveragePiece) -> SQL {
        """
        SELECT \(CoverageReport.columns) FROM coverage_report
        WHERE committee = \(piece.committee) AND piece = \(piece.id) ORDER BY reported_at DESC, id DESC LIMIT 20
        """
    }

    /// How some reports climbed, each from the bottom; the primary key serves it.
    static func steps(of reports: [CoverageReportID], in committee: DivisionID) -> SQL {
        """
        SELECT report, level, at, account, skipped FROM coverage_report_step
        WHERE committee = \(committee) AND report IN \(list: reports) ORDER BY report, level
        """
    }

    /// The other pieces of a scheme in a committee, by name; about a hundred rows.
    static func siblings(of piece: CoveragePiece) -> SQL {
        """
        SELECT \(CoveragePiece.columns) FROM coverage_piece
        WHERE committee = \(piece.committee) AND scheme = \(piece.scheme.rawValue) AND id <> \(piece.id)
            AND ended_at IS NULL
        ORDER BY name, id LIMIT 500
        """
    }

    /// The pieces of a committee in another area or in none; about a hundred rows.
    static func pieces(outside area: CoverageAreaID, in committee: DivisionID) -> SQL {
        """
        SELECT \(CoveragePiece.columns) FROM coverage_piece
        WHERE committee = \(committee) AND (area IS NULL OR area <> \(area)) AND ended_at IS NULL
        ORDER BY name, id LIMIT 500
        """
    }

    /// Reports that wait below an area head, of the areas in the account's own charge; as `waiting` otherwise.
    static func waiting(
        at level: CoverageLevel,
        inAreasOf account: AccountID,
        on instant: Instant,
        in scope: Scope,
        after key: GapKey,
        limit: Int
    ) -> SQL {
        """
        SELECT \(CoverageReport.columns) FROM coverage_report
        WHERE level = \(level.rawValue) AND \(scope, after: key.committee.rawValue, key.place)
            AND (committee, piece) IN (
                SELECT coverage_piece.committee, coverage_piece.id FROM coverage_charge
                JOIN coverage_piece ON coverage_piece.committee = coverage_charge.committee
                    AND 'area:' || coverage_piece.area = coverage_charge.subject
                WHERE coverage_charge.account = \(account) AND coverage_charge.from_at <= \(instant)
                    AND (coverage_charge.to_at IS NULL OR coverage_charge.to_at > \(instant))
            )
        ORDER BY committee, id LIMIT \(limit)
        """
    }
}
