import Fanghu
import FanghuTesting
import Foundation
import Store
import Testing

struct DemoPlacesTests {
    /// The list that the product ships.
    private func list() throws -> [UInt8] {
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return try Array(Data(contentsOf: root.appending(path: "data/divisions/shanghai.csv")))
    }

    @Test func `every committee of a township gets compounds of its own, the same each time`() throws {
        let day = try #require(CivilDate(yyyymmdd: 2021_06_30))
        let territory = try Territory(
            EditionPlan(from: Territory([]), to: EditionFile(bytes: list()), asOf: day).created
        )
        let committees = try territory.children(of: #require(DivisionID("310105002")))
        let plans = DemoPlaces.plans(for: committees)
        #expect(Set(plans.map(\.compound.committee)) == Set(committees.map(\.id)))
        #expect(Set(plans.map(\.compound.name)).count == plans.count)
        #expect(DemoPlaces.sheet(of: plans) == DemoPlaces.sheet(of: DemoPlaces.plans(for: committees)))
        let parser = AddressParser(territory: territory)
        for address in plans.flatMap(\.dwellings) { #expect(try parser.parse(address).text == address) }
    }

    @Test(arguments: Engine.available)
    func `a township is furnished once`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let operation = Actor.system(job: "test")
            let territory = try await TerritoryInForce(database)
            let policy = Policy(ranges: { territory.current.ranges(under: $0) })
            let context = TestContext(at: "2021-07-01T08:00:00+08:00").context
            let divisions = TerritoryService(database: database, territory: territory, policy: policy, context: context)
            _ = try await divisions.importEdition(list(), named: "shanghai.csv", by: operation)
            let places = PlacesService(database: database, territory: territory, policy: policy, context: context)
            let township = try #require(DivisionID("310105002"))
            let first = try await places.addDemo(in: township, by: operation)
            let second = try await places.addDemo(in: township, by: operation)
            #expect(first == second)
            #expect(first.count >= 2 * territory.current.committeeCount(under: township))
            let committee = try #require(first.first?.committee)
            #expect(try await !places.buildings(of: committee).isEmpty)
            #expect(try await !places.gates(of: #require(first.first)).isEmpty)
        }
    }
}
