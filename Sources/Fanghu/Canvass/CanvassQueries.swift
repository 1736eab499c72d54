package import Store

/// The statements of campaigns, their areas and teams.
enum CanvassQueries {
    static func insert(_ campaign: CanvassCampaign, at instant: Instant) -> SQL {
        """
        INSERT INTO canvass_campaign (\(CanvassCampaign.columns), created_at)
        VALUES (\(campaign.place), \(campaign.id), \(campaign.title.chinese), \(campaign.title.english),
            \(campaign.storedKinds), \(campaign.from), \(campaign.to), \(campaign.wantsReceipt),
            \(campaign.state.rawValue), \(campaign.createdBy), \(campaign.openedAt), \(campaign.closedAt), \(instant))
        """
    }

    /// Rows are (place, campaign, name).
    static func insertAreas(_ rows: [[SQLValue]]) -> SQL {
        "INSERT INTO canvass_area (committee, campaign, name) VALUES \(rows: rows)"
    }

    static func areas(of campaign: CanvassCampaign) -> SQL {
        """
        SELECT name FROM canvass_area WHERE committee = \(campaign.place) AND campaign = \(campaign.id) ORDER BY name
        """
    }

    /// One campaign that covers or touches the scope; `canvass_campaign_by_id` serves it.
    static func campaign(_ id: CanvassCampaignID, in scope: Scope) -> SQL {
        """
        SELECT \(CanvassCampaign.columns) FROM canvass_campaign
        WHERE id = \(id)
            AND (\(scope) OR id IN (SELECT campaign FROM canvass_share WHERE campaign = \(id) AND \(scope)))
        """
    }

    /// The campaigns that cover or touch a scope, newest first: a township has a few a month.
    static func campaigns(in scope: Scope, before id: CanvassCampaignID?, limit: Int) -> SQL {
        """
        SELECT \(CanvassCampaign.columns) FROM canvass_campaign
        WHERE (\(scope) OR id IN (SELECT campaign FROM canvass_share WHERE \(scope)))
            AND id < \(id?.text ?? "~")
        ORDER BY id DESC LIMIT \(limit)
        """
    }

    /// Opens a plan; no row changed means that somebody was quicker.
    static func open(_ campaign: CanvassCampaign, at instant: Instant) -> SQL {
        """
        UPDATE canvass_campaign SET state = 'open', opened_at = \(instant)
        WHERE committee = \(campaign.place) AND id = \(campaign.id) AND state = 'planned'
        """
    }

    static func close(_ campaign: CanvassCampaign, at instant: Instant) -> SQL {
        """
        UPDATE canvass_campaign SET state = 'closed', closed_at = \(instant)
        WHERE committee = \(campaign.place) AND id = \(campaign.id) AND state = 'open'
        """
    }

    /// Locks an open campaign's row, so that it cannot be closed while its list grows; no row means that it is closed.
    static func hold(_ campaign: CanvassCampaign) -> SQL {
        """
        UPDATE canvass_campaign SET state = state
        WHERE committee = \(campaign.place) AND id = \(campaign.id) AND state = 'open'
        """
    }

    /// Says in which committees a campaign has targets.
    static func share(_ campaign: CanvassCampaignID) -> SQL {
        """
        INSERT INTO canvass_share (committee, campaign)
        SELECT DISTINCT committee, campaign FROM canvass_target WHERE campaign = \(campaign)
        ON CONFLICT (committee, campaign) DO NOTHING
        """
    }

    /// Nothing returned means that the campaign has a team of that name.
    static func insert(_ team: CanvassTeam, of campaign: CanvassCampaignID) -> SQL {
        """
        INSERT INTO canvass_team (committee, campaign, id, name, heads)
        VALUES (\(team.place), \(campaign), \(team.id), \(team.name), \(team.heads))
        ON CONFLICT (committee, campaign, name) DO NOTHING RETURNING id
        """
    }

    /// Rows are (place, campaign, team, account).
    static func insertMembers(_ rows: [[SQLValue]]) -> SQL {
        "INSERT INTO canvass_team_member (committee, campaign, team, account) VALUES \(rows: rows)"
    }

    static func teams(of campaign: CanvassCampaign) -> SQL {
        """
        SELECT id, name, heads FROM canvass_team
        WHERE committee = \(campaign.place) AND campaign = \(campaign.id) ORDER BY name
        """
    }

    static func members(of campaign: CanvassCampaign) -> SQL {
        """
        SELECT team, account FROM canvass_team_member
        WHERE committee = \(campaign.place) AND campaign = \(campaign.id) ORDER BY team, account
        """
    }
}

extension CanvassCampaign: RowDecodable {
    static let columns: SQL = """
        committee, id, title_zh, title_en, kinds, from_day, to_day, wants_receipt, state, created_by, opened_at,
        closed_at
        """

    var storedKinds: String { kinds.sorted().map(\.rawValue).joined(separator: ",") }

    package init(row: Row) throws {
        guard let state = State(rawValue: try row.column(8)) else {
            throw RowFault.wrongType(8, expected: "CanvassCampaign.State")
        }
        let kinds: String = try row.column(4)
        self.init(
            place: try row.column(0),
            id: try row.column(1),
            title: Words(try row.column(2), try row.column(3)),
            kinds: Set(kinds.split(separator: ",").compactMap { CanvassKind(rawValue: String($0)) }),
            from: try row.column(5),
            to: try row.column(6),
            wantsReceipt: try row.column(7),
            state: state,
            createdBy: try row.column(9),
            openedAt: try row.column(10),
            closedAt: try row.column(11)
        )
    }
}
