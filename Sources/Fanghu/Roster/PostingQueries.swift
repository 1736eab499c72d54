package import Store

/// The statements of postings and hand-overs.
enum PostingQueries {
    static func insert(_ posting: Posting) -> SQL {
        """
        INSERT INTO roster_posting (\(Posting.columns)) VALUES (\(posting.committee), \(posting.id),
            \(posting.account), \(posting.appointment), \(posting.homeUnit), \(posting.from), \(posting.to),
            \(posting.trainedOn), \(posting.letter), \(posting.logistics))
        """
    }

    static func posting(_ id: PostingID, in scope: Scope) -> SQL {
        "SELECT \(Posting.columns) FROM roster_posting WHERE \(scope) AND id = \(id)"
    }

    /// Every posting of a cadre to a committee; `roster_posting_by_account` serves it.
    static func postings(of account: AccountID, in committee: DivisionID) -> SQL {
        "SELECT \(Posting.columns) FROM roster_posting WHERE committee = \(committee) AND account = \(account)"
    }

    /// Ends a posting, unless it is over by then; one that has not begun is over before it begins.
    static func end(_ posting: Posting, at instant: Instant) -> SQL {
        """
        UPDATE roster_posting SET to_at = \(instant)
        WHERE committee = \(posting.committee) AND id = \(posting.id) AND (to_at IS NULL OR to_at > \(instant))
        """
    }

    /// Postings that are not over, ended lately or left work behind, with how much the cadre has open there.
    ///
    /// A territory has a few hundred; their tasks are found through `duty_task_open`.
    static func lines(in scope: Scope, since instant: Instant) -> SQL {
        """
        WITH posting AS (SELECT \(Posting.columns) FROM roster_posting WHERE \(scope)),
        open_task (place, owner, n) AS (
            SELECT committee, owner, COUNT(*) FROM duty_task
            WHERE \(scope) AND state = 'open' AND owner IN (SELECT account FROM posting) GROUP BY committee, owner
        )
        SELECT posting.committee, posting.id, posting.account, posting.appointment, posting.home_unit,
            posting.from_at, posting.to_at, posting.trained_on, posting.letter, posting.logistics,
            COALESCE(open_task.n, 0)
        FROM posting LEFT JOIN open_task
            ON open_task.place = posting.committee AND open_task.owner = posting.account
        WHERE posting.to_at IS NULL OR posting.to_at > \(instant) OR open_task.n > 0
        ORDER BY posting.from_at DESC, posting.id LIMIT 200
        """
    }

    static func insert(_ handOver: HandOverNote) -> SQL {
        """
        INSERT INTO roster_hand_over (committee, id, posting, successor, at, note)
        VALUES (\(handOver.committee), \(handOver.id), \(handOver.posting), \(handOver.successor), \(handOver.at),
            \(handOver.note))
        """
    }

    static func insertTasks(_ rows: [[SQLValue]]) -> SQL {
        "INSERT INTO roster_hand_over_task (committee, hand_over, task) VALUES \(rows: rows)"
    }

    /// What a posting left behind, the latest first; `roster_hand_over_by_posting` serves it.
    static func handOvers(of posting: Posting) -> SQL {
        """
        SELECT id, successor, at, note FROM roster_hand_over
        WHERE committee = \(posting.committee) AND posting = \(posting.id) ORDER BY at DESC, id
        """
    }

    static func tasks(of handOver: HandOverNoteID, in committee: DivisionID) -> SQL {
        """
        SELECT task FROM roster_hand_over_task
        WHERE committee = \(committee) AND hand_over = \(handOver) ORDER BY task
        """
    }
}

extension Posting: RowDecodable {
    static let columns: SQL =
        "committee, id, account, appointment, home_unit, from_at, to_at, trained_on, letter, logistics"

    package init(row: Row) throws {
        committee = try row.column(0)
        id = try row.column(1)
        account = try row.column(2)
        appointment = try row.column(3)
        homeUnit = try row.column(4)
        from = try row.column(5)
        to = try row.column(6)
        trainedOn = try row.column(7)
        letter = try row.column(8)
        logistics = try row.column(9)
    }
}

extension HandOverNote {
    init(_ row: Row, of posting: Posting, tasks: [DutyTaskID]) throws {
        committee = posting.committee
        self.posting = posting.id
        id = try row.column(0)
        successor = try row.column(1)
        at = try row.column(2)
        note = try row.column(3)
        self.tasks = tasks
    }
}
