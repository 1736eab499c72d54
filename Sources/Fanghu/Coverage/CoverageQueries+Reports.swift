package import Store

extension CoverageQueries {
    /// Notes when places were last heard from; rows are (committee, place, heard_at, account).
    ///
    /// An older word is ignored.
    static func hear(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO place_heard (committee, place, heard_at, account) VALUES \(rows: rows)
        ON CONFLICT (committee, place) DO UPDATE SET heard_at = excluded.heard_at, account = excluded.account
        WHERE excluded.heard_at >= place_heard.heard_at
        """
    }

    /// Nothing returned means that the report is there already: its sender asked twice.
    static func insert(_ report: CoverageReport, sealed: Sealed<CoverageProblem>?) -> SQL {
        """
        INSERT INTO coverage_report
            (committee, id, piece, reported_at, account, places, heard, has_problem, sealed, level)
        VALUES (\(report.committee), \(report.id), \(report.piece), \(report.reportedAt), \(report.account),
            \(report.places), \(report.heard), \(report.hasProblem), \(sealed), \(report.level.rawValue))
        ON CONFLICT (committee, id) DO NOTHING RETURNING id
        """
    }

    /// Rows are (committee, report, level, at, account, role, skipped).
    static func insertSteps(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO coverage_report_step (committee, report, level, at, account, role, skipped) VALUES \(rows: rows)
        """
    }

    /// Raises a report to a level, if it has not passed it meanwhile.
    static func raise(_ report: CoverageReport, to level: CoverageLevel) -> SQL {
        """
        UPDATE coverage_report SET level = \(level.rawValue)
        WHERE committee = \(report.committee) AND id = \(report.id) AND level = \(report.level.rawValue)
        """
    }

    static func report(_ id: CoverageReportID, in scope: Scope) -> SQL {
        "SELECT \(CoverageReport.columns) FROM coverage_report WHERE \(scope) AND id = \(id)"
    }

    static func sealedReport(_ id: CoverageReportID, in committee: DivisionID) -> SQL {
        "SELECT sealed FROM coverage_report WHERE committee = \(committee) AND id = \(id)"
    }

    /// Reports that have come up to one level and no further, oldest first; `coverage_report_open` serves it.
    static func waiting(at level: CoverageLevel, in scope: Scope, after key: GapKey, limit: Int) -> SQL {
        """
        SELECT \(CoverageReport.columns) FROM coverage_report
        WHERE level = \(level.rawValue) AND \(scope, after: key.committee.rawValue, key.place)
        ORDER BY committee, id LIMIT \(limit)
        """
    }

    static func steps(of report: CoverageReportID, in committee: DivisionID) -> SQL {
        """
        SELECT level, at, account, skipped FROM coverage_report_step
        WHERE committee = \(committee) AND report = \(report) ORDER BY level
        """
    }
}

extension CoverageReport: RowDecodable {
    static let columns: SQL = "committee, id, piece, reported_at, account, places, heard, has_problem, level"

    package init(row: Row) throws {
        guard let level = CoverageLevel(rawValue: try row.column(8)) else {
            throw RowFault.wrongType(8, expected: "CoverageLevel")
        }
        committee = try row.column(0)
        id = try row.column(1)
        piece = try row.column(2)
        reportedAt = try row.column(3)
        account = try row.column(4)
        places = try row.column(5)
        heard = try row.column(6)
        hasProblem = try row.column(7)
        self.level = level
    }
}
