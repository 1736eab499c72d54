import Fanghu
import FanghuTesting
import Testing

/// Who is first responsible, as a pure question of intervals and an instant.
struct RosterRuleTests {
    static let secretary = Self.account(1)
    static let second = Self.account(2)
    static let director = Self.account(3)
    static let worker = Self.account(4)
    static let offices = [
        seat(secretary, .secretary), seat(second, .secondSecretary), seat(director, .director), seat(worker, nil),
    ]

    static func account(_ number: Int) -> AccountID {
        AccountID(checked: "00000000-0000-7000-8000-\(String(1_000_000_000_000 + number).suffix(12))")
    }

    static func at(_ text: String) -> Instant { Instant(iso: "2020-02-\(text)+08:00")! }

    static func before(_ instant: Instant) -> Instant { Instant(microseconds: instant.microseconds - 1) }

    static func seat(_ account: AccountID, _ office: Office?, from: String = "01T00:00:00", to: String? = nil) -> Seat {
        Seat(account: account, office: office, from: at(from), to: to.map(at))
    }

    static func absence(
        _ who: AccountID,
        _ from: String,
        _ to: String,
        daily: Bool = false,
        until: String? = nil,
        standIn: AccountID? = nil,
        number: Int = 1
    ) -> Absence {
        Absence(
            committee: Net.committee,
            id: AbsenceID(checked: account(number).text),
            who: who,
            from: at(from),
            to: at(to),
            isDaily: daily,
            until: until.map(at),
            standIn: standIn
        )
    }

    static func first(_ instant: Instant, _ absences: [Absence], seats: [Seat] = offices) -> FirstResponsible {
        RosterRules.firstResponsible(at: instant, seats: seats, absences: absences)
    }

    static let nightly = absence(secretary, "10T18:00:00", "11T08:00:00", daily: true)

    @Test func `The secretary leads, then the second secretary, then the director, and nobody is an alarm`() {
        let noon = Self.at("10T12:00:00")
        #expect(Self.first(noon, []) == .person(.init(account: Self.secretary, office: .secretary)))
        let vacant = Array(Self.offices.dropFirst())
        #expect(Self.first(noon, [], seats: vacant) == .person(.init(account: Self.second, office: .secondSecretary)))
        let director = Array(Self.offices.dropFirst(2))
        #expect(Self.first(noon, [], seats: director) == .person(.init(account: Self.director, office: .director)))
        #expect(Self.first(noon, [], seats: [Self.offices[3]]) == .nobody, "a worker alone is not the head")
        #expect(Self.first(noon, [], seats: []) == .nobody)
    }

    @Test(arguments: [0, 1, 5, 400])
    func `I-16: a daily rest from 18:00 to 08:00 changes hands to the microsecond, on every day`(days: Int) {
        let evening = Self.at("10T18:00:00").adding(hours: 24 * days)
        let morning = Self.at("11T08:00:00").adding(hours: 24 * days)
        let inCharge = FirstResponsible.Holder(
            account: Self.second,
            office: .secondSecretary,
            standingInFor: Self.secretary
        )
        #expect(Self.first(Self.before(evening), [Self.nightly]).holder?.account == Self.secretary)
        #expect(Self.first(evening, [Self.nightly]) == .person(inCharge))
        #expect(Self.first(Self.before(morning), [Self.nightly]) == .person(inCharge))
        #expect(Self.first(morning, [Self.nightly]).holder?.account == Self.secretary)
    }

    @Test func `A daily rest has not begun before its first evening and is over at its last instant`() {
        let ending = Self.absence(Self.secretary, "10T18:00:00", "11T08:00:00", daily: true, until: "12T20:00:00")
        #expect(Self.first(Self.at("09T20:00:00"), [ending]).holder?.account == Self.secretary)
        #expect(Self.first(Self.before(Self.at("12T20:00:00")), [ending]).holder?.account == Self.second)
        #expect(Self.first(Self.at("12T20:00:00"), [ending]).holder?.account == Self.secretary)
        #expect(Self.first(Self.at("13T20:00:00"), [ending]).holder?.account == Self.secretary)
    }

