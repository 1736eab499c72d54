import Store

// What time brings about: missed slots become tasks, ended periods become due for release. Nothing is released here (I-5).

extension ObservationService {
    /// Turns every overdue slot without a record into a task, once, however often and on however many servers it runs.
    ///
    /// - Returns: how many slots were marked.
    @discardableResult
    package func sweepSlots() async throws -> Int {
        let now = context.now
        var marked = 0
        for version in protocols().versions {
            for window in version.slots.windows {
                for day in [now.day.adding(days: -1), now.day] where window.overdue(on: day) <= now {
                    marked += try await sweep(DaySlot(day: day, slot: window.name), of: version, at: now)
                }
            }
        }
        return marked
    }

    /// Makes observations whose last day is over due for release; those with an open fever or breach stay as they are.
    @discardableResult
    package func completePeriods() async throws -> Int {
        let now = context.now
        var completed = 0
        var key = ObservationKey.start
        while true {
            let after = key
            let rows: [ObservationRow] = try await database.read { connection in
                try connection.all(ObservationQueries.periodOver(before: now.day, after: after, limit: 200))
            }
            guard let last = rows.last else { return completed }
            key = last.key
            let quiet = rows.filter { !$0.state.conditions.isFeverish && !$0.state.conditions.isBreached }
            for row in quiet where try await complete(row, at: now) { completed += 1 }
        }
    }

    private func complete(_ row: ObservationRow, at now: Instant) async throws -> Bool {
        try await carryOut(.periodCompleted, on: row, as: "periods", at: now)
    }

    /// Carries out what a job has found due; false when somebody acted on it at this moment: the next round looks again.
    func carryOut(
        _ event: ObservationEvent,
        on row: ObservationRow,
        as job: String,
        at now: Instant
    ) async throws -> Bool {
        do {
            let deltas = try await database.write { connection in
                let authority = Authority.system(job: job, at: now)
                let step = try ObservationStep(event, to: row, given: facts(about: row, at: now), by: authority)
                return try write([step], on: connection)
            }
            announce(deltas)
            return true
        } catch ObservationRequestRefusal.changedMeanwhile {
            return false
        }
    }

    private func sweep(_ slot: DaySlot, of version: ProtocolVersion, at now: Instant) async throws -> Int {
        var marked = 0
        var key = ObservationKey.start
        while true {
            let after = key
            let rows: [ObservationRow] = try await database.read { connection in
                try connection.all(
                    DayRecordQueries.unfilled(slot.slot.text, on: slot.day, by: version.id, after: after, limit: 200)
                )
            }
            guard let last = rows.last else { return marked }
            key = last.key
            let asked = try rows.filter { row in
                try periods.period(of: row)
                    .asks(
                        for: slot,
                        in: version.slots,
                        activeFrom: row.activeFrom ?? now,
                        endedAt: row.endedAt
                    )
            }
            guard !asked.isEmpty else { continue }
            marked += try await mark(slot, of: asked, at: now)
        }
    }

    private func mark(_ slot: DaySlot, of rows: [ObservationRow], at now: Instant) async throws -> Int {
        let (count, deltas) = try await database.write { connection in
            let values = rows.map { row in
                row.key.values + [
                    slot.day.sqlValue, slot.slot.text.sqlValue, SlotRow.State.missed.rawValue.sqlValue, .null,
                    now.sqlValue,
                ]
            }
            let marked = Set(
                try connection.rows(DayRecordQueries.markMissed(values))
                    .map { row in
                        ObservationKey(committee: try row.column(0), id: try row.column(1))
                    }
            )
            let authority = Authority.system(job: "slots", at: now)
            let steps = try rows.filter { marked.contains($0.key) }
                .map { row in
                    var facts = try facts(about: row, at: now)
                    facts.missedInARow = max(1, try ledger(of: row, facts, on: connection).missedInARow)
                    return try ObservationStep(.slotMissed(slot), to: row, given: facts, by: authority)
                }
            return (steps.count, try write(steps, on: connection))
        }
        announce(deltas)
        return count
    }
}
