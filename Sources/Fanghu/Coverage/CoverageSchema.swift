import Store

/// Areas, pieces, what lies in them, who answers for them, and what was reported; each keyed by committee.
enum CoverageSchema {
    static let migrations: [Migration] = [
        Migration("coverage-001-pieces", pieces),
        Migration("coverage-002-charges", charges),
        Migration("coverage-003-reports", reports),
        Migration("coverage-004-figures", figures),
    ]

    private static let pieces: [Migration.Statement] = [
        """
        CREATE TABLE coverage_area (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            name TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            PRIMARY KEY (committee, id),
            UNIQUE (committee, name)
        ) {clustered}
        """,
        """
        CREATE TABLE coverage_piece (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            scheme TEXT NOT NULL,
            name TEXT NOT NULL,
            area TEXT,
            created_at BIGINT NOT NULL,
            ended_at BIGINT,
            PRIMARY KEY (committee, id),
            FOREIGN KEY (committee, area) REFERENCES coverage_area (committee, id)
        ) {clustered}
        """,
        "CREATE UNIQUE INDEX coverage_piece_name ON coverage_piece (committee, name) WHERE ended_at IS NULL",
        "CREATE INDEX coverage_piece_by_id ON coverage_piece (id)",
        "CREATE INDEX coverage_area_by_id ON coverage_area (id)",
        // The key keeps a place from lying in two pieces, whoever cuts at the same time.
        """
        CREATE TABLE coverage_place (
            committee BIGINT NOT NULL,
            place TEXT NOT NULL,
            piece TEXT NOT NULL,
            since BIGINT NOT NULL,
            PRIMARY KEY (committee, place),
            FOREIGN KEY (committee, piece) REFERENCES coverage_piece (committee, id)
        ) {clustered}
        """,
        "CREATE INDEX coverage_place_by_piece ON coverage_place (committee, piece)",
        """
        CREATE TABLE coverage_place_past (
            committee BIGINT NOT NULL,
            place TEXT NOT NULL,
            from_at BIGINT NOT NULL,
            to_at BIGINT NOT NULL,
            piece TEXT NOT NULL,
            PRIMARY KEY (committee, place, from_at)
        ) {clustered}
        """,
        """
        CREATE TABLE coverage_lineage (
            committee BIGINT NOT NULL,
            piece TEXT NOT NULL,
            successor TEXT NOT NULL,
            at BIGINT NOT NULL,
            PRIMARY KEY (committee, piece, successor)
        ) {clustered}
        """,
    ]

    private static let charges: [Migration.Statement] = [
        """
        CREATE TABLE coverage_charge (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            subject TEXT NOT NULL,
            part TEXT NOT NULL,
            account TEXT NOT NULL,
            from_at BIGINT NOT NULL,
            to_at BIGINT,
            PRIMARY KEY (committee, id)
        ) {clustered}
        """,
        // Nobody can name a second owner beside the first, not even at the same moment on another server.
        """
        CREATE UNIQUE INDEX coverage_owner_once ON coverage_charge (committee, subject)
        WHERE part = 'owner' AND to_at IS NULL
        """,
        "CREATE INDEX coverage_charge_by_subject ON coverage_charge (committee, subject, from_at)",
        "CREATE INDEX coverage_charge_by_account ON coverage_charge (account, committee)",
    ]

    private static let reports: [Migration.Statement] = [
        """
        CREATE TABLE place_heard (
            committee BIGINT NOT NULL,
            place TEXT NOT NULL,
            heard_at BIGINT NOT NULL,
            account TEXT,
            PRIMARY KEY (committee, place)
        ) {clustered}
        """,
        """
        CREATE TABLE coverage_report (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            piece TEXT NOT NULL,
            reported_at BIGINT NOT NULL,
            account TEXT,
            places INTEGER NOT NULL,
            heard INTEGER NOT NULL,
            has_problem SMALLINT NOT NULL,
            sealed {bytes},
            level SMALLINT NOT NULL,
            PRIMARY KEY (committee, id)
        ) {clustered}
        """,
        "CREATE INDEX coverage_report_by_piece ON coverage_report (committee, piece, reported_at)",
        "CREATE INDEX coverage_report_open ON coverage_report (committee, level, id)",
        """
        CREATE TABLE coverage_report_step (
            committee BIGINT NOT NULL,
            report TEXT NOT NULL,
            level SMALLINT NOT NULL,
            at BIGINT NOT NULL,
            account TEXT,
            role TEXT,
            skipped TEXT,
            PRIMARY KEY (committee, report, level),
            FOREIGN KEY (committee, report) REFERENCES coverage_report (committee, id)
        ) {clustered}
        """,
    ]

    /// Places that were there before the room was are counted as covered by nobody (indicators 37 and 38).
    private static let figures: [Migration.Statement] = [
        "INSERT INTO counter_total (committee, indicator, n) SELECT committee, 37, COUNT(*) FROM premises GROUP BY committee",
        """
        INSERT INTO counter_total (committee, indicator, n)
        SELECT committee, 38, COUNT(*) FROM (
            SELECT committee, id FROM dwelling UNION ALL SELECT committee, id FROM premises
        ) AS place GROUP BY committee
        """,
        """
        INSERT INTO counter_version (committee, n) SELECT DISTINCT committee, 1 FROM counter_total WHERE indicator = 38
        ON CONFLICT (committee) DO UPDATE SET n = counter_version.n + 1
        """,
    ]
}
