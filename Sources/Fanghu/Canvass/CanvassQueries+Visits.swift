package import Store

extension CanvassQueries {
    /// Nothing returned means that a visit of this id is there already.
    static func insert(_ visit: CanvassVisit, _ stored: StoredVisit) -> SQL {
        """
        INSERT INTO canvass_visit (\(CanvassVisit.columns), recorded_at, role, day, digest, sealed)
        VALUES (\(visit.committee), \(visit.id), \(visit.campaign), \(visit.place), \(visit.outcome.rawValue),
            \(visit.channel.rawValue), \(visit.at), \(visit.account), \(visit.team?.text ?? ""), \(visit.helpers),
            \(visit.receipt?.rawValue), \(stored.authority.instant), \(stored.authority.role?.rawValue),
            \(visit.at.day), \(stored.digest), \(stored.details))
        ON CONFLICT (committee, id) DO NOTHING RETURNING id
        """
    }

    /// Rows are (committee, visit, account, campaign, team, day, place).
    static func insertVisitMembers(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO canvass_visit_member (committee, visit, account, campaign, team, day, place)
        VALUES \(rows: rows)
        """
    }

    static func digest(of visit: CanvassVisitID, in committee: DivisionID) -> SQL {
        "SELECT digest FROM canvass_visit WHERE committee = \(committee) AND id = \(visit)"
    }

    /// The visits to a place in a campaign, newest first; `canvass_visit_by_place` serves it.
    static func visits(to place: PlaceID, of campaign: CanvassCampaignID, in committee: DivisionID) -> SQL {
        """
        SELECT \(CanvassVisit.columns) FROM canvass_visit
        WHERE committee = \(committee) AND campaign = \(campaign) AND place = \(place) ORDER BY at DESC, id DESC LIMIT 50
        """
    }

    /// Who was on a team's tour of a day so far; `canvass_visit_member_by_tour` serves it.
    static func tourMembers(of tour: CanvassTour) -> SQL {
        """
        SELECT DISTINCT account FROM canvass_visit_member
        WHERE committee = \(tour.committee) AND campaign = \(tour.campaign) AND team = \(tour.team?.text ?? "")
            AND day = \(tour.day)
        """
    }

    /// The most heads without an account on a visit of a tour so far; `canvass_visit_by_tour` serves it.
    static func tourHelpers(of tour: CanvassTour) -> SQL {
        """
        SELECT COALESCE(MAX(helpers), 0) FROM canvass_visit
        WHERE committee = \(tour.committee) AND campaign = \(tour.campaign) AND team = \(tour.team?.text ?? "")
            AND day = \(tour.day)
        """
    }

    static func insert(_ mark: CanvassMark) -> SQL {
        """
        INSERT INTO canvass_mark (committee, id, campaign, place, event, at, account)
        VALUES (\(mark.committee), \(mark.id), \(mark.campaign), \(mark.place), \(mark.event.rawValue), \(mark.at),
            \(mark.account))
        """
    }

    /// What happened to the notice on a door, newest first.
    static func marks(at place: PlaceID, of campaign: CanvassCampaignID, in committee: DivisionID) -> SQL {
        """
        SELECT committee, id, campaign, place, event, at, account FROM canvass_mark
        WHERE committee = \(committee) AND campaign = \(campaign) AND place = \(place) ORDER BY at DESC, id DESC LIMIT 50
        """
    }

    /// Nothing returned means that one waits already.
    static func insert(_ explanation: CanvassExplanation) -> SQL {
        """
        INSERT INTO canvass_explanation (committee, id, campaign, place, reason, at, account, confirmed_at,
            confirmed_by)
        VALUES (\(explanation.committee), \(explanation.id), \(explanation.campaign), \(explanation.place),
            \(explanation.reason), \(explanation.at), \(explanation.account), NULL, NULL)
        ON CONFLICT (committee, campaign, place) WHERE confirmed_at IS NULL DO NOTHING RETURNING id
        """
    }

    /// The explanations of a campaign that wait for a second person: a few.
    static func waitingExplanations(of campaign: CanvassCampaignID, in scope: Scope) -> SQL {
        """
        SELECT committee, id, campaign, place, reason, at, account FROM canvass_explanation
        WHERE \(scope) AND campaign = \(campaign) AND confirmed_at IS NULL AND EXISTS (
            SELECT 1 FROM canvass_target t
            WHERE t.committee = canvass_explanation.committee AND t.campaign = canvass_explanation.campaign
                AND t.id = canvass_explanation.place
                AND t.state NOT IN \(list: CanvassTarget.State.settled.map(\.rawValue))
        )
        ORDER BY committee, id LIMIT 200
        """
    }

    static func explanation(_ id: CanvassExplanationID, in scope: Scope) -> SQL {
        """
        SELECT committee, id, campaign, place, reason, at, account FROM canvass_explanation
        WHERE \(scope) AND id = \(id) AND confirmed_at IS NULL
        """
    }

    static func confirm(_ explanation: CanvassExplanation, by authority: Authority) -> SQL {
        """
        UPDATE canvass_explanation SET confirmed_at = \(authority.instant), confirmed_by = \(authority.account)
        WHERE committee = \(explanation.committee) AND id = \(explanation.id) AND confirmed_at IS NULL
        """
    }

    // For the recount.

    static func visitCounts() -> SQL {
        """
        SELECT committee, \(Recount.day(of: "at")) AS on_day, COUNT(*) FROM canvass_visit
        GROUP BY committee, on_day ORDER BY committee, on_day
        """
    }

    static func informedCounts() -> SQL {
        """
        SELECT committee, \(Recount.day(of: "informed_at")) AS on_day, COUNT(*) FROM canvass_target
        WHERE informed_at IS NOT NULL GROUP BY committee, on_day ORDER BY committee, on_day
        """
    }

    /// The members of the staff on tours, each once a team and day.
    static func memberTimes() -> SQL {
        """
        SELECT committee, on_day, COUNT(*) FROM (
            SELECT DISTINCT m.committee, m.campaign, m.team, \(Recount.day(of: "v.at")) AS on_day, m.account
            FROM canvass_visit_member m JOIN canvass_visit v ON v.committee = m.committee AND v.id = m.visit
        ) AS tour GROUP BY committee, on_day ORDER BY committee, on_day
        """
    }

    /// The heads without an account on tours.
    static func helperTimes() -> SQL {
        """
        SELECT committee, on_day, CAST(SUM(n) AS BIGINT) FROM (
            SELECT committee, campaign, team, \(Recount.day(of: "at")) AS on_day, MAX(helpers) AS n
            FROM canvass_visit GROUP BY committee, campaign, team, on_day
        ) AS tour GROUP BY committee, on_day ORDER BY committee, on_day
        """
    }

    static let openTargetCounts: SQL = """
        SELECT committee, COUNT(*) FROM canvass_target
        WHERE state NOT IN ('done', 'vacant', 'away', 'explained') GROUP BY committee ORDER BY committee
        """
}

/// What of a visit's row is no part of the visit: under which right it came, its hash, its sealed part.
struct StoredVisit {
    let authority: Authority
    let digest: [UInt8]
    let details: Sealed<CanvassVisit.Details>
}

extension CanvassVisit: RowDecodable {
    static let columns: SQL = "committee, id, campaign, place, outcome, channel, at, account, team, helpers, receipt"

    package init(row: Row) throws {
        guard let outcome = Outcome(rawValue: try row.column(4)), let channel = Channel(rawValue: try row.column(5))
        else { throw RowFault.wrongType(4, expected: "CanvassVisit") }
        let receipt: String? = try row.column(10)
        self.init(
            committee: try row.column(0),
            id: try row.column(1),
            campaign: try row.column(2),
            place: try row.column(3),
            outcome: outcome,
            channel: channel,
            at: try row.column(6),
            account: try row.column(7),
            team: CanvassTeamID(try row.column(8, as: String.self)),
            helpers: try row.column(9),
            receipt: receipt.flatMap(Receipt.How.init)
        )
    }
}

extension CanvassMark: RowDecodable {
    package init(row: Row) throws {
        guard let event = DoorMarker.Event(rawValue: try row.column(4)) else {
            throw RowFault.wrongType(4, expected: "DoorMarker.Event")
        }
        self.init(
            committee: try row.column(0),
            id: try row.column(1),
            campaign: try row.column(2),
            place: try row.column(3),
            event: event,
            at: try row.column(5),
            account: try row.column(6)
        )
    }
}

extension CanvassExplanation: RowDecodable {
    package init(row: Row) throws {
        self.init(
            committee: try row.column(0),
            id: try row.column(1),
            campaign: try row.column(2),
            place: try row.column(3),
            reason: try row.column(4),
            at: try row.column(5),
            account: try row.column(6)
        )
    }
}
