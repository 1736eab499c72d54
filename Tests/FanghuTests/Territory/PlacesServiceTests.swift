import Fanghu
import FanghuTesting
import Foundation
import Store
import Testing

struct PlacesServiceTests {
    private let operation = Actor.system(job: "test")
    private let committee = DivisionID(rawValue: 310_105_001_001)

    private static let rows = """
        code,name
        31,上海市
        3101,市辖区
        310105,长宁区
        310105001,甲街道
        310105001001,柳荫居委会
        310105001002,桂香居委会
        310104,徐汇区
        310104001,丁街道
        310104001001,桂香居委会

        """

    private static let outline = """
        {"features": [{"properties": {"name": "长宁区"}, "geometry": {"type": "Polygon", "coordinates": [
        [[121.0, 31.0], [121.4, 31.0], [121.4, 31.4], [121.0, 31.4], [121.0, 31.0]]]}}]}
        """

    private func service(_ database: Database) async throws -> PlacesService {
        let territory = try await TerritoryInForce(database)
        let policy = Policy(ranges: { territory.current.ranges(under: $0) })
        let context = TestContext().context
        let divisions = TerritoryService(database: database, territory: territory, policy: policy, context: context)
        _ = try await divisions.importEdition(Array(Self.rows.utf8), named: "list.csv", by: operation)
        let index = try BoundaryIndex([BoundaryFile(Data(Self.outline.utf8), in: .wgs84)], in: territory.current)
        return PlacesService(
            database: database,
            territory: territory,
            policy: policy,
            context: context,
            boundaries: { index }
        )
    }

    private func staff(_ role: Role, at place: DivisionID) throws -> Actor {
        let context = TestContext().context
        let appointment = Appointment(id: context.newID(), role: role, place: place, from: context.now, to: nil)
        return .staff(Actor.Staff(account: context.newID(), name: "测试", appointments: [appointment]))
    }

