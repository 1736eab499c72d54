package import Store

/// Observations, what happened to them, their day records, slots and documents.
package enum ObservationSchema {
    package static let migrations: [Migration] = [
        Migration("observation-001-observations", observations),
        Migration("observation-002-day-records", dayRecords),
        Migration("observation-003-documents", documents),
        Migration(
            "observation-004-open",
            ["CREATE INDEX observation_open ON observation (committee, id) WHERE ended_at IS NULL"]
        ),
        Migration(
            "observation-005-tests",
            [
                """
                CREATE TABLE observation_test (
                    committee BIGINT NOT NULL,
                    observation TEXT NOT NULL,
                    sampled_on INTEGER NOT NULL,
                    sample SMALLINT NOT NULL,
                    result TEXT NOT NULL,
                    recorded_at BIGINT NOT NULL,
                    account TEXT,
                    PRIMARY KEY (committee, observation, sampled_on, sample),
                    FOREIGN KEY (committee, observation) REFERENCES observation (committee, id)
                ) {clustered}
                """
            ]
        ),
        Migration(
            "observation-006-released",
            ["CREATE INDEX observation_released ON observation (ended_at) WHERE state = 'released'"]
        ),
    ]

    /// `active_observation` is the look-up of I-4: one row per person who is being observed anywhere in the city.
    private static let observations: [Migration.Statement] = [
        """
        CREATE TABLE observation (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            person TEXT NOT NULL,
            arrival TEXT,
            state TEXT NOT NULL,
            feverish SMALLINT NOT NULL,
            breached SMALLINT NOT NULL,
            mode TEXT NOT NULL,
            protocol TEXT NOT NULL,
            risk_class TEXT NOT NULL,
            period TEXT NOT NULL,
            first_day INTEGER NOT NULL,
            last_day INTEGER NOT NULL,
            notice TEXT,
            version BIGINT NOT NULL,
            created_at BIGINT NOT NULL,
            active_from BIGINT,
            ended_at BIGINT,
            PRIMARY KEY (committee, id)
        ) {clustered}
        """,
        // Not unique and not led by the committee: addresses in the API name the id alone.
        "CREATE INDEX observation_by_id ON observation (id)",
        "CREATE INDEX observation_by_state ON observation (committee, state, id)",
        "CREATE INDEX observation_by_arrival ON observation (committee, arrival)",
        "CREATE INDEX observation_by_person ON observation (committee, person)",
        "CREATE INDEX observation_due ON observation (committee, last_day) WHERE state = 'active'",
        """
        CREATE TABLE observation_event (
            committee BIGINT NOT NULL,
            observation TEXT NOT NULL,
            number BIGINT NOT NULL,
            at BIGINT NOT NULL,
            kind TEXT NOT NULL,
            state TEXT NOT NULL,
            account TEXT,
            actor TEXT NOT NULL,
            role TEXT,
            sealed {bytes},
            PRIMARY KEY (committee, observation, number)
        ) {clustered}
        """,
        """
        CREATE TABLE active_observation (
            person TEXT NOT NULL PRIMARY KEY,
            committee BIGINT NOT NULL,
            observation TEXT NOT NULL
        ) {clustered}
        """,
    ]

    private static let dayRecords: [Migration.Statement] = [
        """
        CREATE TABLE day_record (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            observation TEXT NOT NULL,
            day INTEGER NOT NULL,
            slot TEXT NOT NULL,
            taken_at BIGINT NOT NULL,
            received_at BIGINT NOT NULL,
            late SMALLINT NOT NULL,
            source TEXT NOT NULL,
            account TEXT,
            digest {bytes} NOT NULL,
            sealed {bytes} NOT NULL,
            PRIMARY KEY (committee, id)
        ) {clustered}
        """,
        "CREATE INDEX day_record_by_observation ON day_record (committee, observation, taken_at)",
        """
        CREATE TABLE observation_slot (
            committee BIGINT NOT NULL,
            observation TEXT NOT NULL,
            day INTEGER NOT NULL,
            slot TEXT NOT NULL,
            state TEXT NOT NULL,
            record TEXT,
            missed_at BIGINT,
            PRIMARY KEY (committee, observation, day, slot)
        ) {clustered}
        """,
    ]

    private static let documents: [Migration.Statement] = [
        """
        CREATE TABLE commitment (
            committee BIGINT NOT NULL,
            observation TEXT NOT NULL,
            signed_at BIGINT NOT NULL,
            text_version TEXT NOT NULL,
            signature TEXT NOT NULL,
            witness TEXT,
            sealed {bytes} NOT NULL,
            PRIMARY KEY (committee, observation, signed_at)
        ) {clustered}
        """,
        """
        CREATE TABLE release_note (
            serial TEXT NOT NULL PRIMARY KEY,
            committee BIGINT NOT NULL,
            observation TEXT NOT NULL,
            issued_at BIGINT NOT NULL,
            issuer TEXT NOT NULL,
            protocol TEXT NOT NULL,
            first_day INTEGER NOT NULL,
            last_day INTEGER NOT NULL,
            records_complete INTEGER NOT NULL,
            records_due INTEGER NOT NULL,
            sealed {bytes} NOT NULL
        ) {clustered}
        """,
        "CREATE INDEX release_note_by_observation ON release_note (committee, observation)",
        """
        CREATE TABLE release_serial (
            year INTEGER NOT NULL,
            centre BIGINT NOT NULL,
            last BIGINT NOT NULL,
            PRIMARY KEY (centre, year)
        ) {clustered}
        """,
    ]
}
