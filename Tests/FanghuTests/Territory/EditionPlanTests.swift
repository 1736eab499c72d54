import Fanghu
import Testing

/// Invented lists in the shapes that real ones have.
struct EditionPlanTests {
    private static let rows2020 = """
        31,上海市
        3101,市辖区
        310105,长宁区
        310105001,甲街道
        310105001001,一号院居委会
        310105001002,柳荫居委会
        310105001003,桂香居委会
        310105002,乙街道
        310105002001,松风居委会
        310105002002,竹影居委会

        """

    private func file(_ rows: String) throws -> EditionFile {
        try EditionFile(DelimitedText("code,name\n" + rows))
    }

    private func tree(_ rows: String = rows2020) throws -> Territory {
        let day = try #require(CivilDate(yyyymmdd: 2020_06_30))
        return try Territory(EditionPlan(from: Territory([]), to: file(rows), asOf: day).created)
    }

    private func plan(_ edits: [(String, String)], from old: Territory? = nil) throws -> EditionPlan {
        let text = edits.reduce(Self.rows2020) { $0.replacing($1.0, with: $1.1) }
        let day = try #require(CivilDate(yyyymmdd: 2021_06_30))
        return try EditionPlan(from: old ?? tree(), to: file(text), asOf: day)
    }

    @Test func `a city without districts has its townships below the city`() throws {
        let rows = "44,粤省\n4490,无区市\n449000003,东街道\n449000003001,东一社区居委会\n449000101,石镇\n449000101201,石村村委会\n"
        let territory = try tree(rows)
        let city = try #require(DivisionID("4490"))
        #expect(territory.children(of: city).map(\.name) == ["东街道", "石镇"])
        #expect(territory.counts(under: city).map(\.level) == [.city, .township, .committee])
        #expect(territory.committeeCount(under: city) == 2)
    }

    @Test func `a city with two level-2 nodes keeps both, and neither in the names`() throws {
        let rows =
            "50,渝市\n5001,市辖区\n500101,东区\n500101001,江街道\n500101001001,江一社区居委会\n5002,县\n500229,山县\n500229100,山镇\n500229100201,山村村委会\n"
        let territory = try tree(rows)
        let city = try #require(DivisionID("50"))
        #expect(territory.children(of: city).map(\.name) == ["市辖区", "县"])
        #expect(territory.counts(under: city).map(\.total) == [1, 2, 2, 2, 2])
        #expect(try territory.fullName(of: #require(DivisionID("500229100201"))) == "渝市山县山镇山村村委会")
    }

    @Test func `a county directly below the province stands under its heading`() throws {
        let rows = "42,鄂省\n4290,省直辖县级行政区划\n429004,桃市\n429004001,沙街道\n429004001001,沙一社区居委会\n"
        let territory = try tree(rows)
        #expect(try territory.fullName(of: #require(DivisionID("429004001"))) == "鄂省桃市沙街道")
    }

    @Test func `another city's list touches nothing of the first`() throws {
        let day = try #require(CivilDate(yyyymmdd: 2021_06_30))
        let plan = try EditionPlan(from: tree(), to: file("44,粤省\n4490,无区市\n449000003,甲街道\n"), asOf: day)
        #expect(plan.created.count == 3)
        #expect(plan.retired.isEmpty && plan.changed.isEmpty && plan.proposals.isEmpty)
    }

    @Test func `a list that ends at the townships retires no committee`() throws {
        let day = try #require(CivilDate(yyyymmdd: 2021_06_30))
        let rows = "31,上海市\n3101,市辖区\n310105,长宁区\n310105001,甲街道\n310105002,乙街道\n"
        let plan = try EditionPlan(from: tree(), to: file(rows), asOf: day)
        #expect(plan.unchanged == 5)
        #expect(plan.isEmpty)
    }

