import Store

/// Posts, who stands there, and who passed; each keyed by committee.
enum GateSchema {
    static let migrations: [Migration] = [
        Migration("gates-001-posts", posts), Migration("gates-002-passings", passings),
    ]

    private static let posts: [Migration.Statement] = [
        """
        CREATE TABLE gate_post (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            compound TEXT,
            place TEXT,
            opens INTEGER NOT NULL,
            closes INTEGER NOT NULL,
            wanted INTEGER NOT NULL,
            created_at BIGINT NOT NULL,
            PRIMARY KEY (committee, id),
            UNIQUE (committee, place)
        ) {clustered}
        """,
        """
        CREATE TABLE gate_shift (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            post TEXT NOT NULL,
            from_at BIGINT NOT NULL,
            to_at BIGINT NOT NULL,
            account TEXT,
            team TEXT,
            heads INTEGER NOT NULL,
            PRIMARY KEY (committee, id),
            FOREIGN KEY (committee, post) REFERENCES gate_post (committee, id)
        ) {clustered}
        """,
        "CREATE INDEX gate_shift_by_post ON gate_shift (committee, post, to_at)",
        "CREATE INDEX gate_shift_by_account ON gate_shift (account, to_at)",
    ]

    private static let passings: [Migration.Statement] = [
        """
        CREATE TABLE gate_passing (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            post TEXT NOT NULL,
            at BIGINT NOT NULL,
            direction TEXT NOT NULL,
            visit TEXT NOT NULL,
            first TEXT,
            decision TEXT NOT NULL,
            reason TEXT NOT NULL,
            by_account TEXT NOT NULL,
            sealed {bytes},
            PRIMARY KEY (committee, id),
            UNIQUE (committee, first),
            FOREIGN KEY (committee, post) REFERENCES gate_post (committee, id)
        ) {clustered}
        """,
        "CREATE INDEX gate_passing_by_post ON gate_passing (committee, post, at)",
        "CREATE INDEX gate_passing_kept ON gate_passing (at) WHERE sealed IS NOT NULL",
        """
        CREATE TABLE gate_lookup (
            committee BIGINT NOT NULL,
            account TEXT NOT NULL,
            span BIGINT NOT NULL,
            lookups INTEGER NOT NULL,
            misses INTEGER NOT NULL,
            PRIMARY KEY (committee, account, span)
        ) {clustered}
        """,
    ]
}
