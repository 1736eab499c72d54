import Fanghu

/// Plays the weeks before now through the rooms' services, as staff and residents would have acted.
struct DemoPlay {
    let assembly: Assembly
    let clock: DemoClock
    let staff: DemoStaff
    let township: DivisionID
    let notice: String
    let arrivals: ArrivalsService
    let observations: ObservationService
    let intake: DayRecordIntake
    /// The last day of the play: today.
    let today: CivilDate
    var cases: [DemoCase]

    init(
        _ assembly: Assembly,
        _ clock: DemoClock,
        _ staff: DemoStaff,
        at township: DivisionID,
        _ cases: [DemoCase],
        today: CivilDate
    ) {
        self.assembly = assembly
        self.clock = clock
        self.staff = staff
        self.township = township
        self.today = today
        self.cases = cases
        arrivals = assembly.arrivals
        notice = arrivals.noticeVersion
        observations = assembly.observations
        intake = observations.makeIntake()
    }

    /// Plays every round whose time has come before the end.
    mutating func run(from first: CivilDate, until end: Instant, progress: (Int, Int) -> Void) async throws {
        let rounds = DemoRound.day(by: try arrivals.version(for: cases[0].committee, on: today).slots)
        let days = end.day.days(since: first)
        for offset in 0...days {
            let day = first.adding(days: offset)
            for round in rounds {
                let instant = day.instant(minuteOfDay: round.minuteOfDay)
                // Half an hour for the acts of a round, so that nothing is dated behind now.
                guard instant.adding(minutes: 30) <= end else { break }
                clock.move(to: instant)
                try await perform(round.act)
            }
            progress(offset, days)
        }
    }

    private mutating func perform(_ act: DemoRound.Act) async throws {
        switch act {
        case .periodsEnd: try await observations.completePeriods()
        case .sweep: try await observations.sweepSlots()
        case .records(let slot): try await record(slot)
        case .explanations: try await explain()
        case .doctor: try await seeDoctor()
        case .registrations: try await register()
        case .confirmations: try await confirm()
        case .homeVisits: try await visitHomes()
        case .commitments: try await commit()
        case .breaches: try await meetBreaches()
        }
    }

    func indices(_ condition: (DemoCase) -> Bool) -> [Int] {
        cases.indices.filter { condition(cases[$0]) }
    }

    /// Acts on some cases, some seconds after one another.
    mutating func act(
        on indices: [Int],
        _ act: (inout DemoCase, DemoPlay) async throws -> Void
    ) async throws {
        for index in indices {
            var changed = cases[index]
            try await act(&changed, self)
            cases[index] = changed
            clock.advance(seconds: 11)
        }
    }
}
