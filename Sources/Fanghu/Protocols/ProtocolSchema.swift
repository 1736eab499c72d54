package import Store

/// The drills; everything else about rules is documents.
package enum ProtocolSchema {
    package static let migrations: [Migration] = [
        Migration(
            "protocols-001-drills",
            [
                """
                CREATE TABLE drill (
                    committee BIGINT NOT NULL,
                    from_day INTEGER NOT NULL,
                    to_day INTEGER,
                    protocol TEXT NOT NULL,
                    PRIMARY KEY (committee, from_day)
                ) {clustered}
                """
            ]
        )
    ]
}
