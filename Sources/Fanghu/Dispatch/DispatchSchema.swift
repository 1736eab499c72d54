package import Store

/// The task list.
package enum DispatchSchema {
    package static let migrations: [Migration] = [
        Migration(
            "dispatch-001-tasks",
            [
                """
                CREATE TABLE duty_task (
                    committee BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    key TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    state TEXT NOT NULL,
                    owner TEXT,
                    opened_at BIGINT NOT NULL,
                    due_at BIGINT NOT NULL,
                    closed_at BIGINT,
                    closed_by TEXT,
                    note TEXT,
                    PRIMARY KEY (committee, id)
                ) {clustered}
                """,
                "CREATE UNIQUE INDEX duty_task_open_once ON duty_task (committee, key) WHERE state = 'open'",
                """
                CREATE INDEX duty_task_open ON duty_task (committee, due_at, id) WHERE state = 'open'
                """,
                "CREATE INDEX duty_task_by_id ON duty_task (id)",
                "CREATE INDEX duty_task_by_subject ON duty_task (committee, subject)",
            ]
        )
    ]
}
