/// What became of every slot of one observation up to a moment (I-6).
package struct SlotLedger: Hashable, Sendable {
    package let entries: [Entry]

    package struct Entry: Hashable, Sendable {
        package let slot: DaySlot
        package let state: State
    }

    /// What became of one slot.
    package enum State: String, CaseIterable, Codable, Sendable {
        case recorded
        case explained
        /// Not over yet, or its time to come in late is not.
        case open
        case missed
    }

    /// - Parameters:
    ///   - recorded: slots with at least one record.
    ///   - explained: slots for which a worker gave a reason.
    package init(
        period: ObservationPeriod,
        schedule: SlotSchedule,
        activeFrom: Instant,
        endedAt: Instant? = nil,
        recorded: Set<DaySlot>,
        explained: Set<DaySlot>,
        now: Instant
    ) {
        entries = period.slots(in: schedule, activeFrom: activeFrom, endedAt: endedAt, openedBy: now)
            .map { slot in
                let isOverdue = schedule.overdue(slot).map { $0 <= now } ?? false
                let hasEnded = endedAt != nil || now >= period.releaseAt
                let state: State =
                    if recorded.contains(slot) {
                        .recorded
                    } else if explained.contains(slot) {
                        .explained
                    } else {
                        isOverdue || hasEnded ? .missed : .open
                    }
                return Entry(slot: slot, state: state)
            }
    }

    /// The slot that can be recorded in time now, if it still lacks a record.
    package var dueNow: [DaySlot] { slots(.open) }

    package var overdue: [DaySlot] { slots(.missed) }

    /// How many slots were missed one after another up to the last one that is over.
    package var missedInARow: Int {
        let over = entries.filter { $0.state != .open }
        return over.reversed().prefix { $0.state == .missed }.count
    }

    package var tally: RecordTally {
        RecordTally(
            due: entries.count,
            recorded: slots(.recorded).count,
            explained: slots(.explained).count
        )
    }

    private func slots(_ state: State) -> [DaySlot] {
        entries.filter { $0.state == state }.map(\.slot)
    }
}

/// How many records there are of how many: the `n/m` of a release (F-06).
package struct RecordTally: Hashable, Sendable, Codable {
    package let due: Int
    package let recorded: Int
    package let explained: Int

    package init(due: Int, recorded: Int, explained: Int) {
        self.due = due
        self.recorded = recorded
        self.explained = explained
    }

    /// Slots with neither a record nor a reason.
    package var missing: Int { max(0, due - recorded - explained) }
}
