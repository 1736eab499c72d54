import Store

/// What places do against the epidemic, each keyed by the committee or division it is for.
enum MeasureSchema {
    static let migrations: [Migration] = [
        Migration(
            "measures-001",
            [
                """
                CREATE TABLE measure (
                    committee BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    compound TEXT,
                    kind TEXT NOT NULL,
                    text_zh TEXT NOT NULL,
                    text_en TEXT NOT NULL,
                    from_at BIGINT NOT NULL,
                    to_at BIGINT,
                    decision TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    PRIMARY KEY (committee, id)
                ) {clustered}
                """
            ]
        )
    ]
}
