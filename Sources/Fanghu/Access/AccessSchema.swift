package import Store

/// Accounts, appointments, sessions and tokens: small tables of the whole city, not of a committee.
package enum AccessSchema {
    package static let migrations: [Migration] = [
        Migration(
            "access-001-accounts",
            [
                """
                CREATE TABLE account (
                    id TEXT NOT NULL PRIMARY KEY,
                    name TEXT NOT NULL UNIQUE,
                    display_name TEXT NOT NULL,
                    password TEXT NOT NULL,
                    second_factor {bytes},
                    second_factor_confirmed SMALLINT NOT NULL,
                    last_code_step BIGINT NOT NULL,
                    failures INTEGER NOT NULL,
                    locked_until BIGINT NOT NULL,
                    closed SMALLINT NOT NULL,
                    created_at BIGINT NOT NULL
                ) {clustered}
                """,
                """
                CREATE TABLE appointment (
                    id TEXT NOT NULL PRIMARY KEY,
                    account TEXT NOT NULL REFERENCES account (id),
                    role TEXT NOT NULL,
                    place BIGINT NOT NULL,
                    from_at BIGINT NOT NULL,
                    to_at BIGINT
                ) {clustered}
                """,
                "CREATE INDEX appointment_by_account ON appointment (account)",
                "CREATE INDEX appointment_by_place ON appointment (place, role)",
                """
                CREATE TABLE session (
                    token {bytes} NOT NULL PRIMARY KEY,
                    id TEXT NOT NULL UNIQUE,
                    account TEXT NOT NULL REFERENCES account (id),
                    device TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    last_seen_at BIGINT NOT NULL,
                    expires_at BIGINT NOT NULL
                ) {clustered}
                """,
                "CREATE INDEX session_by_account ON session (account)",
                """
                CREATE TABLE api_token (
                    token {bytes} NOT NULL PRIMARY KEY,
                    id TEXT NOT NULL UNIQUE,
                    account TEXT NOT NULL REFERENCES account (id),
                    label TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    expires_at BIGINT NOT NULL
                ) {clustered}
                """,
            ]
        )
    ]
}