    @Test func `Who was named stands in before the second secretary, as long as they belong to the committee`() {
        let named = Self.absence(Self.secretary, "10T18:00:00", "11T08:00:00", standIn: Self.worker)
        let night = Self.at("10T20:00:00")
        #expect(
            Self.first(night, [named])
                == .person(.init(account: Self.worker, office: nil, standingInFor: Self.secretary))
        )
        let gone = Array(Self.offices.prefix(3)) + [Self.seat(Self.worker, nil, to: "10T19:00:00")]
        #expect(Self.first(Self.before(Self.at("10T19:00:00")), [named], seats: gone).holder?.account == Self.worker)
        #expect(Self.first(Self.at("10T19:00:00"), [named], seats: gone).holder?.account == Self.second)
    }

    @Test func `Whoever is away stands in for nobody`() {
        let night = Self.at("10T20:00:00")
        let away = Self.absence(Self.secretary, "10T18:00:00", "11T08:00:00", standIn: Self.worker)
        let standIn = Self.absence(Self.worker, "10T18:00:00", "11T08:00:00", number: 2)
        let second = Self.absence(Self.second, "10T18:00:00", "11T08:00:00", number: 3)
        let director = Self.absence(Self.director, "10T18:00:00", "11T08:00:00", number: 4)
        #expect(Self.first(night, [away, standIn]).holder?.account == Self.second)
        #expect(Self.first(night, [away, standIn, second]).holder?.account == Self.director)
        #expect(Self.first(night, [away, standIn, second, director]) == .nobody)
    }

    @Test func `An absence for the occasion names the stand-in before the daily one`() {
        let leave = Self.absence(Self.secretary, "10T12:00:00", "12T12:00:00", standIn: Self.director, number: 2)
        #expect(Self.first(Self.at("10T20:00:00"), [Self.nightly, leave]).holder?.account == Self.director)
        #expect(Self.first(Self.at("12T20:00:00"), [Self.nightly, leave]).holder?.account == Self.second)
    }

    @Test func `A vacancy is no absence: whoever leads then stands in for nobody`() {
        let seats = [Self.seat(Self.secretary, .secretary, to: "10T12:00:00")] + Self.offices.dropFirst()
        let after = Self.first(Self.at("10T12:00:00"), [], seats: seats)
        #expect(after == .person(.init(account: Self.second, office: .secondSecretary, standingInFor: nil)))
    }

    @Test func `Of two secretaries the one appointed first leads, and the other in their absence`() {
        let seats = [
            Self.seat(Self.worker, .secretary, from: "02T00:00:00"), Self.seat(Self.secretary, .secretary),
            Self.seat(Self.second, .secondSecretary),
        ]
        #expect(Self.first(Self.at("10T12:00:00"), [], seats: seats).holder?.account == Self.secretary)
        #expect(Self.first(Self.at("10T20:00:00"), [Self.nightly], seats: seats).holder?.account == Self.worker)
    }

    @Test func `I-16: a week of nightly rest is sixteen spans that touch`() {
        let spans = RosterRules.timeline(
            from: Self.at("10T08:00:00"),
            to: Self.at("17T20:00:00"),
            seats: Self.offices,
            absences: [Self.nightly]
        )
        #expect(spans.count == 16)
        #expect(spans.first?.from == Self.at("10T08:00:00") && spans.last?.to == Self.at("17T20:00:00"))
        #expect(spans[1].from == Self.at("10T18:00:00") && spans[1].to == Self.at("11T08:00:00"))
        for (left, right) in zip(spans, spans.dropFirst()) { #expect(left.to == right.from) }
        #expect(RosterRules.timeline(from: spans[0].to, to: spans[0].to, seats: [], absences: []) == [])
    }

    @Test(arguments: Absence.Reason.allCases)
    func `Every reason of an absence has its words`(reason: Absence.Reason) {
        #expect(!reason.words.chinese.isEmpty && !reason.words.english.isEmpty)
    }
}