    @Test(arguments: Engine.available)
    func `a compound is made once, found by its QR code, and has gates`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let service = try await service(database)
            let draft = Compound.Draft(committee: committee, name: "柳荫新苑", address: "柳荫路123弄")
            let compound = try await service.addCompound(draft, by: operation)
            #expect(try await service.compound(compound.id) == compound)
            #expect(try await service.compounds(of: committee) == [compound])
            await #expect(throws: PlacesRefusal.nameTaken) { _ = try await service.addCompound(draft, by: operation) }
            let gate = try await service.addGate("东门", of: compound, by: operation)
            _ = try await service.addGate("西门", isOpen: false, of: compound, by: operation)
            #expect(try await service.gates(of: compound).count == 2)
            #expect(try await service.gates(of: compound).contains(gate))
        }
    }

    @Test(arguments: Engine.available)
    func `a point outside the district is stored with a flag`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let service = try await service(database)
            let inside = GeoPoint(longitude: 121.3, latitude: 31.3)
            let outside = GeoPoint(longitude: 121.6, latitude: 31.3)
            let right = Compound.Draft(committee: committee, name: "内", point: inside)
            let wrong = Compound.Draft(committee: committee, name: "外", point: outside)
            #expect(try await service.addCompound(right, by: operation).location?.isFlagged == false)
            let flagged = try await service.addCompound(wrong, by: operation)
            #expect(flagged.location?.isFlagged == true)
            #expect(try await service.compound(flagged.id) == flagged)
        }
    }

    @Test(arguments: Engine.available)
    func `a place hangs on a committee in force, and on one's own territory`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let service = try await service(database)
            let worker = try staff(.communityWorker, at: committee)
            _ = try await service.addCompound(Compound.Draft(committee: committee, name: "柳荫"), by: worker)
            let foreign = DivisionID(rawValue: 310_104_001_001)
            await #expect(throws: AccessRefusal.outsideTerritory) {
                _ = try await service.addCompound(Compound.Draft(committee: foreign, name: "桂香"), by: worker)
            }
            await #expect(throws: PlacesRefusal.committeeUnsuitable) {
                let district = DivisionID(rawValue: 310_105_000_000)
                _ = try await service.addCompound(Compound.Draft(committee: district, name: "区"), by: operation)
            }
            #expect(try await service.compounds(for: worker).total == 1)
            await #expect(throws: AccessRefusal.outsideTerritory) {
                _ = try await service.compounds(under: foreign, for: worker)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `premises and checkpoints are kept`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let service = try await service(database)
            let draft = Premises.Draft(committee: committee, kind: .market, name: "柳荫菜场", address: "柳荫路8号")
            let premises = try await service.addPremises(draft, by: operation)
            let checkpoint = try await service.addCheckpoint("一号道口", on: "柳荫路", in: committee, by: operation)
            let director = try staff(.director, at: committee)
            #expect(try await service.premises(for: director).places == [premises])
            #expect(try await service.checkpoints(for: director) == [checkpoint])
        }
    }

    @Test(arguments: Engine.available)
    func `a sheet of dwellings: every row is created, known, or reported`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let service = try await service(database)
            let draft = Compound.Draft(committee: committee, name: "柳荫新苑", address: "柳荫路123弄")
            _ = try await service.addCompound(draft, by: operation)
            let sheet = """
                居委会,小区,地址
                310105001001,柳荫新苑,柳荫路123弄1号101室
                柳荫居委会,柳荫新苑,柳荫路１２３弄1号102室
                柳荫居委会,柳荫新苑,柳荫路123弄10号101
                柳荫居委会,,柳荫路5号亭子间
                柳荫居委会,,柳荫路123弄一号一零一室
                桂香居委会,,桂香路1号
                无此居委会,,桂香路1号
                310105001002,无此小区,桂香路1号
                310105001002,,32弄
                310105001002,,桂香路
                """
            let dry = try await service.importDwellings(Array(sheet.utf8), dryRun: true, by: operation)
            let report = try await service.importDwellings(Array(sheet.utf8), by: operation)
            #expect(dry.created == report.created && dry.problems == report.problems)
            #expect(report.rows == 10 && report.created == 4 && report.unchanged == 0)
            #expect(
                report.problems.map { "\($0.row) \($0.code)" } == [
                    "6 address.repeated", "7 committee.ambiguous", "8 committee.unknown", "9 compound.unknown",
                    "10 address.roadMissing", "11 address.vague",
                ]
            )
            let again = try await service.importDwellings(Array(sheet.utf8), by: operation)
            #expect(again.created == 0 && again.unchanged == 4)
            let director = try staff(.director, at: committee)
            let first = try await service.dwellings(limit: 2, for: director)
            #expect(first.places.map(\.address) == ["柳荫路5号亭子间", "柳荫路123弄1号101室"])
            #expect(first.total == 4)
            let second = try await service.dwellings(after: #require(first.next), limit: 2, for: director)
            #expect(second.places.map(\.address) == ["柳荫路123弄1号102室", "柳荫路123弄10号101室"])
            #expect(second.next == nil)
            #expect(try await service.buildings(of: committee).count == 3)
            let differences = try await database.read { connection in
                var recount = Recount()
                try PlacesRecount.add(to: &recount, on: connection)
                #expect(recount.totals.values.map(\.self) == [4])
                return try Counters.differences(from: recount, on: connection)
            }
            #expect(differences.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `rows outside one's territory are reported and stay out`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let service = try await service(database)
            let worker = try staff(.communityWorker, at: committee)
            let sheet = "committee,address\n310105001001,柳荫路1号\n310104001001,桂香路1号\n"
            let report = try await service.importDwellings(Array(sheet.utf8), by: worker)
            #expect(report.created == 1)
            #expect(report.problems.map(\.code) == ["committee.outsideTerritory"])
        }
    }

    @Test(arguments: Engine.available)
    func `a free address points to a dwelling as surely as it is written`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let service = try await service(database)
            let draft = Compound.Draft(committee: committee, name: "柳荫新苑", address: "柳荫路123弄")
            let compound = try await service.addCompound(draft, by: operation)
            let dwelling = try await service.addDwelling(
                "柳荫路123弄1号101室",
                compound: compound.id,
                in: committee,
                by: operation
            )
            await #expect(throws: PlacesRefusal.addressTaken) {
                _ = try await service.addDwelling("柳荫路123弄1号101", in: committee, by: operation)
            }
            func best(_ text: String, in place: DivisionID) async throws -> DwellingMatch? {
                try await service.match(text, compound: compound, in: place).first
            }
            #expect(try await best("长宁区甲街道柳荫路一二三弄1号101室", in: committee)?.confidence == .exact)
            #expect(try await best("1号101室", in: committee)?.confidence == .throughCompound)
            #expect(try await best("1号101室", in: committee)?.dwelling == dwelling)
            let neighbour = DivisionID(rawValue: 310_105_001_002)
            #expect(try await best("柳荫路123弄1号101室", in: neighbour)?.confidence == .otherCommittee)
            #expect(try await best("柳荫路123弄1号909室", in: committee)?.confidence == .building)
            #expect(try await best("柳荫路123弄1号909室", in: committee)?.dwelling == nil)
            #expect(try await best("荷塘路1号", in: committee) == nil)
        }
    }
}
