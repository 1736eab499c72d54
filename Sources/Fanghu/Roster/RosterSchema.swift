import Store

/// Who is away, who is posted where, what was handed over, and the Party organisations' counts; each keyed by committee.
enum RosterSchema {
    static let migrations: [Migration] = [
        Migration(
            "roster-001-absences",
            [
                """
                CREATE TABLE roster_absence (
                    committee BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    who TEXT NOT NULL,
                    from_at BIGINT NOT NULL,
                    to_at BIGINT NOT NULL,
                    is_daily SMALLINT NOT NULL,
                    until_at BIGINT,
                    end_at BIGINT NOT NULL,
                    reason TEXT NOT NULL,
                    stand_in TEXT,
                    PRIMARY KEY (committee, id)
                ) {clustered}
                """,
                "CREATE INDEX roster_absence_by_end ON roster_absence (committee, end_at)",
                "CREATE INDEX roster_absence_by_stand_in ON roster_absence (stand_in, end_at)",
            ]
        ),
        Migration(
            "roster-002-postings",
            [
                """
                CREATE TABLE roster_posting (
                    committee BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    account TEXT NOT NULL,
                    appointment TEXT NOT NULL,
                    home_unit TEXT NOT NULL,
                    from_at BIGINT NOT NULL,
                    to_at BIGINT,
                    trained_on INTEGER NOT NULL,
                    letter TEXT NOT NULL,
                    logistics TEXT NOT NULL,
                    PRIMARY KEY (committee, id)
                ) {clustered}
                """,
                "CREATE INDEX roster_posting_by_account ON roster_posting (committee, account)",
                """
                CREATE TABLE roster_hand_over (
                    committee BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    posting TEXT NOT NULL,
                    successor TEXT NOT NULL,
                    at BIGINT NOT NULL,
                    note TEXT NOT NULL,
                    PRIMARY KEY (committee, id),
                    FOREIGN KEY (committee, posting) REFERENCES roster_posting (committee, id)
                ) {clustered}
                """,
                "CREATE INDEX roster_hand_over_by_posting ON roster_hand_over (committee, posting)",
                """
                CREATE TABLE roster_hand_over_task (
                    committee BIGINT NOT NULL,
                    hand_over TEXT NOT NULL,
                    task TEXT NOT NULL,
                    PRIMARY KEY (committee, hand_over, task),
                    FOREIGN KEY (committee, hand_over) REFERENCES roster_hand_over (committee, id)
                ) {clustered}
                """,
            ]
        ),
        Migration(
            "roster-003-party",
            [
                """
                CREATE TABLE roster_party_report (
                    committee BIGINT NOT NULL,
                    day INTEGER NOT NULL,
                    members_on_duty INTEGER NOT NULL,
                    volunteers INTEGER NOT NULL,
                    posts_staffed INTEGER NOT NULL,
                    at BIGINT NOT NULL,
                    PRIMARY KEY (committee, day)
                ) {clustered}
                """,
                "CREATE INDEX roster_party_report_by_day ON roster_party_report (day, committee)",
            ]
        ),
    ]
}