    @Test func `a truncated list closes nothing above the committees without asking`() throws {
        let day = try #require(CivilDate(yyyymmdd: 2021_06_30))
        let rows = String(Self.rows2020.prefix { $0 != "乙" }.dropLast(10))
        let plan = try EditionPlan(from: tree(), to: file(rows), asOf: day)
        #expect(plan.retired.isEmpty)
        #expect(plan.proposals.map(\.kind) == [.vanished])
        #expect(plan.proposals.map(\.division.text) == ["310105002000"])
    }

    @Test func `two units that exchange their codes keep their ids by their names`() throws {
        let plan = try plan([
            ("310105001,甲", "310105009,甲"), ("310105002,乙", "310105001,乙"), ("310105009,甲", "310105002,甲"),
            ("310105001001", "x1"), ("310105001002", "x2"), ("310105001003", "x3"),
            ("310105002001", "310105001001"), ("310105002002", "310105001002"),
            ("x1", "310105002001"), ("x2", "310105002002"), ("x3", "310105002003"),
        ])
        #expect(plan.changed.count == 7)
        #expect(plan.changed.allSatisfy { $0.isRecoded && !$0.isRenamed && !$0.isMoved })
        #expect(plan.created.isEmpty && plan.retired.isEmpty && plan.proposals.isEmpty)
    }

    @Test func `a township with another code and another name is known by its committees`() throws {
        let plan = try plan([("310105001,甲街道", "310105101,甲新镇"), ("310105001", "310105101")])
        #expect(plan.changed.first { $0.after.level == .township }?.evidence == .sameChildren)
        #expect(plan.changed.count == 4)
        #expect(plan.created.isEmpty && plan.retired.isEmpty)
    }

    @Test func `a committee that moves to another township of the district is a question`() throws {
        let plan = try plan([("310105001003,桂香居委会\n", ""), ("竹影居委会", "竹影居委会\n310105002003,桂香居委会")])
        #expect(plan.proposals.map(\.kind) == [.move])
        #expect(plan.proposals.first?.division.text == "310105001003")
        #expect(plan.proposals.first?.row?.parent?.text == "310105002000")
        #expect(plan.created.isEmpty && plan.retired.isEmpty)
    }

    @Test func `a code given to a new committee never takes over the old one's id`() throws {
        let plan = try plan([("310105001002,柳荫居委会", "310105001009,柳荫居委会\n310105001002,荷塘居委会")])
        let created = try #require(plan.created.first)
        #expect(created.code.text == "310105001002")
        #expect(created.id.text == "310105001999")
        #expect(plan.changed.map(\.after.id.text) == ["310105001002"])
        #expect(plan.changed.map(\.after.name) == ["柳荫居委会"])
    }

    @Test func `one for the first and one for the second are never the same committee`() throws {
        let old = try tree(Self.rows2020.replacing("柳荫居委会", with: "柳荫第一居委会"))
        let plan = try plan([("柳荫居委会", "柳荫第二居委会")], from: old)
        #expect(plan.changed.isEmpty)
        #expect(plan.proposals.map(\.kind) == [.rename])
    }

    @Test func `a lost character changes no name, and a new row with one is marked`() throws {
        let plan = try plan([("柳荫居委会", "柳?居委会"), ("竹影居委会", "竹影居委会\n310105002003,桂?居委会")])
        #expect(plan.changed.isEmpty && plan.retired.isEmpty)
        #expect(plan.created.map(\.isNameDamaged) == [true])
        let repaired = try EditionPlan(
            from: Territory(plan.created),
            to: file("310105002003,桂树居委会\n"),
            asOf: plan.asOf
        )
        #expect(repaired.changed.map(\.after.name) == ["桂树居委会"])
        #expect(repaired.changed.map(\.after.isNameDamaged) == [false])
    }

    @Test func `a row that cannot be used does not retire what it names`() throws {
        let repeated = try plan([("310105001003,桂香居委会", "310105001003,桂香居委会\n310105001003,桂香居委会")])
        #expect(repeated.isEmpty)
        let short = try plan([("310105001003,桂香居委会", "31010500103,桂香居委会")])
        #expect(short.isEmpty)
    }
}
