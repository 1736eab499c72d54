import Store

// What a day brings about: who was expected back is visited and registered, what is vacant is looked at again.

extension HouseholdService {
    /// The hour of the day by which who was expected back is to be registered.
    private static let registerBy = 20 * 60

    /// Opens the tasks of a day; run again, or on several servers, it opens nothing twice.
    ///
    /// - Returns: how many dwellings somebody has to go to.
    @discardableResult
    package func followUp() async throws -> Int {
        let today = context.now.day
        let returning = try await open(.registerReturnee, due: today.instant(minuteOfDay: Self.registerBy)) { key in
            HouseholdQueries.expectedBack(by: today, after: key, limit: 200)
        }
        let vacant = try await open(.recheckVacant, due: today.adding(days: 1).instant()) { key in
            HouseholdQueries.recheckDue(by: today, after: key, limit: 200)
        }
        return returning + vacant
    }

    private func open(
        _ kind: DutyTask.Kind,
        due: Instant,
        _ page: @escaping @Sendable (PlaceKey) -> SQL
    ) async throws -> Int {
        let now = context.now
        var count = 0
        var key: PlaceKey? = .start
        while let after = key {
            let found = try await database.read { connection in
                try connection.rows(page(after))
                    .map { row in
                        (
                            committee: try row.column(0, as: DivisionID.self),
                            dwelling: try row.column(1, as: PlaceID.self)
                        )
                    }
            }
            key = found.last.map { PlaceKey(committee: $0.committee, id: $0.dwelling.text) }
            count += found.count
            guard !found.isEmpty else { break }
            let deltas = try await database.write { connection in
                let drafts = found.map { place in
                    DutyTask.Draft(
                        committee: place.committee,
                        kind: kind,
                        subject: .dwelling(place.dwelling),
                        dueAt: max(due, now)
                    )
                }
                let deltas = try DutyTasks.open(drafts, at: now, owners: owners, context: context, on: connection)
                try Counters.apply(deltas, on: connection)
                return deltas
            }
            announce(deltas)
        }
        return count
    }
}
