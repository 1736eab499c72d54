import Fanghu
import FanghuTesting
import Testing

/// Who answers for a piece at every instant, how a report climbs, what a cut takes.
struct CoverageRuleTests {
    static func instant(_ minute: Int) -> Instant { Instant(microseconds: 0).adding(minutes: minute) }

    static func account(_ number: Int) -> AccountID {
        AccountID(checked: "00000000-0000-7000-8000-\(String(1_000_000_000_000 + number).suffix(12))")
    }

    static func charge(_ number: Int) -> CoverageChargeID { CoverageChargeID(checked: account(number).text) }

    @Test(arguments: 0..<100)
    func `whatever is handed over to whomever, there is one owner at every instant and no gap`(seed: UInt64) throws {
        var dice = FixtureSeed(seed)
        var charges = try CoverageCharges().handingOver(to: Self.account(0), as: Self.charge(1000), at: Self.instant(0))
        var minute = 0
        for step in 1..<60 {
            minute += Int.random(in: 0...3, using: &dice)
            let someone = Self.account(Int.random(in: 0..<5, using: &dice))
            let now = Self.instant(minute)
            let next: CoverageCharges? =
                switch Int.random(in: 0..<3, using: &dice) {
                case 0: try? charges.handingOver(to: someone, as: Self.charge(step), at: now)
                case 1: try? charges.naming(deputy: someone, as: Self.charge(step), at: now)
                default: try? charges.dismissing(deputy: someone, at: now)
                }
            charges = next ?? charges
        }
        for instant in (0...minute + 5).map(Self.instant) {
            let owners = charges.all.filter { $0.part == .owner && $0.isInForce(at: instant) }
            #expect(owners.count == 1)
            #expect(!charges.deputies(at: instant).contains(owners[0].account), "nobody stands in for themself")
            #expect(Set(charges.deputies(at: instant)).count == charges.deputies(at: instant).count)
        }
    }

    @Test func `the old owner ends at the instant at which the new one begins`() throws {
        let first = try CoverageCharges().handingOver(to: Self.account(1), as: Self.charge(1), at: Self.instant(0))
        let second = try first.handingOver(to: Self.account(2), as: Self.charge(2), at: Self.instant(10))
        #expect(second.owner(at: Self.instant(9)) == Self.account(1))
        #expect(second.owner(at: Self.instant(10)) == Self.account(2))
        #expect(throws: CoverageRefusal.ownsAlready) {
            try second.handingOver(to: Self.account(2), as: Self.charge(3), at: Self.instant(11))
        }
        #expect(second.closing(at: Self.instant(20)).owner(at: Self.instant(20)) == nil)
    }

    @Test func `a report passes each level, or says why it skips one`() throws {
        let bottom = CoverageLevel.buildingHead
        #expect(try bottom.climbing(to: .areaHead, inArea: true, skipping: nil) == [CoverageStep(level: .areaHead)])
        #expect(throws: CoverageRefusal.skipNeedsReason) {
            try bottom.climbing(to: .township, inArea: true, skipping: " ")
        }
        let steps = try bottom.climbing(to: .township, inArea: true, skipping: "片长夜班")
        #expect(steps.map(\.level) == [.areaHead, .committee, .township])
        #expect(steps.map(\.skipped) == ["片长夜班", "片长夜班", nil])
        #expect(throws: CoverageRefusal.passedAlready) {
            try CoverageLevel.committee.climbing(to: .areaHead, inArea: true, skipping: "x")
        }
    }

    @Test func `a piece in no area has no area head to pass`() throws {
        let steps = try CoverageLevel.buildingHead.climbing(to: .committee, inArea: false, skipping: nil)
        #expect(steps == [CoverageStep(level: .committee)])
    }

    @Test(arguments: [
        ("odd", StreetRange.Side.odd, ["1号", "3号"]), ("even", .even, ["2号"]), ("both", .both, ["1号", "2号", "3号"]),
    ])
    func `a stretch of street takes its side`(name: String, side: StreetRange.Side, expected: [String]) throws {
        let range = StreetRange(road: "柳荫路", numbers: 1...3, side: side)
        let all = ["1号", "2号", "3号", "4号"]
            .map { number in
                var address = PostalAddress(.number)
                address.road = "柳荫路"
                address.number = number.replacing("号", with: "")
                return (number, address)
            }
        #expect(all.filter { range.contains($0.1) }.map(\.0) == expected)
        var other = all[0].1
        other.road = "桂香路"
        #expect(!range.contains(other))
    }

    @Test func `in a lane the lane's number counts, not the house's`() {
        var address = PostalAddress(.lane)
        address.road = "柳荫路"
        address.lane = "20"
        address.number = "3"
        #expect(StreetRange(road: "柳荫路", numbers: 20...20).contains(address))
        #expect(!StreetRange(road: "柳荫路", numbers: 3...3).contains(address))
    }
}
