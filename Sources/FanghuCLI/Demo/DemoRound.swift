import Fanghu

/// One thing that happens everywhere at about the same time of day.
struct DemoRound: Sendable {
    let minuteOfDay: Int
    let act: Act

    enum Act: Hashable, Sendable {
        case periodsEnd
        case records(SlotName)
        case explanations
        case doctor
        case registrations
        case sweep
        case confirmations
        case homeVisits
        case commitments
        case breaches
    }

    /// A day's rounds in order.
    static func day(by schedule: SlotSchedule) -> [DemoRound] {
        let slots = schedule.windows.flatMap { window in
            [
                // Two hours are enough for most; the sweep comes when the version calls a slot overdue.
                DemoRound(minuteOfDay: window.opens + 150, act: .records(window.name)),
                DemoRound(minuteOfDay: window.closes + window.overdueAfterMinutes + 1, act: .sweep),
            ]
        }
        let others = [
            DemoRound(minuteOfDay: 10, act: .periodsEnd), DemoRound(minuteOfDay: 540, act: .explanations),
            DemoRound(minuteOfDay: 570, act: .doctor), DemoRound(minuteOfDay: 600, act: .registrations),
            DemoRound(minuteOfDay: 780, act: .confirmations), DemoRound(minuteOfDay: 840, act: .homeVisits),
            DemoRound(minuteOfDay: 930, act: .commitments), DemoRound(minuteOfDay: 960, act: .breaches),
            DemoRound(minuteOfDay: 1140, act: .doctor),
        ]
        return (slots + others).filter { $0.minuteOfDay < 1440 }.sorted { $0.minuteOfDay < $1.minuteOfDay }
    }
}
