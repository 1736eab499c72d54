package import Store

/// Registrations of arrivals and the leads that must become registrations.
package enum ArrivalsSchema {
    package static let migrations: [Migration] = [
        Migration("arrivals-001-arrivals", arrivals),
        Migration("arrivals-002-leads", leads),
        Migration("arrivals-003-awaiting", awaiting),
        Migration("arrivals-004-by-person", ["CREATE INDEX arrival_of_person ON arrival (person)"]),
    ]

    /// Those without a confirmed dwelling, few among all, in the order of their pages.
    private static let awaiting: [Migration.Statement] = [
        "CREATE INDEX arrival_awaiting ON arrival (committee, id) WHERE state IN ('preReported', 'arrived')"
    ]

    private static let arrivals: [Migration.Statement] = [
        """
        CREATE TABLE arrival (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            person TEXT NOT NULL,
            person_committee BIGINT NOT NULL,
            state TEXT NOT NULL,
            arrived_on INTEGER NOT NULL,
            protocol TEXT NOT NULL,
            risk_class TEXT NOT NULL,
            check_code TEXT NOT NULL,
            key_area SMALLINT NOT NULL,
            needs_observation SMALLINT NOT NULL,
            source TEXT NOT NULL,
            digest {bytes} NOT NULL,
            version BIGINT NOT NULL,
            received_at BIGINT NOT NULL,
            confirmed_at BIGINT,
            sealed {bytes} NOT NULL,
            PRIMARY KEY (committee, id)
        ) {clustered}
        """,
        "CREATE INDEX arrival_by_id ON arrival (id)",
        "CREATE INDEX arrival_by_state ON arrival (committee, state, id)",
        "CREATE INDEX arrival_by_person ON arrival (committee, person)",
        """
        CREATE TABLE arrival_event (
            committee BIGINT NOT NULL,
            arrival TEXT NOT NULL,
            number BIGINT NOT NULL,
            at BIGINT NOT NULL,
            kind TEXT NOT NULL,
            state TEXT NOT NULL,
            account TEXT,
            actor TEXT NOT NULL,
            role TEXT,
            sealed {bytes},
            PRIMARY KEY (committee, arrival, number)
        ) {clustered}
        """,
    ]

    private static let leads: [Migration.Statement] = [
        """
        CREATE TABLE lead (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            source TEXT NOT NULL,
            state TEXT NOT NULL,
            received_at BIGINT NOT NULL,
            due_at BIGINT NOT NULL,
            resolved_at BIGINT,
            resolved_by TEXT,
            arrival TEXT,
            sealed {bytes} NOT NULL,
            PRIMARY KEY (committee, id)
        ) {clustered}
        """,
        "CREATE INDEX lead_by_id ON lead (id)",
        "CREATE INDEX lead_open ON lead (committee, due_at, id) WHERE state = 'open'",
    ]
}
