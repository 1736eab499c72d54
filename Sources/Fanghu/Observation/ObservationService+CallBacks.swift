import Store

// Who was released is called again on the days that their version names (DOMAIN §6.3, after).

extension ObservationService {
    /// Makes today's call-backs tasks of the committee; run again it opens nothing twice.
    ///
    /// - Returns: how many observations are to be called for.
    @discardableResult
    package func openCallBacks() async throws -> Int {
        let now = context.now
        let days = Set(protocols().versions.flatMap(\.classes).flatMap(\.callBackDays))
        var called = 0
        for number in days.sorted() {
            var key: ObservationKey? = .start
            while let after = key {
                let released = now.day.adding(days: -number)
                let rows: [ObservationRow] = try await database.read { connection in
                    try connection.all(ObservationQueries.released(on: released, after: after, limit: 200))
                }
                key = rows.last?.key
                let due = try rows.filter { try isCalled($0, on: number) }
                called += due.count
                try await openCallBacks(of: due, on: number, at: now)
            }
        }
        return called
    }

    private func isCalled(_ row: ObservationRow, on number: Int) throws -> Bool {
        try protocols().version(row.version).riskClass(row.riskClass)?.callBackDays.contains(number) ?? false
    }

    private func openCallBacks(of rows: [ObservationRow], on number: Int, at now: Instant) async throws {
        guard !rows.isEmpty else { return }
        let end = now.day.adding(days: 1).instant()
        let deltas = try await database.write { connection in
            let known = try DutyTasks.occasions(
                of: .callBack,
                on: rows.map { (committee: $0.key.committee, subject: .observation($0.key.id)) },
                on: connection
            )
            let drafts = rows.map { row in
                DutyTask.Draft(
                    committee: row.key.committee,
                    kind: .callBack,
                    subject: .observation(row.key.id),
                    occasion: "\(number)",
                    dueAt: end
                )
            }
            let deltas = try DutyTasks.open(
                drafts.filter { !known.contains($0.key) },
                at: now,
                owners: owners,
                context: context,
                on: connection
            )
            try Counters.apply(deltas, on: connection)
            return deltas
        }
        announce(deltas)
    }
}
