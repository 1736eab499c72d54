import Fanghu
import FanghuTesting
import Store
import Testing

/// Many clerks writing into one register at once.
struct PlacesConcurrencyTests {
    @Test(arguments: Engine.available)
    func `I-1: one address added by many at once is one dwelling, and the others hear that it is there`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let desk = try await PlacesDesk(database)
            let answers = await Self.addAtOnce(Array(repeating: "柳荫路123弄1号101室", count: 24), desk)
            #expect(answers.count { $0 == "added" } == 1)
            #expect(answers.count { $0 == "places.addressTaken" } == 23, "\(Set(answers))")
            #expect(try await desk.service.dwellings(for: PlacesDesk.staff(.director)).total == 1)
            try await Self.expectNoDifference(database)
        }
    }

    @Test(arguments: Engine.available)
    func `I-1: the dwellings of a new building added at once share the building and its entrance`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let desk = try await PlacesDesk(database)
            let answers = await Self.addAtOnce((1...24).map { "柳荫路123弄2号1单元\($0 + 100)室" }, desk)
            #expect(answers.allSatisfy { $0 == "added" }, "\(Set(answers))")
            let buildings = try await desk.service.buildings(of: PlacesDesk.committee)
            #expect(buildings.count == 1)
            let entrances = try await database.read { try $0.value("SELECT COUNT(*) FROM entrance", as: Int.self) }
            #expect(entrances == 1)
            try await Self.expectNoDifference(database)
        }
    }

    @Test(arguments: Engine.available)
    func `an import and single dwellings of the same addresses at once keep each once`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = try await PlacesDesk(database)
            let addresses = (1...12).map { "柳荫路123弄\($0)号101室" }
            let sheet = "committee,address\n" + addresses.map { "\(PlacesDesk.committee),\($0)\n" }.joined()
            async let single = Self.addAtOnce(addresses, desk)
            async let imported = desk.service.importDwellings(Array(sheet.utf8), by: PlacesDesk.operation)
            let added = await single.count { $0 == "added" }
            let report = try await imported
            #expect(report.created + report.unchanged == 12 && report.problems.isEmpty)
            #expect(added + report.created == 12)
            try await Self.expectNoDifference(database)
        }
    }

    /// What each of many at once was told: `added`, a refusal's code, or a fault.
    private static func addAtOnce(_ addresses: [String], _ desk: PlacesDesk) async -> [String] {
        await withTaskGroup(of: String.self) { group in
            for address in addresses {
                group.addTask {
                    do {
                        _ = try await desk.service.addDwelling(
                            address,
                            in: PlacesDesk.committee,
                            by: PlacesDesk.operation
                        )
                        return "added"
                    } catch let refusal as any Refusal {
                        return refusal.code
                    } catch {
                        return "\(error)"
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    private static func expectNoDifference(_ database: Database) async throws {
        let differences = try await database.read { connection in
            var recount = Recount()
            try PlacesRecount.add(to: &recount, on: connection)
            return try Counters.differences(from: recount, on: connection)
        }
        #expect(differences.isEmpty, "\(differences)")
    }
}
