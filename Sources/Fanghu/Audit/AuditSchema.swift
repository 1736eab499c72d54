package import Store

/// The record of acts: one hash chain per committee.
package enum AuditSchema {
    package static let migrations: [Migration] = [
        Migration(
            "audit-001-chain",
            [
                """
                CREATE TABLE audit_head (
                    committee BIGINT NOT NULL PRIMARY KEY,
                    sequence BIGINT NOT NULL,
                    digest {bytes} NOT NULL
                ) {clustered}
                """,
                """
                CREATE TABLE audit_entry (
                    committee BIGINT NOT NULL,
                    sequence BIGINT NOT NULL,
                    at BIGINT NOT NULL,
                    account TEXT,
                    actor TEXT NOT NULL,
                    role TEXT,
                    act TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    reason TEXT,
                    detail TEXT,
                    digest {bytes} NOT NULL,
                    PRIMARY KEY (committee, sequence)
                ) {clustered}
                """,
                "CREATE INDEX audit_entry_by_subject ON audit_entry (committee, subject, sequence)",
            ]
        )
    ]
}
