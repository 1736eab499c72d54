import Fanghu
import Testing

/// I-6: every slot of an active observation has a record, a reason, or is somebody's task.
struct SlotLedgerTests {
    private let schedule = RuleSample.version.slots

    private func ledger(
        activeFrom: Instant = at(2020_02_03, 18),
        endedAt: Instant? = nil,
        recorded: [(Int, SlotName)] = [],
        explained: [(Int, SlotName)] = [],
        now: Instant
    ) -> SlotLedger {
        SlotLedger(
            period: RuleSample.period,
            schedule: schedule,
            activeFrom: activeFrom,
            endedAt: endedAt,
            recorded: Set(recorded.map { DaySlot(day: day($0.0), slot: $0.1) }),
            explained: Set(explained.map { DaySlot(day: day($0.0), slot: $0.1) }),
            now: now
        )
    }

    @Test func `I-6: fourteen days are twenty-eight slots, and none has two states or no state`() {
        let whole = ledger(now: at(2020_02_18, 0))
        #expect(whole.entries.count == 28)
        #expect(Set(whole.entries.map(\.slot)).count == 28)
        #expect(whole.tally == RecordTally(due: 28, recorded: 0, explained: 0))
        #expect(whole.tally.missing == 28)
        #expect(ledger(now: at(2020_03_31, 0)).entries.count == 28, "nothing is asked after the last day")
    }

    @Test(arguments: [
        (2020_02_04, 5, 59, 0, 0), (2020_02_04, 6, 0, 1, 0), (2020_02_04, 11, 59, 1, 0), (2020_02_04, 12, 0, 0, 1),
        (2020_02_04, 15, 0, 1, 1), (2020_02_04, 22, 0, 0, 2), (2020_02_05, 0, 0, 0, 2),
    ])
    func `a slot is open from its opening until an hour after it closed`(
        date: Int,
        hour: Int,
        minute: Int,
        open: Int,
        missed: Int
    ) {
        let found = ledger(now: at(date, hour, minute))
        #expect(found.dueNow.count == open)
        #expect(found.overdue.count == missed)
    }

    @Test func `missed in a row counts back from the last slot that is over`() {
        let first = (2020_02_04, RuleSample.morning)
        #expect(ledger(now: at(2020_02_04, 12)).missedInARow == 1)
        #expect(ledger(now: at(2020_02_04, 22)).missedInARow == 2)
        #expect(ledger(recorded: [first], now: at(2020_02_04, 22)).missedInARow == 1)
        #expect(ledger(explained: [(2020_02_04, RuleSample.evening)], now: at(2020_02_04, 22)).missedInARow == 0)
        #expect(ledger(now: at(2020_02_05, 7)).missedInARow == 2, "the slot that is open does not interrupt")
    }

    @Test func `who began in the middle owes what closed after the beginning`() {
        let found = ledger(activeFrom: at(2020_02_06, 10, 59), now: at(2020_02_06, 23))
        #expect(found.entries.map(\.slot.slot) == [RuleSample.morning, RuleSample.evening])
        let later = ledger(activeFrom: at(2020_02_06, 11), now: at(2020_02_06, 23))
        #expect(later.entries.map(\.slot.slot) == [RuleSample.evening])
    }

    @Test func `who was taken to hospital in a slot does not owe it`() {
        let found = ledger(endedAt: at(2020_02_05, 8), now: at(2020_02_10, 8))
        #expect(found.entries.count == 2)
        #expect(found.overdue.count == 2, "what was missed before stays missed")
    }

    @Test func `one check a day is the first slot`() {
        let segments = [Segment(mode: .selfMonitoring, days: 3, startsFrom: .arrival, checksPerDay: 1, mayLeave: true)]
        let period = ObservationPeriod(event: day(2020_02_03), counting: .eventIsDayZero, segments: segments)
        let slots = period.slots(in: schedule, activeFrom: at(2020_02_03, 8), endedAt: nil, openedBy: at(2020_02_20, 0))
        #expect(slots.map(\.slot) == [RuleSample.morning, RuleSample.morning, RuleSample.morning])
    }

    @Test(arguments: [
        (2020_02_05, 6, 0, 2020_02_05, "morning", 0), (2020_02_05, 10, 59, 2020_02_05, "morning", 0),
        (2020_02_05, 11, 30, 2020_02_05, "morning", 30), (2020_02_05, 15, 0, 2020_02_05, "evening", 0),
        (2020_02_05, 23, 0, 2020_02_05, "evening", 120), (2020_02_06, 3, 0, 2020_02_05, "evening", 360),
    ])
    func `a reading belongs to the slot that opened last`(
        date: Int,
        hour: Int,
        minute: Int,
        slotDay: Int,
        name: String,
        late: Int
    ) throws {
        let slot = try #require(schedule.slot(at: at(date, hour, minute)))
        #expect(slot == DaySlot(day: day(slotDay), slot: SlotName(name)))
        #expect(schedule.lateness(of: at(date, hour, minute), in: slot) == late)
    }
}
