import Fanghu
import FanghuTesting
import Testing

/// Shifts and opening hours: every post is staffed now or shown empty (DOMAIN §8.2).
struct StaffingTests {
    static let account = AccountID(checked: "00000000-0000-7000-8000-00000000e001")
    static let shiftID = DutyShiftID(checked: "00000000-0000-7000-8000-00000000e002")
    static let midnight = RosterRuleTests.at("10T00:00:00")

    static func post(wanted: Int = 2, _ hours: OpeningHours = .always) throws -> GatePost {
        try GatePost.planned(
            GatePost.Draft(
                committee: Net.committee,
                kind: .registrationPoint,
                name: "登记点",
                hours: hours,
                wanted: wanted
            ),
            as: GatePostID(checked: "00000000-0000-7000-8000-00000000e003")
        )
    }

    static func shift(_ who: DutyShift.Who, from: Int, to: Int) throws -> DutyShift {
        try DutyShift.planned(
            DutyShift.Draft(
                post: post().id,
                from: midnight.adding(hours: from),
                to: midnight.adding(hours: to),
                who: who
            ),
            at: post(),
            as: shiftID,
            on: midnight
        )
    }

    @Test func `a shift counts from its first instant to its last, and not beyond`() throws {
        let post = try Self.post()
        let shifts = [
            try Self.shift(.staff(Self.account), from: 8, to: 16),
            try Self.shift(.helpers(team: "区档案局", heads: 3), from: 12, to: 20),
        ]
        let staffing = { (hour: Int, micro: Int64) in
            Staffing(
                of: post,
                shifts,
                at: Instant(microseconds: Self.midnight.adding(hours: hour).microseconds + micro)
            )
        }
        #expect(staffing(8, -1) == .empty)
        #expect(staffing(8, 0) == .short(onDuty: 1))
        #expect(staffing(12, 0) == .staffed(onDuty: 4))
        #expect(staffing(16, -1) == .staffed(onDuty: 4))
        #expect(staffing(16, 0) == .staffed(onDuty: 3))
        #expect(staffing(20, 0) == .empty)
    }

    @Test(arguments: [
        (360, 1320, 359, false), (360, 1320, 360, true), (360, 1320, 1319, true), (360, 1320, 1320, false),
        (1320, 360, 1380, true), (1320, 360, 0, true), (1320, 360, 359, true), (1320, 360, 360, false),
        (1320, 360, 720, false), (0, 1440, 0, true), (0, 1440, 1439, true),
    ])
    func `hours are half-open, and may pass midnight`(opens: Int, closes: Int, minute: Int, isOpen: Bool) throws {
        let hours = try #require(OpeningHours(opens: opens, closes: closes))
        #expect(hours.isOpen(at: Self.midnight.adding(minutes: minute)) == isOpen)
    }

    @Test func `there are no hours of no length, and a closed post needs nobody`() throws {
        #expect(OpeningHours(opens: 60, closes: 60) == nil)
        #expect(OpeningHours(opens: -1, closes: 60) == nil)
        #expect(OpeningHours(opens: 1440, closes: 60) == nil)
        let post = try Self.post(#require(OpeningHours(opens: 360, closes: 1320)))
        #expect(Staffing(of: post, [], at: Self.midnight) == .closed)
        #expect(Staffing(of: post, [], at: Self.midnight.adding(hours: 6)) == .empty)
    }

    @Test func `shifts begin now or later, end after that and last a day at most`() throws {
        #expect(throws: GateRefusal.startPast) { try Self.shift(.staff(Self.account), from: -1, to: 1) }
        #expect(throws: GateRefusal.endBeforeStart) { try Self.shift(.staff(Self.account), from: 2, to: 2) }
        #expect(throws: GateRefusal.shiftTooLong) { try Self.shift(.staff(Self.account), from: 0, to: 25) }
        #expect(throws: GateRefusal.countWrong) { try Self.shift(.helpers(team: "队", heads: 0), from: 0, to: 1) }
        #expect(throws: GateRefusal.nameMissing) { try Self.shift(.helpers(team: "", heads: 1), from: 0, to: 1) }
        #expect(throws: GateRefusal.countWrong) { try Self.post(wanted: 0) }
    }

    /// `post` with hours as its first argument.
    static func post(_ hours: OpeningHours) throws -> GatePost { try post(wanted: 2, hours) }
}
