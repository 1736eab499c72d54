import Fanghu
import FanghuTesting
import Testing

/// The lists of 2020 and 2021 as published: 56 codes vanish, 102 appear, 7 keep the code and change the name.
@Suite(.enabled(if: SharedData.isPresent, SharedData.absence))
struct EditionPlanShanghaiTests {
    private func file(_ year: Int) throws -> EditionFile {
        try EditionFile(bytes: SharedData.bytes("divisions/shanghai_\(year).csv"))
    }

    private func day(_ year: Int) throws -> CivilDate {
        try #require(CivilDate(year: year, month: 6, day: 30))
    }

    private func plan2021() throws -> (before: Territory, plan: EditionPlan) {
        let first = try EditionPlan(from: Territory([]), to: file(2020), asOf: day(2020))
        let before = Territory(first.created)
        return try (before, EditionPlan(from: before, to: file(2021), asOf: day(2021)))
    }

    @Test func `the first list creates every row under its own code`() throws {
        let plan = try EditionPlan(from: Territory([]), to: file(2020), asOf: day(2020))
        #expect(plan.created.count == 6440)
        #expect(plan.created.allSatisfy { $0.id.rawValue == $0.code.rawValue })
        let territory = Territory(plan.created)
        #expect(territory.roots.map(\.text) == ["310000000000"])
        let counts = try territory.counts(under: #require(DivisionID("31")))
        #expect(counts.map(\.total) == [1, 1, 16, 234, 6188])
        #expect(counts.map(\.counted) == [1, 1, 16, 215, 6188 - 13])
        #expect(counts.map(\.virtual) == [0, 0, 0, 0, 13])
    }

    @Test func `the same list again changes nothing`() throws {
        let first = try EditionPlan(from: Territory([]), to: file(2020), asOf: day(2020))
        let again = try EditionPlan(from: Territory(first.created), to: file(2020), asOf: day(2021))
        #expect(again.unchanged == 6440)
        #expect(again.isEmpty)
    }

    @Test func `the list of the next year: every row and every vanished code is accounted for`() throws {
        let (_, plan) = try plan2021()
        #expect(plan.created.count == 80)
        #expect(plan.changed.count == 28)
        #expect(plan.retired.count == 34)
        #expect(plan.proposals.count { $0.kind == .rename } == 1)
        #expect(plan.proposals.count { $0.kind == .split } == 6)
        #expect(plan.proposals.count == 7)
        #expect(plan.created.count + plan.changed.count + plan.unchanged + 1 == 6486)
    }

    @Test func `a committee that got another number keeps its id`() throws {
        let (_, plan) = try plan2021()
        let change = try #require(plan.changed.first { $0.after.name == "唐家苑社区居委会" })
        #expect(change.after.id.text == "310114106405")
        #expect(change.after.code.text == "310114106044")
        #expect(change.after.kind == .residents)
        #expect(change.evidence == .sameNameInParent)
        #expect(plan.changed.count { $0.isRecoded } == 22)
    }

    @Test func `a slip put right is a new name, a wholly other name is a question`() throws {
        let (before, plan) = try plan2021()
        let names = plan.changed.filter(\.isRenamed).map { "\($0.before.name)→\($0.after.name)" }
        #expect(names.contains("华扬居委会→华杨居委会"))
        #expect(names.count == 6)
        let question = try #require(plan.proposals.first { $0.kind == .rename })
        #expect(before.node(question.division)?.name == "德昌居委会")
        #expect(question.row?.name == "庆余居委会")
    }

    @Test func `a split retires the old committee and points to its parts`() throws {
        let (before, plan) = try plan2021()
        let old = try #require(before.divisions.first { $0.name == "宜川一村居委会" })
        #expect(plan.retired.contains { $0.id == old.id })
        let parts = plan.proposals.filter { $0.kind == .split && $0.division == old.id }.compactMap(\.successor)
        let names = Set(plan.created.filter { parts.contains($0.id) }.map(\.name))
        #expect(names == ["宜川一村第一居委会", "宜川一村第二居委会"])
    }
}
