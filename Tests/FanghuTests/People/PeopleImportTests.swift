import Fanghu
import FanghuTesting
import Foundation
import Store
import Testing

/// Files of persons, with the defects that ledgers have.
struct PeopleImportTests {
    private static let file = """
        姓名,证件号码,手机,居住地址,居委
        张三,\(FixtureNumbers.citizen(1)),\(FixtureNumbers.phone(1)),某路1弄2号301室,310105002001
        李四,\(FixtureNumbers.citizen(2)),,某路1弄2号302室,第一居委会
        王小五,,,某路1弄2号302室,第二居民委员会
        赵六,310107050101001,,,第一居委会
        错一,3.10E+17,,,第一居委会
        错二,\(FixtureNumbers.citizen(3)),12345,,第一居委会
        错三,\(FixtureNumbers.citizen(4)),,,第九居委会
        错四,\(FixtureNumbers.citizen(4)),,,310106011001
        错五,\(FixtureNumbers.citizen(5)),,,
        李四,\(FixtureNumbers.citizen(2)),,,第一居委会
        钱七,H12345678,,,第一居委会
        """

    private let worker = Desk.worker(at: Desk.township)

    @Test(arguments: Engine.available)
    func `good rows are taken, the others come back with their reason`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            let report = try await desk.importer.run(
                LedgerTable(text: Array(Self.file.utf8)),
                dryRun: false,
                by: worker
            )
            #expect(report.rows == 11)
            #expect(report.created == 5)
            #expect(report.known == 0)
            #expect(
                report.problems.map { "\($0.row) \($0.column) \($0.code)" } == [
                    "6 document ledger.digitsLost", "7 phone phone.shape", "8 committee committee.unknown",
                    "9 committee committee.unknown", "10 committee committee.missing", "11 document people.repeated",
                ]
            )
            #expect(report.warnings[.legacyNumber] == 1)
            #expect(report.warnings[.documentPending] == 1)
            #expect(try await desk.all("王小五").count == 1)
            #expect(try await desk.all("310107190501010016").count == 1)
            #expect(try await desk.all("H12345678").count == 1)
            #expect(try await desk.service.page(for: worker).total == 5)
            #expect(try await desk.count("SELECT COUNT(*) FROM audit_entry WHERE act = 'people.import'") == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `a dry run says the same and stores nothing`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            let bytes = Array(Self.file.utf8)
            let dry = try await desk.importer.run(LedgerTable(text: bytes), dryRun: true, by: worker)
            for table in ["person", "person_token", "person_committee", "document_index", "audit_entry"] {
                #expect(try await desk.count(SQL(trusted: "SELECT COUNT(*) FROM \(table)")) == 0)
            }
            let wet = try await desk.importer.run(LedgerTable(text: bytes), dryRun: false, by: worker)
            #expect(dry.created == wet.created)
            #expect(dry.problems == wet.problems)
            #expect(dry.warnings == wet.warnings)
        }
    }

    @Test(arguments: Engine.available)
    func `a file sent again creates nobody, with or without documents`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            let bytes = Array(Self.file.utf8)
            let first = try await desk.importer.run(LedgerTable(text: bytes), dryRun: false, by: worker)
            let second = try await desk.importer.run(LedgerTable(text: bytes), dryRun: false, by: worker)
            #expect(second.created == 0)
            #expect(second.known == first.created)
            #expect(second.problems == first.problems)
            #expect(try await desk.service.page(for: worker).total == 5)
        }
    }

    @Test(arguments: Engine.available)
    func `a document of a neighbour is named, its holder is not`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            _ = try await desk.register(Desk.draft("周八", number: 1, phone: 1), in: Desk.second)
            let file = "name,document\n张三,\(FixtureNumbers.citizen(1))\n"
            let report = try await desk.importer.run(
                LedgerTable(text: Array(file.utf8)),
                under: Desk.first,
                dryRun: false,
                by: worker
            )
            #expect(report.created == 0)
            #expect(report.problems.map(\.code) == ["people.knownElsewhere"])
            #expect(!"\(report.problems)".contains("周"))
        }
    }

    @Test(arguments: Engine.available)
    func `R-PRIV-05: an import stays in its territory`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            let file = "姓名,居委\n张三,310105002002\n李四,第二居委会\n"
            let bytes = Array(file.utf8)
            let report = try await desk.importer.run(
                LedgerTable(text: bytes),
                dryRun: false,
                by: Desk.worker(at: Desk.first)
            )
            #expect(report.problems.map(\.code) == ["committee.outside", "committee.unknown"])
            await #expect(throws: AccessRefusal.self) {
                try await desk.importer.run(
                    LedgerTable(text: bytes),
                    dryRun: true,
                    by: Desk.worker(at: Desk.first, as: .volunteer)
                )
            }
            await #expect(throws: AccessRefusal.self) {
                try await desk.importer.run(LedgerTable(text: bytes), dryRun: true, by: .visitor)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `more rows than a batch are all there, and found`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            let bytes = Array(ImportFile.text(rows: 2500, committees: ["310105002001", "310105002002"]).utf8)
            let report = try await desk.importer.run(LedgerTable(text: bytes), dryRun: false, by: worker)
            #expect(report.created == 2500)
            #expect(report.problems.isEmpty)
            #expect(try await desk.service.page(for: worker).total == 2500)
            #expect(try await desk.all(FixtureNumbers.phone(1234)).count == 1)
            let verification = try await VerificationService(database: database).verify()
            #expect(verification.ok, "\(verification)")
        }
    }

    @Test func `a file without names or without anything is refused`() async throws {
        try await withDatabase(.sqlite) { database in
            let desk = Desk(database)
            await #expect(throws: LedgerRefusal.headerMissing) {
                try await desk.importer.run(LedgerTable(text: Array("a,b\n1,2\n".utf8)), dryRun: true, by: worker)
            }
            await #expect(throws: LedgerRefusal.empty) {
                try await desk.importer.run(LedgerTable(text: []), dryRun: true, by: worker)
            }
        }
    }
}

extension Desk {
    var importer: PeopleImportService {
        let territory = Desk.territory
        return PeopleImportService(
            database: database,
            policy: Policy { territory.ranges(under: $0) },
            people: people,
            territory: { territory }
        )
    }
}

/// A made-up ledger.
enum ImportFile {
    static func text(rows: Int, committees: [String]) -> String {
        var seed = FixtureSeed(UInt64(rows))
        var text = "姓名,证件号码,手机,地址,居委\n"
        for index in 0..<rows {
            let name = FixtureNames.name(using: &seed)
            let committee = committees[index % committees.count]
            text += "\(name),\(FixtureNumbers.citizen(index)),\(FixtureNumbers.phone(index)),"
            text += "某路\(index % 300)弄\(index % 40)号\(index % 6 + 1)0\(index % 4 + 1)室,\(committee)\n"
        }
        return text
    }
}
