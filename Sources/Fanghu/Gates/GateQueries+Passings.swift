package import Store

extension GateQueries {
    /// A row if the id is new; a repeat changes nothing.
    static func insert(_ passing: GatePassing, sealed: Sealed<GateDetails>) -> SQL {
        """
        INSERT INTO gate_passing (\(GatePassing.columns), sealed) VALUES (\(passing.committee), \(passing.id),
            \(passing.post), \(passing.at), \(passing.direction.rawValue), \(passing.visit.rawValue),
            \(passing.first), \(passing.verdict.decision.rawValue), \(passing.verdict.reason.rawValue),
            \(passing.by), \(sealed))
        ON CONFLICT DO NOTHING
        """
    }

    static func passing(_ id: GatePassingID, in scope: Scope) -> SQL {
        "SELECT \(GatePassing.columns), sealed FROM gate_passing WHERE \(scope) AND id = \(id)"
    }

    /// The measurement that repeats another; `UNIQUE (committee, first)` serves it.
    static func second(of passing: GatePassing) -> SQL {
        """
        SELECT \(GatePassing.columns), sealed FROM gate_passing
        WHERE committee = \(passing.committee) AND first = \(passing.id)
        """
    }

    /// The log of a post before an instant, the latest first; `gate_passing_by_post` serves it.
    static func log(of post: GatePost, before instant: Instant, limit: Int) -> SQL {
        """
        SELECT \(GatePassing.columns), sealed FROM gate_passing
        WHERE committee = \(post.committee) AND post = \(post.id) AND at < \(instant)
        ORDER BY at DESC, id DESC LIMIT \(limit)
        """
    }

    /// Takes one of the look-ups of an account in a span of ten minutes; answers how many it was, and the misses so far.
    ///
    /// Taken before anybody is looked for: many at the same moment wait for each other at this row.
    static func takeLookup(of account: AccountID, in committee: DivisionID, span: Int64) -> SQL {
        """
        INSERT INTO gate_lookup (committee, account, span, lookups, misses)
        VALUES (\(committee), \(account), \(span), 1, 0)
        ON CONFLICT (committee, account, span) DO UPDATE SET lookups = gate_lookup.lookups + 1
        RETURNING lookups, misses
        """
    }

    static func addMiss(of account: AccountID, in committee: DivisionID, span: Int64) -> SQL {
        """
        UPDATE gate_lookup SET misses = misses + 1
        WHERE committee = \(committee) AND account = \(account) AND span = \(span)
        """
    }

    /// Destroys what was told at gates before an instant, not the bare counts; `gate_passing_kept` serves it.
    static func forget(before instant: Instant) -> SQL {
        "UPDATE gate_passing SET sealed = NULL WHERE sealed IS NOT NULL AND at < \(instant)"
    }

    static func forgetLookups(before span: Int64) -> SQL {
        "DELETE FROM gate_lookup WHERE span < \(span)"
    }

    /// Passings by committee and day, a second measurement not counted again, for the recount.
    static func passings() -> SQL {
        """
        SELECT committee, \(Recount.day(of: "at")), COUNT(*) FROM gate_passing WHERE first IS NULL GROUP BY 1, 2
        """
    }

    static func stops() -> SQL {
        """
        SELECT committee, \(Recount.day(of: "at")), COUNT(*) FROM gate_passing
        WHERE decision = 'stop' GROUP BY 1, 2
        """
    }
}

extension GatePassing: RowDecodable {
    static let columns: SQL = "committee, id, post, at, direction, visit, first, decision, reason, by_account"

    package init(row: Row) throws {
        guard let direction = Direction(rawValue: try row.column(4)), let visit = Visit(rawValue: try row.column(5)),
            let decision = GateVerdict.Decision(rawValue: try row.column(7)),
            let reason = GateVerdict.Reason(rawValue: try row.column(8))
        else { throw RowFault.wrongType(4, expected: "GatePassing") }
        self.init(
            committee: try row.column(0),
            id: try row.column(1),
            post: try row.column(2),
            at: try row.column(3),
            direction: direction,
            visit: visit,
            first: try row.column(6),
            verdict: GateVerdict(decision, reason),
            by: try row.column(9)
        )
    }
}

/// A passing with what was told, as long as that is kept.
struct StoredPassing: RowDecodable {
    let passing: GatePassing
    let details: Sealed<GateDetails>?

    init(row: Row) throws {
        passing = try GatePassing(row: row)
        details = try row.column(10)
    }
}
