package import Store

extension CanvassQueries {
    /// Puts the dwellings of a scope on a list, except those that stand on it; `dwelling_in_order` serves it.
    static func listDwellings(of campaign: CanvassCampaignID, in scope: Scope, at instant: Instant) -> SQL {
        """
        INSERT INTO canvass_target (committee, campaign, id, kind, building, address, name, sort_key, area, team,
            state, marker, informed_at, visits, last_visit_at, listed_at)
        SELECT committee, \(campaign), id, 'dwelling', building, address, NULL, sort_key, NULL, NULL,
            'untouched', 'none', NULL, 0, NULL, CAST(\(instant) AS BIGINT)
        FROM dwelling WHERE \(scope)
        ON CONFLICT (committee, campaign, id) DO NOTHING
        """
    }

    /// Rows are (committee, campaign, id, kind, address, name, sort_key, listed_at).
    static func listPremises(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO canvass_target (committee, campaign, id, kind, address, name, sort_key, listed_at, state, marker,
            visits)
        VALUES \(rows: rows.map { $0 + ["untouched".sqlValue, "none".sqlValue, 0.sqlValue] })
        ON CONFLICT (committee, campaign, id) DO NOTHING
        """
    }

    /// The dwellings of a scope that are not on a list, by committee.
    static func missingDwellings(from campaign: CanvassCampaignID, in scope: Scope) -> SQL {
        """
        SELECT committee, COUNT(*) FROM dwelling
        WHERE \(scope) AND NOT EXISTS (
            SELECT 1 FROM canvass_target t
            WHERE t.committee = dwelling.committee AND t.campaign = \(campaign) AND t.id = dwelling.id
        )
        GROUP BY committee ORDER BY committee
        """
    }

    /// The premises of some kinds in a scope that are not on a list; a township has a few thousand.
    static func missingPremises(
        from campaign: CanvassCampaignID,
        of kinds: [String],
        in scope: Scope
    ) -> SQL {
        """
        SELECT committee, id, kind, address, name FROM premises
        WHERE \(scope) AND kind IN \(list: kinds) AND NOT EXISTS (
            SELECT 1 FROM canvass_target t
            WHERE t.committee = premises.committee AND t.campaign = \(campaign) AND t.id = premises.id
        )
        ORDER BY committee, id
        """
    }

    static func target(_ place: PlaceID, of campaign: CanvassCampaignID, in scope: Scope) -> SQL {
        """
        SELECT \(CanvassTarget.columns) FROM canvass_target
        WHERE \(scope) AND campaign = \(campaign) AND id = \(place)
        """
    }

    /// A page of a list in the order of a walk; `canvass_target_in_order` serves it.
    static func page(
        of campaign: CanvassCampaignID,
        in scope: Scope,
        _ filter: CanvassFilter,
        at instant: Instant,
        after key: DwellingKey,
        limit: Int
    ) -> SQL {
        """
        SELECT \(CanvassTarget.columns) FROM canvass_target
        WHERE campaign = \(campaign) AND \(scope, after: key.committee.rawValue, key.order, key.id, along: "sort_key")
            AND \(condition(filter, at: instant))
        ORDER BY committee, sort_key, id LIMIT \(limit)
        """
    }

    /// How many targets a filter lets through.
    static func count(
        of campaign: CanvassCampaignID,
        in scope: Scope,
        _ filter: CanvassFilter,
        at instant: Instant
    ) -> SQL {
        """
        SELECT COUNT(*) FROM canvass_target
        WHERE campaign = \(campaign) AND \(scope) AND \(condition(filter, at: instant))
        """
    }

    private static func condition(_ filter: CanvassFilter, at instant: Instant) -> SQL {
        """
        state IN \(list: filter.states.map(\.rawValue))
            AND (CAST(\(filter.team) AS TEXT) IS NULL OR team = \(filter.team)) AND \(isOwn(filter.account, at: instant))
        """
    }

    /// How many targets of a campaign are neither done nor explained, in whatever territory.
    static func openCount(of campaign: CanvassCampaignID) -> SQL {
        """
        SELECT COUNT(*) FROM canvass_target
        WHERE campaign = \(campaign) AND state NOT IN \(list: CanvassTarget.State.settled.map(\.rawValue))
        """
    }

    /// That a target belongs to a team of the account, or to no team and to a piece of the account's; nil is anybody.
    private static func isOwn(_ account: AccountID?, at instant: Instant) -> SQL {
        """
        (CAST(\(account) AS TEXT) IS NULL
            OR team IN (
                SELECT m.team FROM canvass_team_member m
                WHERE m.account = \(account) AND m.campaign = canvass_target.campaign
            )
            OR EXISTS (
                SELECT 1 FROM coverage_place p
                JOIN coverage_piece c ON c.committee = p.committee AND c.id = p.piece
                JOIN coverage_charge h ON h.committee = p.committee
                    AND (h.subject = 'piece:' || c.id OR h.subject = 'area:' || c.area)
                WHERE p.committee = canvass_target.committee AND p.place = canvass_target.id
                    AND h.account = \(account) AND h.from_at <= \(instant)
                    AND (h.to_at IS NULL OR h.to_at > \(instant))
            ))
        """
    }

    /// How many of one place are somebody's: none or one.
    static func isOwn(
        _ place: PlaceID,
        of campaign: CanvassCampaignID,
        in committee: DivisionID,
        _ account: AccountID,
        at instant: Instant
    ) -> SQL {
        """
        SELECT COUNT(*) FROM canvass_target
        WHERE committee = \(committee) AND campaign = \(campaign) AND id = \(place) AND \(isOwn(account, at: instant))
        """
    }

    /// Where the account was last in a campaign; `canvass_visit_by_account` serves it.
    static func lastVisited(of campaign: CanvassCampaignID, by account: AccountID, in scope: Scope) -> SQL {
        """
        SELECT committee, place FROM canvass_visit
        WHERE account = \(account) AND campaign = \(campaign) AND \(scope)
        ORDER BY recorded_at DESC, id DESC LIMIT 1
        """
    }

    /// Gives what is selected to an area or a team, or to both; `canvass_target_in_order` serves it.
    static func assign(
        _ selection: CanvassSelection,
        of campaign: CanvassCampaignID,
        in scope: Scope,
        to area: String?,
        _ team: CanvassTeamID?
    ) -> SQL {
        """
        UPDATE canvass_target
        SET area = COALESCE(CAST(\(area) AS TEXT), area), team = COALESCE(CAST(\(team) AS TEXT), team)
        WHERE campaign = \(campaign) AND \(scope)
            AND (CAST(\(selection.committee) AS BIGINT) IS NULL OR committee = \(selection.committee))
            AND (CAST(\(selection.kind?.rawValue) AS TEXT) IS NULL OR kind = \(selection.kind?.rawValue))
            AND (CAST(\(selection.building) AS TEXT) IS NULL OR building = \(selection.building))
            AND (CAST(\(selection.area) AS TEXT) IS NULL OR area = \(selection.area))
            AND (CAST(\(selection.street) AS TEXT) IS NULL
                OR SUBSTR(address, 1, LENGTH(CAST(\(selection.street) AS TEXT))) = \(selection.street))
            AND (\(selection.places == nil) = 1 OR id IN \(list: selection.places ?? []))
        """
    }

    /// Writes what a visit or an explanation changes of a target.
    static func update(_ target: CanvassTarget) -> SQL {
        """
        UPDATE canvass_target SET state = \(target.state.rawValue), marker = \(target.marker.rawValue),
            informed_at = \(target.informedAt), visits = \(target.visits), last_visit_at = \(target.lastVisitAt)
        WHERE committee = \(target.committee) AND campaign = \(target.campaign) AND id = \(target.place)
        """
    }

    /// Doors with a notice on them in the order of a walk; `canvass_target_marked` serves it.
    static func marked(in scope: Scope, after key: DwellingKey, limit: Int) -> SQL {
        """
        SELECT \(CanvassTarget.columns) FROM canvass_target
        WHERE marker <> 'none' AND \(scope, after: key.committee.rawValue, key.order, key.id, along: "sort_key")
        ORDER BY committee, sort_key, id LIMIT \(limit)
        """
    }
}

/// Which targets of a campaign a list shows.
package struct CanvassFilter: Hashable, Sendable {
    package var states: [CanvassTarget.State]
    package var team: CanvassTeamID?
    /// Whose teams and pieces count; nil is everybody's.
    var account: AccountID?

    package init(states: [CanvassTarget.State] = CanvassTarget.State.allCases, team: CanvassTeamID? = nil) {
        self.states = states
        self.team = team
    }

    /// What is neither done nor explained.
    static let unsettled = CanvassFilter(states: CanvassTarget.State.allCases.filter { !$0.isSettled })
}

extension CanvassTarget: RowDecodable {
    static let columns: SQL = """
        committee, campaign, id, kind, building, address, name, sort_key, area, team, state, marker, informed_at,
        visits, last_visit_at
        """

    package init(row: Row) throws {
        guard let kind = CanvassKind(rawValue: try row.column(3)), let state = State(rawValue: try row.column(10)),
            let marker = DoorMarker(rawValue: try row.column(11))
        else { throw RowFault.wrongType(3, expected: "CanvassTarget") }
        self.init(
            committee: try row.column(0),
            campaign: try row.column(1),
            place: try row.column(2),
            kind: kind,
            building: try row.column(4),
            address: try row.column(5),
            name: try row.column(6),
            order: try row.column(7),
            area: try row.column(8),
            team: try row.column(9),
            state: state,
            marker: marker,
            informedAt: try row.column(12),
            visits: try row.column(13),
            lastVisitAt: try row.column(14)
        )
    }
}
