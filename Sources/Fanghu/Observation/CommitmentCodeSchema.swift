package import Store

/// The one-time codes with which commitments are signed.
package enum CommitmentCodeSchema {
    package static let migrations: [Migration] = [
        Migration(
            "observation-101-commitment-codes",
            [
                """
                CREATE TABLE commitment_code (
                    committee BIGINT NOT NULL,
                    observation TEXT NOT NULL,
                    hash {bytes} NOT NULL,
                    text_version TEXT NOT NULL,
                    made_by TEXT NOT NULL,
                    made_at BIGINT NOT NULL,
                    expires_at BIGINT NOT NULL,
                    wrong_tries INTEGER NOT NULL,
                    used SMALLINT NOT NULL,
                    PRIMARY KEY (committee, observation)
                ) {clustered}
                """
            ]
        )
    ]
}
