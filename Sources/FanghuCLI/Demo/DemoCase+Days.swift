import Fanghu

extension DemoCase {
    /// A reading as somebody reports it.
    struct Reading {
        let draft: DayRecord.Draft
        let source: RecordSource
        let isFever: Bool
    }

    /// How many days after the arrival a day is.
    func daysIn(_ day: CivilDate) -> Int { day.days(since: arrivesOn) }

    /// One in three is left to whoever tries the demonstration.
    func isReleased(on day: CivilDate) -> Bool {
        daysIn(day) >= 15 && index % 3 != 0
    }

    func breaches(on day: CivilDate) -> Bool {
        if case .breach(let number) = fate { daysIn(day) == number } else { false }
    }

    /// What is reported in a slot; nil where it is forgotten.
    func reading(_ slot: SlotName, at now: Instant, today: CivilDate) -> Reading? {
        let isEvening = now.minuteOfDay > 720
        var chance = DemoChance(4, index, now.day.yyyymmdd, isEvening ? 1 : 0)
        let isFever = hasFeverReading(on: now.day, isEvening: isEvening, today: today)
        let forgets = chance.hits(percent: fate == .forgetful ? 22 : 3)
        if forgets, !isFever, daysIn(now.day) > 0 { return nil }
        let isOwn = chance.hits(percent: 65)
        let degrees = isFever ? "38.\(chance.roll(0...6))" : "36.\(chance.roll(1...9))"
        let draft = DayRecord.Draft(
            takenAt: now.adding(minutes: -chance.roll(3...100)),
            temperature: degrees,
            site: isOwn ? .armpit : .forehead,
            symptoms: isFever ? [.feelsFeverish, .dryCough] : [],
            atHome: true,
            confirmedBy: isOwn ? .selfReport : chance.pick([.seen, .seen, .video, .call])
        )
        return Reading(draft: draft, source: isOwn ? .observee : .worker, isFever: isFever)
    }

    private func hasFeverReading(on day: CivilDate, isEvening: Bool, today: CivilDate) -> Bool {
        switch fate {
        case .feverish(let number), .hospital(let number): !isEvening && daysIn(day) == number
        case .feverNow: isEvening && day == today.adding(days: -1)
        case .ordinary, .unconfirmed, .unvisited, .uncommitted, .unsuitable, .forgetful, .breach: false
        }
    }
}
