import Fanghu
import FanghuTesting
import Store
import Testing

struct TerritoryServiceTests {
    private let operation = Actor.system(job: "test")

    private func service(_ database: Database, _ clock: TestContext) async throws -> TerritoryService {
        let territory = try await TerritoryInForce(database)
        return TerritoryService(
            database: database,
            territory: territory,
            policy: Policy(ranges: { territory.current.ranges(under: $0) }),
            context: clock.context
        )
    }

    private static let rows = """
        code,name
        31,上海市
        3101,市辖区
        310105,长宁区
        310105001,甲街道
        310105001001,柳荫居委会
        310105001002,桂香居委会
        310105002,乙街道
        310105002001,松风居委会

        """

    private func list(_ edits: (String, String)...) -> [UInt8] {
        Array(edits.reduce(Self.rows) { $0.replacing($1.0, with: $1.1) }.utf8)
    }

    private func id(_ text: String) throws -> DivisionID {
        try #require(DivisionID(text))
    }

    @Test(arguments: Engine.available)
    func `a list is imported once and changes nothing the second time`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let service = try await service(database, TestContext())
            let first = try await service.importEdition(list(), named: "2020.csv", by: operation)
            #expect(first.rows == 8 && first.created == 8 && first.problems.isEmpty)
            let second = try await service.importEdition(list(), named: "2020.csv", by: operation)
            #expect(second.unchanged == 8 && second.created == 0 && second.changed == 0 && second.retired == 0)
            let territory = service.territory.current
            #expect(try territory.committeeCount(under: id("310105")) == 3)
            #expect(try await service.editions().map(\.created) == [0, 8])
        }
    }

    @Test(arguments: Engine.available)
    func `a dry run reports the same and leaves nothing behind`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let service = try await service(database, TestContext())
            let report = try await service.importEdition(list(), named: "2020.csv", dryRun: true, by: operation)
            #expect(report.created == 8)
            #expect(service.territory.current.isEmpty)
            #expect(try await service.editions().isEmpty)
            #expect(try await TerritoryInForce(database).current.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `renumbered, renamed and retired committees keep their ids and their history`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let clock = TestContext()
            let service = try await service(database, clock)
            _ = try await service.importEdition(list(), named: "2020.csv", by: operation)
            clock.move(to: "2021-07-01T08:00:00+08:00")
            let next = list(("310105001001,柳荫", "310105001031,柳荫"), ("松风", "松枫"), ("310105001002,桂香居委会\n", ""))
            let report = try await service.importEdition(next, named: "2021.csv", by: operation)
            #expect(report.changed == 2 && report.retired == 1 && report.created == 0)
            let territory = service.territory.current
            #expect(try territory.node(id("310105001001"))?.code.text == "310105001031")
            #expect(try territory.node(id("310105002001"))?.name == "松枫居委会")
            #expect(try territory.node(id("310105001002"))?.isRetired == true)
            let history = try await service.history(of: id("310105001001"))
            #expect(history.map(\.code.text) == ["310105001001", "310105001031"])
            #expect(history.map { $0.validTo?.yyyymmdd } == [20_210_701, nil])
            let gone = try await service.history(of: id("310105001002"))
            #expect(gone.map { $0.validTo?.yyyymmdd } == [20_210_701])
        }
    }

    @Test(arguments: Engine.available)
    func `two lists on one day leave both versions`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let service = try await service(database, TestContext())
            _ = try await service.importEdition(list(), named: "2020.csv", by: operation)
            _ = try await service.importEdition(list(("松风", "松枫")), named: "2021.csv", by: operation)
            #expect(try await service.history(of: id("310105002001")).map(\.name) == ["松风居委会", "松枫居委会"])
            #expect(try await TerritoryInForce(database).current.node(id("310105002001"))?.name == "松枫居委会")
        }
    }

    @Test(arguments: Engine.available)
    func `a confirmed rename keeps the id from the day of the list`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let service = try await service(database, TestContext())
            _ = try await service.importEdition(list(), named: "2020.csv", by: operation)
            let renamed = list(("松风", "荷塘"))
            let report = try await service.importEdition(renamed, named: "2021.csv", by: operation)
            #expect(report.waiting.map(\.stored.proposal.kind) == [.rename])
            #expect(report.changed == 0)
            #expect(try service.territory.current.node(id("310105002001"))?.name == "松风居委会")
            let again = try await service.importEdition(renamed, named: "2021.csv", by: operation)
            #expect(again.waiting.count == 1)
            let proposal = try #require(try await service.waitingProposals().first)
            try await service.decide(proposal.id, confirm: true, by: operation)
            #expect(try service.territory.current.node(id("310105002001"))?.name == "荷塘居委会")
            #expect(try await service.waitingProposals().isEmpty)
            await #expect(throws: TerritoryRefusal.proposalDecided) {
                try await service.decide(proposal.id, confirm: true, by: operation)
            }
            let last = try await service.importEdition(renamed, named: "2021.csv", by: operation)
            #expect(last.unchanged == 8)
        }
    }

    @Test(arguments: Engine.available)
    func `a rejected rename retires the old committee and gives the new one its own id`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let service = try await service(database, TestContext())
            _ = try await service.importEdition(list(), named: "2020.csv", by: operation)
            _ = try await service.importEdition(list(("松风", "荷塘")), named: "2021.csv", by: operation)
            let proposal = try #require(try await service.waitingProposals().first)
            try await service.decide(proposal.id, confirm: false, by: operation)
            let territory = service.territory.current
            #expect(try territory.node(id("310105002001"))?.isRetired == true)
            #expect(try territory.node(id("310105002999"))?.name == "荷塘居委会")
            #expect(try territory.ranges(under: id("310105002")) == [310_105_002_000...310_105_002_999])
            let last = try await service.importEdition(list(("松风", "荷塘")), named: "2021.csv", by: operation)
            #expect(last.unchanged == 8)
        }
    }

    @Test(arguments: Engine.available)
    func `a confirmed split records the successors, a confirmed loss retires all below`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let service = try await service(database, TestContext())
            _ = try await service.importEdition(list(), named: "2020.csv", by: operation)
            let next = list(
                ("310105001001,柳荫居委会", "310105001003,柳荫第一居委会\n310105001004,柳荫第二居委会"),
                ("310105002,乙街道\n310105002001,松风居委会\n", "")
            )
            _ = try await service.importEdition(next, named: "2021.csv", by: operation)
            let waiting = try await service.waitingProposals()
            #expect(waiting.count { $0.proposal.kind == .split } == 2)
            #expect(waiting.count { $0.proposal.kind == .vanished } == 1)
            #expect(try service.territory.current.node(id("310105002001"))?.isRetired == false)
            for proposal in waiting { try await service.decide(proposal.id, confirm: true, by: operation) }
            let successors = try await service.successors(of: id("310105001001")).map(\.text)
            #expect(successors == ["310105001003", "310105001004"])
            #expect(try service.territory.current.node(id("310105002001"))?.isRetired == true)
            #expect(try service.territory.current.node(id("310105002"))?.isRetired == true)
        }
    }

    @Test(arguments: Engine.available)
    func `an older list, one of tomorrow, and one by somebody without the right are refused`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let service = try await service(database, TestContext())
            _ = try await service.importEdition(list(), named: "2020.csv", by: operation)
            let today = CivilDate(yyyymmdd: 20_200_210)
            await #expect(throws: TerritoryRefusal.editionOlder(than: try #require(today))) {
                _ = try await service.importEdition(list(), named: "x", asOf: today?.adding(days: -1), by: operation)
            }
            await #expect(throws: TerritoryRefusal.editionInFuture) {
                _ = try await service.importEdition(list(), named: "x", asOf: today?.adding(days: 1), by: operation)
            }
            await #expect(throws: AccessRefusal.notSignedIn) {
                _ = try await service.importEdition(list(), named: "x", by: .visitor)
            }
        }
    }

    @Test(.enabled(if: SharedData.isPresent, SharedData.absence), arguments: Engine.available)
    func `the lists of 2020 and 2021 go in one after the other`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let clock = TestContext(at: "2020-06-30T08:00:00+08:00")
            let service = try await service(database, clock)
            let before = try SharedData.bytes("divisions/shanghai_2020.csv")
            let first = try await service.importEdition(before, named: "2020.csv", by: operation)
            #expect(first.rows == 6440 && first.created == 6440)
            clock.move(to: "2021-06-30T08:00:00+08:00")
            let after = try SharedData.bytes("divisions/shanghai_2021.csv")
            let second = try await service.importEdition(after, named: "2021.csv", by: operation)
            #expect(second.created == 80 && second.changed == 28 && second.retired == 34)
            #expect(second.rows == second.created + second.changed + second.unchanged)
            #expect(second.waiting.count == 7)
            let totals = try service.territory.current.counts(under: id("31")).map(\.total)
            #expect(totals == [1, 1, 16, 234, 6234])
            let again = try await service.importEdition(after, named: "2021.csv", by: operation)
            #expect(again.unchanged == 6486 && again.created + again.changed + again.retired == 0)
            #expect(again.waiting.count == 7)
        }
    }
}
