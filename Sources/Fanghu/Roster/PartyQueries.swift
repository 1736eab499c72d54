package import Store

/// The statements of the Party organisations' counts.
enum PartyQueries {
    /// One row a committee and day; an older report than the one stored is ignored.
    static func put(_ report: PartyReport, at instant: Instant) -> SQL {
        """
        INSERT INTO roster_party_report (committee, day, members_on_duty, volunteers, posts_staffed, at)
        VALUES (\(report.committee), \(report.day), \(report.membersOnDuty), \(report.volunteers),
            \(report.postsStaffed), \(instant))
        ON CONFLICT (committee, day) DO UPDATE SET members_on_duty = excluded.members_on_duty,
            volunteers = excluded.volunteers, posts_staffed = excluded.posts_staffed, at = excluded.at
        WHERE excluded.at >= roster_party_report.at
        """
    }

    /// The reports of a day by committee; `roster_party_report_by_day` serves it.
    static func reports(of day: CivilDate, in scope: Scope, after committee: Int64) -> SQL {
        """
        SELECT committee, day, members_on_duty, volunteers, posts_staffed FROM roster_party_report
        WHERE day = \(day) AND \(scope) AND committee > \(committee) ORDER BY committee LIMIT 200
        """
    }

    /// How many reported on a day, and the sums of what they reported.
    static func sums(of day: CivilDate, in scope: Scope) -> SQL {
        """
        SELECT COUNT(*), CAST(COALESCE(SUM(members_on_duty), 0) AS BIGINT),
            CAST(COALESCE(SUM(volunteers), 0) AS BIGINT), CAST(COALESCE(SUM(posts_staffed), 0) AS BIGINT)
        FROM roster_party_report WHERE day = \(day) AND \(scope)
        """
    }
}

extension PartyReport: RowDecodable {
    package init(row: Row) throws {
        try self.init(
            committee: row.column(0),
            day: row.column(1),
            membersOnDuty: row.column(2),
            volunteers: row.column(3),
            postsStaffed: row.column(4)
        )
    }
}
