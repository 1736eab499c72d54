import Store

/// The tables of the register of persons.
enum PeopleSchema {
    static let migrations: [Migration] = [
        Migration(
            "people-001-register",
            [
                """
                CREATE TABLE person (
                    committee BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    sealed {bytes} NOT NULL,
                    document_pending SMALLINT NOT NULL,
                    created_at BIGINT NOT NULL,
                    updated_at BIGINT NOT NULL,
                    version INTEGER NOT NULL,
                    PRIMARY KEY (committee, id)
                )
                """,
                "CREATE INDEX person_by_id ON person (id)",
                "CREATE INDEX person_pending ON person (committee, id) WHERE document_pending = 1",
                // Keyed hashes of one and two characters and the like; what they stand for is in the vault alone.
                """
                CREATE TABLE person_token (
                    committee BIGINT NOT NULL,
                    token BIGINT NOT NULL,
                    person TEXT NOT NULL,
                    PRIMARY KEY (committee, token, person)
                ) {clustered}
                """,
                // How many persons a committee has. It also leads a search over a district into the tokens of each
                // committee, which are ordered by committee first.
                """
                CREATE TABLE person_committee (
                    committee BIGINT NOT NULL PRIMARY KEY,
                    persons BIGINT NOT NULL
                )
                """,
                // A document belongs to one person in the whole city (DESIGN §4.7).
                """
                CREATE TABLE document_index (
                    hash {bytes} NOT NULL PRIMARY KEY,
                    committee BIGINT NOT NULL,
                    person TEXT NOT NULL
                ) {clustered}
                """,
            ]
        )
    ]
}
