package import Store

/// The statements of posts and of who stands there.
enum GateQueries {
    /// Nothing returned means that the gate has a post.
    static func insert(_ post: GatePost, at instant: Instant) -> SQL {
        """
        INSERT INTO gate_post (\(GatePost.columns), created_at) VALUES (\(post.committee), \(post.id),
            \(post.kind.rawValue), \(post.name), \(post.compound), \(post.place), \(post.hours.opens),
            \(post.hours.closes), \(post.wanted), \(instant))
        ON CONFLICT (committee, place) DO NOTHING RETURNING id
        """
    }

    static func post(_ id: GatePostID, in scope: Scope) -> SQL {
        "SELECT \(GatePost.columns) FROM gate_post WHERE \(scope) AND id = \(id)"
    }

    /// A page of the posts of a territory, and of the open gates that have none, in key order.
    ///
    /// The primary keys of both tables serve it; a township has about a hundred.
    static func lines(in scope: Scope, after key: GateKey, limit: Int) -> SQL {
        """
        SELECT \(GatePost.columns), compound_name, is_open, has_post FROM (
            SELECT p.committee, p.id, p.kind, p.name, p.compound, p.place, p.opens, p.closes, p.wanted,
                c.name AS compound_name, COALESCE(g.is_open, 1) AS is_open, 1 AS has_post
            FROM gate_post p
            LEFT JOIN compound c ON c.committee = p.committee AND c.id = p.compound
            LEFT JOIN gate g ON g.committee = p.committee AND g.id = p.place
            UNION ALL
            \(withoutPost)
        ) AS line
        WHERE \(scope, after: key.committee, key.id) ORDER BY committee, id LIMIT \(limit)
        """
    }

    /// Open gates where nobody has set up a post: they are on the list, and empty.
    private static let withoutPost: SQL = """
        SELECT g.committee, g.id, 'gate' AS kind, g.name, g.compound, g.id AS place, 0 AS opens, 1440 AS closes,
            1 AS wanted, c.name AS compound_name, 1 AS is_open, 0 AS has_post
        FROM gate g
        JOIN compound c ON c.committee = g.committee AND c.id = g.compound
        WHERE g.is_open = 1 AND c.closed_at IS NULL AND NOT EXISTS (
            SELECT 1 FROM gate_post p WHERE p.committee = g.committee AND p.place = g.id
        )
        """

    /// How many lines there are, how many of them are open now, and at how many of these nobody stands.
    static func tally(in scope: Scope, at instant: Instant) -> SQL {
        """
        SELECT COUNT(*), COUNT(*) FILTER (WHERE is_now = 1), COUNT(*) FILTER (WHERE is_now = 1 AND heads = 0) FROM (
            SELECT p.committee,
                CASE WHEN COALESCE(g.is_open, 1) = 1 AND (
                    (p.opens < p.closes AND p.opens <= \(instant.minuteOfDay) AND \(instant.minuteOfDay) < p.closes)
                    OR (p.opens > p.closes AND (p.opens <= \(instant.minuteOfDay) OR \(instant.minuteOfDay) < p.closes))
                ) THEN 1 ELSE 0 END AS is_now,
                (
                    SELECT COUNT(*) FROM gate_shift s
                    WHERE s.committee = p.committee AND s.post = p.id AND s.from_at <= \(instant)
                        AND s.to_at > \(instant)
                ) AS heads
            FROM gate_post p LEFT JOIN gate g ON g.committee = p.committee AND g.id = p.place
            UNION ALL
            SELECT committee, 1 AS is_now, 0 AS heads FROM (\(withoutPost)) AS bare
        ) AS line WHERE \(scope)
        """
    }

    static func insert(_ shift: DutyShift) -> SQL {
        """
        INSERT INTO gate_shift (\(DutyShift.columns)) VALUES (\(shift.committee), \(shift.id), \(shift.post),
            \(shift.from), \(shift.to), \(shift.account), \(shift.team), \(shift.who.heads))
        """
    }

    static func shift(_ id: DutyShiftID, in scope: Scope) -> SQL {
        "SELECT \(DutyShift.columns) FROM gate_shift WHERE \(scope) AND id = \(id)"
    }

    /// Ends a shift that is not over; a row if it did.
    static func end(_ shift: DutyShift, at instant: Instant) -> SQL {
        """
        UPDATE gate_shift SET to_at = \(instant)
        WHERE committee = \(shift.committee) AND id = \(shift.id) AND to_at > \(instant)
        """
    }

    /// What is or will be in force at some posts; `gate_shift_by_post` serves it.
    static func shifts(at posts: [GatePost], after instant: Instant) -> SQL {
        let committees = Set(posts.map(\.committee)).sorted()
        return """
            SELECT \(DutyShift.columns) FROM gate_shift
            WHERE committee IN \(list: committees) AND post IN \(list: posts.map(\.id)) AND to_at > \(instant)
                AND to_at > from_at
            ORDER BY from_at, id LIMIT 2000
            """
    }

    /// Where somebody stands or will stand; `gate_shift_by_account` serves it.
    static func shifts(of account: AccountID, after instant: Instant) -> SQL {
        """
        SELECT \(DutyShift.columns) FROM gate_shift
        WHERE account = \(account) AND to_at > \(instant) AND to_at > from_at ORDER BY from_at, id LIMIT 100
        """
    }

    /// The posts of some ids in a scope.
    static func posts(_ ids: [GatePostID], in scope: Scope) -> SQL {
        "SELECT \(GatePost.columns) FROM gate_post WHERE \(scope) AND id IN \(list: ids) ORDER BY committee, id"
    }
}

/// Where a page of posts begins.
package struct GateKey: Hashable, Sendable {
    package let committee: Int64
    package let id: String

    package static let start = GateKey(committee: 0, id: "")

    package init(committee: Int64, id: String) {
        self.committee = committee
        self.id = id
    }
}

extension GatePost: RowDecodable {
    static let columns: SQL = "committee, id, kind, name, compound, place, opens, closes, wanted"

    package init(row: Row) throws {
        guard let kind = Kind(rawValue: try row.column(2)) else {
            throw RowFault.wrongType(2, expected: "GatePost.Kind")
        }
        guard let hours = OpeningHours(opens: try row.column(6), closes: try row.column(7)) else {
            throw RowFault.wrongType(6, expected: "OpeningHours")
        }
        self.init(
            committee: try row.column(0),
            id: try row.column(1),
            kind: kind,
            name: try row.column(3),
            compound: try row.column(4),
            place: try row.column(5),
            hours: hours,
            wanted: try row.column(8)
        )
    }
}

extension DutyShift: RowDecodable {
    static let columns: SQL = "committee, id, post, from_at, to_at, account, team, heads"

    package init(row: Row) throws {
        let account: AccountID? = try row.column(5)
        self.init(
            committee: try row.column(0),
            id: try row.column(1),
            post: try row.column(2),
            from: try row.column(3),
            to: try row.column(4),
            who: try account.map { .staff($0) }
                ?? .helpers(team: row.column(6, as: String?.self) ?? "", heads: row.column(7))
        )
    }

    var account: AccountID? {
        guard case .staff(let account) = who else { return nil }
        return account
    }

    var team: String? {
        guard case .helpers(let team, _) = who else { return nil }
        return team
    }
}
