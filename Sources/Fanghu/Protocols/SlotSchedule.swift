/// The slots of a day, in order and without overlap.
package struct SlotSchedule: Hashable, Sendable, Codable {
    package let windows: [SlotWindow]

    package init(_ windows: [SlotWindow]) {
        self.windows = windows
    }

    package func window(_ name: SlotName) -> SlotWindow? {
        windows.first { $0.name == name }
    }

    /// The slot that a reading belongs to: the last one that had opened, of the day before in the early hours.
    ///
    /// Nil only if there are no slots.
    package func slot(at instant: Instant) -> DaySlot? {
        if let window = windows.last(where: { $0.opens <= instant.minuteOfDay }) {
            return DaySlot(day: instant.day, slot: window.name)
        }
        return windows.last.map { DaySlot(day: instant.day.adding(days: -1), slot: $0.name) }
    }

    /// How many minutes after the slot's end a reading was taken; 0 within it.
    package func lateness(of instant: Instant, in slot: DaySlot) -> Int {
        guard let window = window(slot.slot) else { return 0 }
        let microseconds = instant.microseconds - window.closes(on: slot.day).microseconds
        return max(0, Int(microseconds / 60_000_000))
    }

    /// The moment at which a slot without a record becomes somebody's task; nil for an unknown slot.
    package func overdue(_ slot: DaySlot) -> Instant? {
        window(slot.slot)?.overdue(on: slot.day)
    }
}
