import Store

/// The statements of leads.
enum LeadQueries {
    static func insert(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO lead (committee, id, source, state, received_at, due_at, sealed) VALUES \(rows: rows)
        ON CONFLICT (committee, id) DO NOTHING
        RETURNING committee, id
        """
    }

    /// One lead by its id, within the scope; `lead_by_id` serves it.
    static func lead(_ id: LeadID, in scope: Scope) -> SQL {
        """
        SELECT committee, id, source, state, received_at, due_at, resolved_at, arrival, sealed FROM lead
        WHERE \(scope) AND id = \(id)
        """
    }

    /// Open leads, the most urgent first; `lead_open` serves it.
    static func open(in scope: Scope, after due: Instant, _ id: String, limit: Int) -> SQL {
        """
        SELECT committee, id, source, state, received_at, due_at, resolved_at, arrival, sealed FROM lead
        WHERE state = 'open' AND \(scope) AND (due_at, id) > (\(due), \(id))
        ORDER BY due_at, id LIMIT \(limit)
        """
    }

    static func resolve(
        _ id: LeadID,
        in committee: DivisionID,
        as state: LeadState,
        arrival: ArrivalID?,
        by authority: Authority
    ) -> SQL {
        """
        UPDATE lead SET state = \(state.rawValue), resolved_at = \(authority.instant),
            resolved_by = \(authority.account), arrival = \(arrival)
        WHERE committee = \(committee) AND id = \(id) AND state = 'open'
        """
    }
}
