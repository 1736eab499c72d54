import Fanghu
import FanghuTesting
import Testing

/// I-16 over random rosters, against an oracle that is written differently on purpose.
struct RosterPropertyTests {
    /// A roster of some random days, with borders on the hour and on the odd microsecond.
    struct Roster {
        var seats: [Seat] = []
        var absences: [Absence] = []
        let start = RosterRuleTests.at("10T00:00:00")
        let end = RosterRuleTests.at("20T00:00:00")

        init(seed: UInt64) {
            var dice = FixtureSeed(seed)
            let offices: [Office?] = [.secretary, .secondSecretary, .director, nil]
            for number in 0..<Int.random(in: 0...6, using: &dice) {
                let from = moment(&dice)
                let hours = Int.random(in: 1...150, using: &dice)
                let seat = Seat(
                    account: RosterRuleTests.account(number % 4),
                    office: offices.randomElement(using: &dice) ?? nil,
                    from: Bool.random(using: &dice) ? start : from,
                    to: Bool.random(using: &dice) ? nil : from.adding(hours: hours)
                )
                seats.append(seat)
            }
            for number in 0..<Int.random(in: 0...6, using: &dice) {
                let from = moment(&dice)
                let daily = Bool.random(using: &dice)
                let hours = Int.random(in: 1...(daily ? 23 : 80), using: &dice)
                let until = from.adding(hours: Int.random(in: 1...200, using: &dice))
                let named = RosterRuleTests.account(Int.random(in: 0..<4, using: &dice))
                let absence = Absence(
                    committee: Net.committee,
                    id: AbsenceID(checked: RosterRuleTests.account(100 + number).text),
                    who: RosterRuleTests.account(Int.random(in: 0..<4, using: &dice)),
                    from: from,
                    to: from.adding(hours: hours),
                    isDaily: daily,
                    until: Bool.random(using: &dice) ? nil : until,
                    standIn: Bool.random(using: &dice) ? nil : named
                )
                absences.append(absence)
            }
        }

        private func moment(_ dice: inout FixtureSeed) -> Instant {
            let hour = start.adding(hours: Int.random(in: -48..<240, using: &dice))
            let odd = Bool.random(using: &dice) ? 0 : Int64.random(in: 0..<3_600_000_000, using: &dice)
            return Instant(microseconds: hour.microseconds + odd)
        }

        func answer(_ instant: Instant) -> FirstResponsible {
            RosterRules.firstResponsible(at: instant, seats: seats, absences: absences)
        }

        /// Occurrence by occurrence instead of by remainder.
        func isAway(_ account: AccountID, _ instant: Instant) -> Bool {
            absences.contains { absence in
                guard absence.who == account, absence.until.map({ instant < $0 }) ?? true else { return false }
                return (0...(absence.isDaily ? 30 : 0))
                    .contains {
                        absence.from.adding(hours: 24 * $0) <= instant && instant < absence.to.adding(hours: 24 * $0)
                    }
            }
        }

        /// Everybody who could answer: the rule must choose one of them, and may be silent only if there is none.
        func candidates(_ instant: Instant) -> Set<AccountID> {
            let there = seats.filter { $0.from <= instant && ($0.to.map { instant < $0 } ?? true) }
            let inOffice = Set(there.filter { $0.office != nil }.map(\.account))
            let named = absences.filter { inOffice.contains($0.who) && isAway($0.who, instant) }.compactMap(\.standIn)
            let fit = inOffice.union(named.filter { name in there.contains { $0.account == name } })
            return fit.filter { !isAway($0, instant) }
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `I-16: at every instant exactly one is first responsible, or the alarm is raised`(seed: UInt64) {
        let roster = Roster(seed: seed)
        var dice = FixtureSeed(seed &+ 1000)
        for _ in 0..<60 {
            let length = roster.end.microseconds - roster.start.microseconds
            let instant = Instant(
                microseconds: roster.start.microseconds + Int64.random(in: 0..<length, using: &dice)
            )
            let candidates = roster.candidates(instant)
            guard case .person(let holder) = roster.answer(instant) else {
                let leaders = roster.seats.filter { $0.office != nil && $0.isInForce(at: instant) }
                #expect(leaders.allSatisfy { roster.isAway($0.account, instant) }, "seed \(seed)")
                continue
            }
            #expect(candidates.contains(holder.account), "seed \(seed)")
            #expect(holder.standingInFor.map { roster.isAway($0, instant) } ?? true, "seed \(seed)")
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `I-16: spans leave no gap, do not overlap and change hands exactly at their borders`(seed: UInt64) {
        let roster = Roster(seed: seed)
        let spans = RosterRules.timeline(
            from: roster.start,
            to: roster.end,
            seats: roster.seats,
            absences: roster.absences
        )
        #expect(spans.first?.from == roster.start && spans.last?.to == roster.end, "seed \(seed)")
        for span in spans {
            #expect(span.from < span.to)
            let middle = Instant(microseconds: (span.from.microseconds + span.to.microseconds) / 2)
            for instant in [span.from, middle, RosterRuleTests.before(span.to)] {
                #expect(roster.answer(instant) == span.first, "seed \(seed) at \(instant.microseconds)")
            }
        }
        for (left, right) in zip(spans, spans.dropFirst()) {
            #expect(left.to == right.from && left.first != right.first, "seed \(seed)")
        }
    }
}
