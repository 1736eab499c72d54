package import Store

/// The open tasks of one kind in one committee.
package struct CommitteeTally: Sendable, Equatable, RowDecodable {
    package let committee: DivisionID
    package let kind: DutyTask.Kind
    package let open: Int
    package let late: Int

    package init(row: Row) throws {
        guard let kind = DutyTask.Kind(rawValue: try row.column(1)) else {
            throw RowFault.wrongType(1, expected: "DutyTask.Kind")
        }
        committee = try row.column(0)
        self.kind = kind
        open = try row.column(2)
        late = try row.column(3)
    }
}

extension DispatchService {
    /// Where tasks of some kinds are open, for whoever covers several committees; at most 1,000 lines.
    package func committees(
        with kinds: [DutyTask.Kind],
        for actor: Actor
    ) async throws -> [CommitteeTally] {
        let now = context.now
        let scope = try policy.scope(for: actor, .workTasks, at: now)
        return try await database.read { connection in
            try connection.all(DispatchQueries.tally(of: kinds, in: scope, at: now))
        }
    }
}
