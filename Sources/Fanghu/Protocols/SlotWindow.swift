/// The name of a slot, such as `morning`.
package struct SlotName: Hashable, Sendable, Codable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var description: String { text }
}

/// A time of day in which a temperature is to be recorded, in minutes of the day in Shanghai.
package struct SlotWindow: Hashable, Sendable, Codable {
    package let name: SlotName
    package let title: Words
    package let opens: Int
    package let closes: Int
    /// How long after closing a record is waited for before somebody is sent after it.
    package let overdueAfterMinutes: Int

    package init(name: SlotName, title: Words, opens: Int, closes: Int, overdueAfterMinutes: Int) {
        self.name = name
        self.title = title
        self.opens = opens
        self.closes = closes
        self.overdueAfterMinutes = overdueAfterMinutes
    }

    package func opens(on day: CivilDate) -> Instant { day.instant(minuteOfDay: opens) }
    package func closes(on day: CivilDate) -> Instant { day.instant(minuteOfDay: closes) }

    /// From this moment a missing record is a task for a worker.
    package func overdue(on day: CivilDate) -> Instant { closes(on: day).adding(minutes: overdueAfterMinutes) }
}

/// One slot of one day.
///
/// Not comparable by itself: which slot of a day comes first is known to the schedule only.
package struct DaySlot: Hashable, Sendable, Codable {
    package let day: CivilDate
    package let slot: SlotName

    package init(day: CivilDate, slot: SlotName) {
        self.day = day
        self.slot = slot
    }
}
