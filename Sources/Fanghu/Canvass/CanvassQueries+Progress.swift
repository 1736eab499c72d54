import Store

extension CanvassQueries {
    /// The numbers of a campaign by a part; `canvass_target_in_order` serves it, 29,000 rows for a large township.
    ///
    /// Rows are (key, targets, done, explained, nobody, refused, receipts).
    static func progress(of campaign: CanvassCampaignID, in scope: Scope, by part: CanvassProgress.Part?) -> SQL {
        """
        SELECT part, COUNT(*), COUNT(*) FILTER (WHERE state IN ('done', 'vacant', 'away')),
            COUNT(*) FILTER (WHERE state = 'explained'), COUNT(*) FILTER (WHERE state = 'nobody'),
            COUNT(*) FILTER (WHERE state = 'refused'), COUNT(informed_at)
        FROM (SELECT t.state, t.informed_at, \(key(of: part)) FROM \(targets(of: campaign, in: scope)) \(names)) AS line
        GROUP BY part
        """
    }

    /// The members of the staff on tours to each part, each once a team, day and committee.
    static func memberTimes(of campaign: CanvassCampaignID, in scope: Scope, by part: CanvassProgress.Part?) -> SQL {
        """
        SELECT part, COUNT(*) FROM (
            SELECT DISTINCT v.committee, v.team, v.day, v.account, \(key(of: part))
            FROM canvass_visit_member v
            JOIN \(targets(of: campaign, in: scope)) ON t.committee = v.committee AND t.id = v.place \(names)
            WHERE v.campaign = \(campaign)
        ) AS tour GROUP BY part
        """
    }

    /// The heads without an account on tours to each part.
    static func helperTimes(of campaign: CanvassCampaignID, in scope: Scope, by part: CanvassProgress.Part?) -> SQL {
        """
        SELECT part, CAST(SUM(n) AS BIGINT) FROM (
            SELECT part, MAX(helpers) AS n FROM (
                SELECT v.committee, v.team, v.day, v.helpers, \(key(of: part))
                FROM canvass_visit v
                JOIN \(targets(of: campaign, in: scope)) ON t.committee = v.committee AND t.id = v.place \(names)
                WHERE v.campaign = \(campaign)
            ) AS visit GROUP BY part, committee, team, day
        ) AS tour GROUP BY part
        """
    }

    private static func targets(of campaign: CanvassCampaignID, in scope: Scope) -> SQL {
        """
        (
            SELECT committee, id, kind, area, team, state, informed_at FROM canvass_target
            WHERE campaign = \(campaign) AND \(scope)
        ) AS t
        """
    }

    /// The names of building groups and teams beside a target.
    private static let names: SQL = """
        LEFT JOIN coverage_place cp ON cp.committee = t.committee AND cp.place = t.id
        LEFT JOIN coverage_piece piece ON piece.committee = cp.committee AND piece.id = cp.piece
        LEFT JOIN canvass_team named ON named.id = t.team
        """

    private static func key(of part: CanvassProgress.Part?) -> SQL {
        switch part {
        case nil: "'' AS part"
        case .committee: "CAST(t.committee AS TEXT) AS part"
        case .area: "COALESCE(t.area, '') AS part"
        case .kind: "t.kind AS part"
        case .buildingGroup: "COALESCE(piece.name, '') AS part"
        case .team: "COALESCE(named.name, '') AS part"
        }
    }
}
