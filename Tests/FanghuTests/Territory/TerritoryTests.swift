import Fanghu
import Testing

struct TerritoryTests {
    private func tree() throws -> [Division] {
        try [
            .sample("310000000000", "上海市"),
            .sample("310100000000", "市辖区", parent: "31"),
            .sample("310105000000", "长宁区", parent: "3101"),
            .sample("310105001000", "甲街道", parent: "310105"),
            .sample("310105001001", "甲一居委会", parent: "310105001"),
            .sample("310105001002", "甲二居委会", parent: "310105001"),
            .sample("310105001003", "甲三居委会", parent: "310105001"),
            .sample("310105002000", "乙街道", parent: "310105"),
            .sample("310105002001", "乙一居委会", parent: "310105002"),
            .sample("310105501000", "丙开发区", parent: "310105"),
            .sample("310105501498", "丙开发区虚拟社区", parent: "310105501"),
        ]
    }

    @Test func `an untouched territory is one range`() throws {
        let territory = try Territory(tree())
        #expect(territory.ranges(under: DivisionID("310105001")!) == [310_105_001_000...310_105_001_003])
        #expect(territory.ranges(under: DivisionID("31")!) == [310_000_000_000...310_105_501_498])
        #expect(territory.ranges(under: DivisionID("310105001002")!) == [310_105_001_002...310_105_001_002])
        #expect(territory.ranges(under: DivisionID("99")!).isEmpty)
    }

    @Test func `a committee that moved away leaves a hole and takes its id along`() throws {
        var moved = try tree()
        moved[5].parent = DivisionID("310105002")
        moved[5].code = DivisionCode("310105002002")!
        let territory = Territory(moved)
        #expect(
            territory.ranges(under: DivisionID("310105001")!)
                == [310_105_001_000...310_105_001_001, 310_105_001_003...310_105_001_003]
        )
        #expect(
            territory.ranges(under: DivisionID("310105002")!)
                == [310_105_001_002...310_105_001_002, 310_105_002_000...310_105_002_001]
        )
        #expect(territory.contains(DivisionID("310105001002")!, in: DivisionID("310105002")!))
        #expect(!territory.contains(DivisionID("310105001002")!, in: DivisionID("310105001")!))
        #expect(territory.ranges(under: DivisionID("310105")!).count == 1)
    }

    @Test func `for every division the ranges hold its own ids and no other, whatever moved`() throws {
        var divisions = try tree()
        let townships = divisions.filter { $0.level == .township }.map(\.id)
        for index in divisions.indices where divisions[index].level == .committee {
            divisions[index].parent = townships[(index * 5 + 2) % townships.count]
        }
        let territory = Territory(divisions)
        for ancestor in divisions {
            let ranges = territory.ranges(under: ancestor.id)
            for division in divisions {
                let isBelow = territory.path(to: division.id).contains { $0.id == ancestor.id }
                #expect(ranges.contains { $0.contains(division.id.rawValue) } == isBelow)
            }
        }
    }

    @Test func `a retired committee stays in the ranges and leaves lists and counts`() throws {
        var retired = try tree()
        retired[6].validTo = CivilDate(yyyymmdd: 2021_06_30)
        let territory = Territory(retired)
        let township = DivisionID("310105001")!
        #expect(territory.children(of: township).map(\.name) == ["甲一居委会", "甲二居委会"])
        #expect(territory.ranges(under: township) == [310_105_001_000...310_105_001_003])
        #expect(territory.node(DivisionID("310105001003")!)?.isRetired == true)
        #expect(territory.node(code: DivisionCode("310105001003")!) == nil)
        #expect(territory.committeeCount(under: township) == 2)
    }

    @Test func `quasi-townships and virtual communities are shown and not counted`() throws {
        let counts = try Territory(tree()).counts(under: DivisionID("310105")!)
        #expect(counts.map(\.level) == [.district, .township, .committee])
        #expect(counts.map(\.total) == [1, 3, 5])
        #expect(counts.map(\.counted) == [1, 2, 4])
        #expect(counts.map(\.virtual) == [0, 0, 1])
        #expect(counts[1].byKind == [.subdistrict: 2, .quasiTownship: 1])
    }

    @Test func `people read a name without the headings of the list`() throws {
        #expect(try Territory(tree()).fullName(of: DivisionID("310105001002")!) == "上海市长宁区甲街道甲二居委会")
    }
}
