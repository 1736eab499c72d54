import Store

/// Areas drawn by hand or by streets, each keyed by its committee or township.
enum MapSchema {
    static let migrations: [Migration] = [
        Migration(
            "map-001-areas",
            [
                """
                CREATE TABLE map_area (
                    committee BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    name TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    shape TEXT NOT NULL,
                    from_at BIGINT NOT NULL,
                    to_at BIGINT,
                    is_flagged SMALLINT NOT NULL,
                    created_at BIGINT NOT NULL,
                    PRIMARY KEY (committee, id),
                    UNIQUE (committee, name)
                ) {clustered}
                """
            ]
        )
    ]
}
