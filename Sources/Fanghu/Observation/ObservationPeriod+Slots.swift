// Which slots a period asks for (I-6).

extension ObservationPeriod {
    /// The windows of one day; a segment with one check a day has the first only.
    package func windows(on day: CivilDate, in schedule: SlotSchedule) -> [SlotWindow] {
        guard dayNumber(on: day) != nil, let segment = segment(on: day) else { return [] }
        return Array(schedule.windows.prefix(segment.checksPerDay))
    }

    /// Whether somebody had to record a slot: it lay in the period and in the time of being active.
    ///
    /// A slot counts if it closed after the beginning, and not if it was still open at the end.
    package func asks(
        for slot: DaySlot,
        in schedule: SlotSchedule,
        activeFrom: Instant,
        endedAt: Instant?
    ) -> Bool {
        guard let window = windows(on: slot.day, in: schedule).first(where: { $0.name == slot.slot }) else {
            return false
        }
        let closes = window.closes(on: slot.day)
        return closes > activeFrom && endedAt.map { closes <= $0 } ?? true
    }

    /// Every slot that had opened by a moment, oldest first.
    package func slots(
        in schedule: SlotSchedule,
        activeFrom: Instant,
        endedAt: Instant?,
        openedBy now: Instant
    ) -> [DaySlot] {
        var found: [DaySlot] = []
        var day = max(firstDay, activeFrom.day)
        while day <= min(lastDay, now.day) {
            for window in windows(on: day, in: schedule) where window.opens(on: day) <= now {
                let slot = DaySlot(day: day, slot: window.name)
                if asks(for: slot, in: schedule, activeFrom: activeFrom, endedAt: endedAt) { found.append(slot) }
            }
            day = day.adding(days: 1)
        }
        return found
    }
}
