package import Store

/// The counter tables.
package enum FiguresSchema {
    package static let migrations: [Migration] = [
        Migration(
            "figures-001-counters",
            [
                """
                CREATE TABLE counter_total (
                    committee BIGINT NOT NULL,
                    indicator INTEGER NOT NULL,
                    n BIGINT NOT NULL,
                    PRIMARY KEY (committee, indicator)
                ) {clustered}
                """,
                """
                CREATE TABLE counter_day (
                    committee BIGINT NOT NULL,
                    day INTEGER NOT NULL,
                    indicator INTEGER NOT NULL,
                    n BIGINT NOT NULL,
                    PRIMARY KEY (committee, day, indicator)
                ) {clustered}
                """,
                // One day of the whole city must not read every other day of 6,000 committees.
                "CREATE INDEX counter_day_by_day ON counter_day (day, committee, indicator, n)",
            ]
        ),
        Migration(
            "figures-002-version",
            [
                """
                CREATE TABLE counter_version (
                    committee BIGINT NOT NULL PRIMARY KEY,
                    n BIGINT NOT NULL
                ) {clustered}
                """,
                "INSERT INTO counter_version (committee, n) SELECT DISTINCT committee, 1 FROM counter_total",
            ]
        ),
    ]
}
