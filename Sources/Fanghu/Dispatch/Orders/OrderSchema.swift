import Store

/// Orders, their steps and who called; the tasks that belong to an order carry its id.
enum OrderSchema {
    static let migrations: [Migration] = [
        Migration(
            "orders-001-orders",
            [
                """
                CREATE TABLE work_order (
                    committee BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    code TEXT NOT NULL,
                    urgency TEXT NOT NULL,
                    state TEXT NOT NULL,
                    owner TEXT,
                    place TEXT,
                    subject TEXT,
                    source TEXT NOT NULL,
                    proved_by_fact SMALLINT NOT NULL,
                    reported_at BIGINT NOT NULL,
                    due_at BIGINT NOT NULL,
                    handle_by BIGINT,
                    acknowledged_at BIGINT,
                    contacted_at BIGINT,
                    handled_at BIGINT,
                    handled_by TEXT,
                    verified_by TEXT,
                    closed_at BIGINT,
                    extension_asked_by TEXT,
                    extensions INTEGER NOT NULL,
                    suspended_at BIGINT,
                    duplicate_of TEXT,
                    escalated_at BIGINT,
                    solved SMALLINT,
                    satisfied SMALLINT,
                    version INTEGER NOT NULL,
                    sealed {bytes},
                    PRIMARY KEY (committee, id)
                ) {clustered}
                """,
                "CREATE INDEX work_order_by_id ON work_order (id)",
                "CREATE INDEX work_order_open ON work_order (committee, due_at, id) WHERE closed_at IS NULL",
                "CREATE INDEX work_order_state ON work_order (state, due_at, committee, id) WHERE closed_at IS NULL",
                "CREATE INDEX work_order_of_owner ON work_order (owner, due_at, id) WHERE closed_at IS NULL",
                "CREATE INDEX work_order_reported ON work_order (committee, reported_at, id)",
                """
                CREATE TABLE order_step (
                    committee BIGINT NOT NULL,
                    order_id TEXT NOT NULL,
                    number INTEGER NOT NULL,
                    id TEXT,
                    act TEXT NOT NULL,
                    state TEXT NOT NULL,
                    at BIGINT NOT NULL,
                    account TEXT,
                    role TEXT,
                    standing_in_for TEXT,
                    owner TEXT,
                    sealed {bytes},
                    PRIMARY KEY (committee, order_id, number)
                ) {clustered}
                """,
                // The sender's id: a double click or a lost answer makes no second step.
                "CREATE UNIQUE INDEX order_step_once ON order_step (committee, id) WHERE id IS NOT NULL",
                // Who called lies apart, under a key of its own (R-PRIV-19).
                """
                CREATE TABLE order_caller (
                    committee BIGINT NOT NULL,
                    order_id TEXT NOT NULL,
                    sealed {bytes} NOT NULL,
                    PRIMARY KEY (committee, order_id)
                ) {clustered}
                """,
                "ALTER TABLE duty_task ADD COLUMN order_id TEXT",
                """
                CREATE INDEX duty_task_by_order ON duty_task (committee, order_id) WHERE order_id IS NOT NULL
                """,
            ]
        ),
        Migration(
            "orders-002-batches",
            [
                """
                CREATE TABLE order_batch (
                    committee BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    from_account TEXT NOT NULL,
                    to_account TEXT NOT NULL,
                    at BIGINT NOT NULL,
                    account TEXT,
                    undone_at BIGINT,
                    PRIMARY KEY (committee, id)
                ) {clustered}
                """,
                "CREATE INDEX order_batch_by_id ON order_batch (id)",
                """
                CREATE TABLE order_batch_item (
                    committee BIGINT NOT NULL,
                    batch TEXT NOT NULL,
                    order_id TEXT NOT NULL,
                    state TEXT NOT NULL,
                    due_at BIGINT NOT NULL,
                    acknowledged_at BIGINT,
                    version INTEGER NOT NULL,
                    PRIMARY KEY (committee, batch, order_id)
                ) {clustered}
                """,
            ]
        ),
    ]
}
