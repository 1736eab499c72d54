package import Store

/// Many orders given from one person to another in one act, and taken back as a whole.
package struct OrderBatch: Sendable, Equatable {
    package let id: OrderBatchID
    package let from: AccountID
    package let to: AccountID
    /// How many orders it moved.
    package let count: Int
    package let at: Instant
    package let undoneAt: Instant?

    /// For how long it can be taken back.
    static let undoHours = 24
}

/// How many orders somebody has in hand, for the choice of whose to give on.
package struct OrderLoad: Sendable, Equatable, RowDecodable {
    package let owner: AccountID
    package let open: Int
    package let late: Int

    package init(row: Row) throws {
        owner = try row.column(0)
        open = try row.column(1)
        late = try row.column(2)
    }
}

/// What became of an undo.
package struct OrderUndo: Sendable, Equatable {
    package let returned: Int
    /// Orders on which somebody has acted since; they stay where they are.
    package let kept: Int
}
