import Store

/// What is known of dwellings, and every change of it; each keyed by committee.
enum HouseholdSchema {
    static let migrations: [Migration] = [
        Migration(
            "households-001-register",
            [
                """
                CREATE TABLE household (
                    committee BIGINT NOT NULL,
                    dwelling TEXT NOT NULL,
                    presence TEXT NOT NULL,
                    return_on INTEGER,
                    evidence TEXT,
                    recheck_on INTEGER,
                    tenure TEXT,
                    living INTEGER,
                    away INTEGER,
                    heard_at BIGINT NOT NULL,
                    heard_by TEXT,
                    version INTEGER NOT NULL,
                    field_versions TEXT NOT NULL,
                    sealed {bytes} NOT NULL,
                    PRIMARY KEY (committee, dwelling),
                    FOREIGN KEY (committee, dwelling) REFERENCES dwelling (committee, id)
                ) {clustered}
                """,
                "CREATE INDEX household_away ON household (committee, dwelling) WHERE presence = 'away'",
                "CREATE INDEX household_vacant ON household (committee, dwelling) WHERE presence = 'vacant'",
                "CREATE INDEX household_returning ON household (return_on) WHERE presence = 'away'",
                "CREATE INDEX household_recheck ON household (recheck_on) WHERE presence = 'vacant'",
                // The sender's id is the key: a change that arrives twice is one.
                """
                CREATE TABLE household_change (
                    committee BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    dwelling TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    at BIGINT NOT NULL,
                    account TEXT,
                    role TEXT,
                    channel TEXT NOT NULL,
                    with_police SMALLINT NOT NULL,
                    presence TEXT NOT NULL,
                    digest {bytes} NOT NULL,
                    sealed {bytes} NOT NULL,
                    PRIMARY KEY (committee, id)
                ) {clustered}
                """,
                "CREATE UNIQUE INDEX household_change_in_order ON household_change (committee, dwelling, version)",
                """
                CREATE TABLE household_notice (
                    committee BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    dwelling TEXT NOT NULL,
                    text_version TEXT NOT NULL,
                    at BIGINT NOT NULL,
                    account TEXT,
                    receipt TEXT NOT NULL,
                    PRIMARY KEY (committee, id)
                ) {clustered}
                """,
                "CREATE INDEX household_notice_by_dwelling ON household_notice (committee, dwelling, at)",
            ]
        )
    ]
}
