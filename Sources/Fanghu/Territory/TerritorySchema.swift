package import Store

/// The tables of the divisions and their editions: reference tables, small and the same for the whole city.
package enum TerritorySchema {
    package static let migrations: [Migration] = [
        Migration(
            "territory-001-divisions",
            [
                """
                CREATE TABLE division (
                    id BIGINT NOT NULL,
                    version INTEGER NOT NULL,
                    code BIGINT NOT NULL,
                    name TEXT NOT NULL,
                    level SMALLINT NOT NULL,
                    kind TEXT NOT NULL,
                    urban_rural SMALLINT,
                    parent BIGINT,
                    is_virtual SMALLINT NOT NULL,
                    name_damaged SMALLINT NOT NULL,
                    valid_from INTEGER NOT NULL,
                    valid_to INTEGER,
                    PRIMARY KEY (id, version)
                ) {clustered}
                """,
                "CREATE INDEX division_by_code ON division (code)",
                """
                CREATE TABLE division_edition (
                    number INTEGER NOT NULL PRIMARY KEY,
                    as_of INTEGER NOT NULL,
                    source TEXT NOT NULL,
                    created INTEGER NOT NULL,
                    changed INTEGER NOT NULL,
                    unchanged INTEGER NOT NULL,
                    retired INTEGER NOT NULL,
                    waiting INTEGER NOT NULL,
                    problems INTEGER NOT NULL,
                    imported_at BIGINT NOT NULL,
                    imported_by TEXT NOT NULL
                ) {clustered}
                """,
                """
                CREATE TABLE division_proposal (
                    id TEXT NOT NULL PRIMARY KEY,
                    kind TEXT NOT NULL,
                    division BIGINT NOT NULL,
                    successor BIGINT,
                    code BIGINT,
                    name TEXT,
                    parent BIGINT,
                    urban_rural SMALLINT,
                    as_of INTEGER NOT NULL,
                    state SMALLINT NOT NULL,
                    decided_at BIGINT,
                    decided_by TEXT
                ) {clustered}
                """,
                """
                CREATE TABLE division_successor (
                    division BIGINT NOT NULL,
                    successor BIGINT NOT NULL,
                    since INTEGER NOT NULL,
                    PRIMARY KEY (division, successor)
                ) {clustered}
                """,
                "CREATE TABLE territory_version (id SMALLINT NOT NULL PRIMARY KEY, number INTEGER NOT NULL)",
                "INSERT INTO territory_version (id, number) VALUES (1, 0)",
            ]
        )
    ]
}
