import FanghuTesting
import Store

/// An otherwise empty database with the tables of these tests, which know nothing of the product's schema.
@discardableResult
func withThings<Value>(_ engine: Engine, _ body: (Database) async throws -> Value) async throws -> Value {
    try await withDatabaseURL(engine, isMigrated: false) { url in
        let database = try await Database(url: url, connections: 3)
        do {
            try await database.migrate(thingMigrations)
            let value = try await body(database)
            try await database.close()
            return value
        } catch {
            try? await database.close()
            throw error
        }
    }
}

let thingMigrations = [
    Migration(
        "thing-001-things",
        [
            "CREATE TABLE thing (id BIGINT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (id)) {clustered}",
            """
            CREATE TABLE anything (
                id BIGINT NOT NULL, big BIGINT, middle INTEGER, small SMALLINT, real DOUBLE PRECISION, words TEXT,
                octets {bytes}, PRIMARY KEY (id)
            ) {clustered}
            """,
        ]
    ),
    Migration(
        "thing-002-parts",
        [
            """
            CREATE TABLE part (
                thing BIGINT NOT NULL REFERENCES thing (id), number SMALLINT NOT NULL CHECK (number > 0),
                PRIMARY KEY (thing, number)
            ) {clustered}
            """
        ]
    ),
]
