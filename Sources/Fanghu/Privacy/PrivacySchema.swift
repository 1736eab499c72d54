package import Store

/// The one table of the room: by which keys the database was written.
package enum PrivacySchema {
    package static let migrations: [Migration] = [
        Migration(
            "privacy-001-key-mark",
            [
                """
                CREATE TABLE key_mark (
                    id SMALLINT NOT NULL PRIMARY KEY,
                    mark {bytes} NOT NULL,
                    made_at BIGINT NOT NULL
                )
                """
            ]
        )
    ]
}
