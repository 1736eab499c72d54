import Fanghu
import FanghuTesting
import Store
import Testing

/// Ledgers into the registers, on every engine: dry runs, repeats, changes and taking back.
struct LedgerServiceTests {
    static func ledgers(_ net: Net) -> LedgerService {
        LedgerService(
            database: net.database,
            policy: net.policy,
            people: net.people,
            territory: { Net.territory },
            reader: NoWorkbooks()
        )
    }

    static func file(_ text: String) -> LedgerService.File { .init(name: "台账.csv", bytes: Array(text.utf8)) }

    static let households = """
        江苏路街道第一居委会住户情况,,,,,,
        地址,室号,在住情况,预计返沪日期,居住人数,户主,房东
        愚园路1弄2号,301,在住,,3人,测试甲,
        愚园路1弄2号,302,外出未返,2020年2月20日,２,测试乙,
        愚园路1弄2号,303,空关,,,,
        愚园路1弄2号,304,出租,,1,,测试丙
        愚园路1弄2号,305,不知道,,,,
        愚园路1弄2号,306,外出,2月20日,1,,
        愚园路1弄2号,301室,在住,,4,,
        """

    @Test(arguments: Engine.available)
    func `households come in once, wrong rows are named, and a dry run is the same work`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let ledgers = Self.ledgers(net)
            let worker = try await net.staff(.communityWorker)
            let file = Self.file(Self.households)
            let dry = try await ledgers.run(.households, file, of: Net.committee, dryRun: true, by: worker)
            #expect(try await net.households.list(for: worker).lines.isEmpty)
            let done = try await ledgers.run(.households, file, of: Net.committee, dryRun: false, by: worker)
            for report in [dry, done] {
                #expect(report.rows == 7 && report.created == 4 && report.reading.headerRow == 2)
                #expect(report.problems.map(\.row) == [7, 8, 9])
                #expect(report.problems.map(\.code) == ["ledger.unknownWord", "ledger.yearMissing", "ledger.repeated"])
            }
            let lines = try await net.households.list(for: worker).lines
            #expect(lines.map(\.presence) == [.living, .away, .vacant, .living])
            #expect(lines[1].expectedReturn?.iso == "2020-02-20" && lines[0].living == 3)
            #expect(lines[3].tenure == .letting)
            let again = try await ledgers.run(.households, file, of: Net.committee, dryRun: false, by: worker)
            #expect(again.isRepeat && again.created == 0 && again.unchanged == 4 && again.id == nil)
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `a later ledger changes what it says otherwise, and taking it back makes it as before`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let ledgers = Self.ledgers(net)
            let worker = try await net.staff(.communityWorker)
            _ = try await ledgers.run(
                .households,
                Self.file(Self.households),
                of: Net.committee,
                dryRun: false,
                by: worker
            )
            let before = try await net.households.list(for: worker).lines
            let second = Self.file("地址,在住情况,居住人数\n愚园路1弄2号301室,在住,3\n愚园路1弄2号302室,在住,2\n愚园路1弄2号401室,在住,1\n")
            let report = try await ledgers.run(.households, second, of: Net.committee, dryRun: false, by: worker)
            #expect((report.created, report.changed, report.unchanged) == (1, 1, 1))
            let result = try await ledgers.undo(try #require(report.id), by: worker)
            #expect(result.undone == 3 && result.kept == 0, "a household changed, one made, its dwelling made")
            let after = try await net.households.list(for: worker).lines
            #expect(after.map(\.presence) == before.map(\.presence) && after.map(\.address) == before.map(\.address))
            #expect(after[1].expectedReturn == before[1].expectedReturn)
            await #expect(throws: LedgerRefusal.undoneAlready) { try await ledgers.undo(report.id!, by: worker) }
            let anew = try await ledgers.run(.households, second, of: Net.committee, dryRun: false, by: worker)
            #expect(anew.created == 1 && anew.changed == 1, "what was taken back can be sent again")
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `what somebody has worked on since stays when an import is taken back`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let ledgers = Self.ledgers(net)
            let worker = try await net.staff(.communityWorker)
            let file = Self.file("地址,在住情况\n愚园路1弄2号301室,在住\n愚园路1弄2号302室,在住\n")
            let report = try await ledgers.run(.households, file, of: Net.committee, dryRun: false, by: worker)
            let first = try #require(try await net.households.list(for: worker).lines.first)
            try await net.households.record(
                HouseholdChange(
                    id: net.time.context.newID(),
                    dwelling: first.dwelling,
                    basedOn: 1,
                    presence: .away(expectedReturn: nil)
                ),
                by: worker
            )
            let result = try await ledgers.undo(try #require(report.id), by: worker)
            #expect(result.undone == 2 && result.kept == 2)
            #expect(try await net.households.list(for: worker).lines.map(\.presence) == [.away])
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `persons come in, several of one cell too, and leave again but for those who have a registration`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let ledgers = Self.ledgers(net)
            let worker = try await net.staff(.communityWorker)
            let ids = (1...4).map { FixtureNumbers.citizen($0) }
            let text = """
                姓名,身份证号码（必填）,联系电话,居住地址
                测试甲、测试乙,\(ids[0])、\(ids[1]),\(FixtureNumbers.phone(1)),愚园路1弄2号301室
                测试丙,\(ids[2]),\(FixtureNumbers.phone(2)),愚园路1弄2号302室
                测试丁,3.10105E+17,,愚园路1弄2号303室
                测试戊、测试己,\(ids[3]),,愚园路1弄2号304室
                测试庚,,\(FixtureNumbers.phone(5)),愚园路1弄2号305室
                """
            let file = Self.file(text)
            let report = try await ledgers.run(.persons, file, of: Net.committee, dryRun: false, by: worker)
            #expect(report.rows == 5 && report.created == 4)
            #expect(report.problems.map(\.code) == ["ledger.digitsLost", "ledger.peopleMismatch"])
            #expect(report.problems.map(\.row) == [4, 5] && report.problems.map(\.column) == ["document", "document"])
            _ = try await net.arrivals.register(
                .sample(name: "测试丙", number: ids[2], phone: FixtureNumbers.phone(2)),
                id: net.time.context.newID(),
                in: Net.committee,
                source: .ownForm,
                by: .visitor
            )
            let result = try await ledgers.undo(try #require(report.id), by: worker)
            #expect(result.undone == 3 && result.kept == 1)
            try await ObservationFlowTests.verify(net)
            let anew = try await ledgers.run(.persons, file, of: Net.committee, dryRun: false, by: worker)
            #expect(anew.created == 3 && anew.unchanged == 1)
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `premises come in with their kinds, and go again unless somebody answers for them`(engine: Engine) async throws
    {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let ledgers = Self.ledgers(net)
            let worker = try await net.staff(.communityWorker)
            let text = """
                商铺名称,类别,经营地址
                测试面馆,沿街商铺,愚园路8号
                测试大厦,商务楼宇,愚园路10号
                测试面馆,餐饮店,愚园路8号
                ,商铺,愚园路12号
                测试飞船,航天,愚园路14号
                """
            let report = try await ledgers.run(.premises, Self.file(text), of: Net.committee, dryRun: false, by: worker)
            #expect(report.created == 2)
            #expect(report.problems.map(\.code) == ["ledger.repeated", "ledger.missing", "ledger.unknownWord"])
            let gaps = try await net.coverage.gaps(.uncovered, since: net.time.now, for: worker).places
            let shop = try #require(gaps.first { $0.address.contains("8号") })
            _ = try await net.coverage.addPiece(
                CoveragePiece.Draft(
                    committee: Net.committee,
                    scheme: .streetBlock,
                    name: "愚园路",
                    owner: worker.account,
                    cut: .places([shop.place])
                ),
                by: worker
            )
            let result = try await ledgers.undo(try #require(report.id), by: worker)
            #expect(result.undone == 1 && result.kept == 1)
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test func `nobody imports into a neighbour's committee or takes its imports back`() async throws {
        try await withDatabase(.sqlite) { database in
            let net = Net(database)
            let ledgers = Self.ledgers(net)
            let worker = try await net.staff(.communityWorker)
            let stranger = try await net.staff(.communityWorker, at: Net.stranger)
            let head = try await net.staff(.buildingHead)
            let file = Self.file("地址,在住情况\n愚园路1弄2号301室,在住\n")
            for actor in [stranger, head, .visitor] {
                await #expect(throws: AccessRefusal.self) {
                    try await ledgers.run(.households, file, of: Net.committee, dryRun: true, by: actor)
                }
            }
            let report = try await ledgers.run(.households, file, of: Net.committee, dryRun: false, by: worker)
            await #expect(throws: LedgerRefusal.unknownImport) {
                try await ledgers.undo(report.id!, by: stranger)
            }
            #expect(try await ledgers.imports(for: stranger).isEmpty)
            #expect(try await ledgers.imports(for: worker).map(\.created) == [1])
        }
    }

    @Test func `what is no ledger is refused with its reason`() async throws {
        try await withDatabase(.sqlite) { database in
            let net = Net(database)
            let ledgers = Self.ledgers(net)
            let worker = try await net.staff(.communityWorker)
            let cases: [([UInt8], LedgerRefusal)] = [
                ([], .empty), (Array("\n\n".utf8), .empty), ([0x89, 0x50, 0x4E, 0x47, 0, 1, 2], .notText),
                ([0x50, 0x4B, 0x03, 0x04, 1], .readerMissing), (Array("甲,乙\n1,2\n".utf8), .headerMissing),
            ]
            for (bytes, refusal) in cases {
                await #expect(throws: refusal) {
                    let file = LedgerService.File(name: "x", bytes: bytes)
                    return try await ledgers.run(.households, file, of: Net.committee, dryRun: true, by: worker)
                }
            }
        }
    }
}
