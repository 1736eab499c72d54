import Fanghu
import FanghuTesting
import Store
import Testing

/// The rules of a household's change, without a database.
struct HouseholdRuleTests {
    static let now = TestContext().now
    static let dwelling = PlaceID(checked: "00000000-0000-7000-8000-0000000000d1")

    static func change(_ number: Int, basedOn: Int, _ presence: Presence? = nil) -> HouseholdChange {
        HouseholdChange(
            id: HouseholdChangeID(checked: "00000000-0000-7000-8000-\(100_000_000_000 + number)"),
            dwelling: dwelling,
            basedOn: basedOn,
            presence: presence
        )
    }

    static func apply(_ change: HouseholdChange, to household: Household?) throws -> Household {
        try change.applied(to: household, in: Net.committee, by: nil, at: now)
    }

    @Test func `the first thing to say is whether anybody is there`() throws {
        #expect(throws: HouseholdRefusal.presenceMissing) { try Self.apply(Self.change(1, basedOn: 0), to: nil) }
        let household = try Self.apply(Self.change(1, basedOn: 0, .living), to: nil)
        #expect(household.version == 1 && household.presence == .living)
    }

    @Test func `two phones that change different fields do not collide, and one field is a conflict that names it`()
        throws
    {
        let start = try Self.apply(Self.change(1, basedOn: 0, .living), to: nil)
        var counts = Self.change(2, basedOn: 1)
        counts.living = 3
        let counted = try Self.apply(counts, to: start)
        var head = Self.change(3, basedOn: 1)
        head.head = "测试甲"
        let named = try Self.apply(head, to: counted)
        #expect(named.living == 3 && named.details.head == "测试甲" && named.version == 3)
        var others = Self.change(4, basedOn: 1)
        others.living = 5
        others.remarks = "狗"
        #expect(throws: HouseholdRefusal.conflict([.living])) { try Self.apply(others, to: named) }
        others.living = 3
        #expect(try Self.apply(others, to: named).details.remarks == "狗", "the same value is no conflict")
        others.living = 5
        others.basedOn = 3
        #expect(try Self.apply(others, to: named).living == 5)
    }

    @Test func `a vacant dwelling is looked at again within sixty days`() throws {
        for (ahead, isRight) in [(0, false), (1, true), (60, true), (61, false)] {
            let presence = Presence.vacant(.meter, recheckOn: Self.now.day.adding(days: ahead))
            let household = try? Self.apply(Self.change(1, basedOn: 0, presence), to: nil)
            #expect((household != nil) == isRight, "\(ahead)")
        }
    }

    @Test func `a dwelling that is let has a landlord, and more are not away than live there`() throws {
        let start = try Self.apply(Self.change(1, basedOn: 0, .living), to: nil)
        var letting = Self.change(2, basedOn: 1)
        letting.tenure = .letting
        #expect(throws: HouseholdRefusal.landlordMissing) { try Self.apply(letting, to: start) }
        letting.landlord = HouseholdDetails.Landlord(name: "测试乙")
        let let1 = try Self.apply(letting, to: start)
        var own = Self.change(3, basedOn: 2)
        own.tenure = .own
        #expect(try Self.apply(own, to: let1).details.landlord == nil)
        var counts = Self.change(4, basedOn: 2)
        counts.living = 2
        counts.away = 3
        #expect(throws: HouseholdRefusal.countsWrong) { try Self.apply(counts, to: let1) }
    }

    @Test func `R-PRIV-02: from where somebody returned is kept no longer than they are away`() throws {
        var away = Self.change(1, basedOn: 0, .away(expectedReturn: Self.now.day.adding(days: 3)))
        away.origin = "湖北武汉"
        let gone = try Self.apply(away, to: nil)
        #expect(gone.details.origin == "湖北武汉")
        let back = try Self.apply(Self.change(2, basedOn: 1, .living), to: gone)
        #expect(back.details.origin == nil && back.presence.expectedReturn == nil)
    }

    @Test func `random changes in any order: a version a change, and a later one never loses an earlier field`() throws
    {
        var generator = FixtureSeed(7)
        for _ in 0..<200 {
            var household = try Self.apply(Self.change(0, basedOn: 0, .living), to: nil)
            var told: [HouseholdField: Int] = [:]
            for number in 1...12 {
                var change = Self.change(number, basedOn: Int.random(in: 0...household.version, using: &generator))
                let field: HouseholdField = Bool.random(using: &generator) ? .living : .remarks
                let value = Int.random(in: 0...3, using: &generator)
                if field == .living { change.living = value } else { change.remarks = "\(value)" }
                do {
                    household = try Self.apply(change, to: household)
                    told[field] = value
                } catch HouseholdRefusal.conflict(let fields) {
                    #expect(fields == [field])
                    #expect(household.fieldVersions[field, default: 0] > change.basedOn)
                }
            }
            #expect(told[.living].map { household.living == $0 } ?? (household.living == nil))
            #expect(told[.remarks].map { household.details.remarks == "\($0)" } ?? (household.details.remarks == nil))
        }
    }
}
