import Fanghu
import FanghuTesting
import Store
import Testing

/// What is done to a compound after it was made, and what stands in it.
struct CompoundActsTests {
    private let worker = PlacesDesk.staff(.communityWorker)

    @Test(arguments: Engine.available)
    func `a compound is renamed, keeps its id, and the record tells both names`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = try await PlacesDesk(database)
            let compound = try await desk.compound()
            _ = try await desk.compound("桂香苑")
            try await desk.service.renameCompound(compound.id, to: " 柳荫　新村 ", by: worker)
            #expect(try await desk.service.compound(compound.id).name == "柳荫新村")
            await #expect(throws: PlacesRefusal.nameTaken) {
                try await desk.service.renameCompound(compound.id, to: "桂香苑", by: worker)
            }
            await #expect(throws: PlacesRefusal.nameMissing) {
                try await desk.service.renameCompound(compound.id, to: "  ", by: worker)
            }
            #expect(try await desk.acts().filter { $0 == "places.rename" }.count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `many who take one name at once: one has it, the others are refused`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = try await PlacesDesk(database)
            var compounds: [Compound] = []
            for number in 1...12 { compounds.append(try await desk.compound("\(number)号院")) }
            let answers = await withTaskGroup(of: String.self) { group in
                for compound in compounds {
                    group.addTask {
                        do {
                            try await desk.service.renameCompound(compound.id, to: "新名", by: PlacesDesk.operation)
                            return "renamed"
                        } catch {
                            return (error as? any Refusal)?.code ?? "\(error)"
                        }
                    }
                }
                return await group.reduce(into: [String]()) { $0.append($1) }
            }
            #expect(answers.count { $0 == "renamed" } == 1)
            #expect(answers.count { $0 == "places.nameTaken" } == 11, "\(Set(answers))")
        }
    }

    @Test(arguments: Engine.available)
    func `a closed compound leaves the pickers, takes nothing new, and is still found by its code`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let desk = try await PlacesDesk(database)
            let compound = try await desk.compound()
            try await desk.service.closeCompound(compound.id, by: worker)
            let closed = try await desk.service.compound(compound.id)
            #expect(closed.isClosed)
            #expect(try await desk.service.compounds(of: PlacesDesk.committee).isEmpty)
            #expect(try await desk.service.compounds(for: worker).total == 1)
            let acts: [@Sendable () async throws -> Void] = [
                { try await desk.service.closeCompound(compound.id, by: worker) },
                { try await desk.service.renameCompound(compound.id, to: "新", by: worker) },
                { _ = try await desk.service.addGate("东门", of: closed, by: worker) },
                {
                    _ = try await desk.service
                        .addDwelling("1号101室", compound: compound.id, in: PlacesDesk.committee, by: worker)
                },
                {
                    _ = try await desk.service
                        .addBuilding("1号", compound: compound.id, in: PlacesDesk.committee, by: worker)
                },
            ]
            for act in acts { await #expect(throws: PlacesRefusal.compoundClosed) { try await act() } }
        }
    }

    @Test(arguments: Engine.available)
    func `within a compound road and lane may be left out`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = try await PlacesDesk(database)
            let compound = try await desk.compound()
            let place = PlacesDesk.committee
            let dwelling = try await desk.service.addDwelling("２号一零一室", compound: compound.id, in: place, by: worker)
            #expect(dwelling.address == "柳荫路123弄2号101室")
            await #expect(throws: PlacesRefusal.addressTaken) {
                _ = try await desk.service.addDwelling("柳荫路123弄2号101", compound: compound.id, in: place, by: worker)
            }
            await #expect(throws: AddressProblem.roadMissing) {
                _ = try await desk.service.addDwelling("2号101室", in: place, by: worker)
            }
            await #expect(throws: PlacesRefusal.addressVague) {
                _ = try await desk.service.addDwelling("柳荫路", in: place, by: worker)
            }
            await #expect(throws: PlacesRefusal.compoundUnknown) {
                _ = try await desk.service
                    .addDwelling("2号102室", compound: compound.id, in: PlacesDesk.neighbour, by: PlacesDesk.operation)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the inventory lists gates, and buildings in the order of a walk with entrances and dwellings`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let desk = try await PlacesDesk(database)
            let compound = try await desk.compound()
            _ = try await desk.service.addGate("东门", of: compound, by: worker)
            for address in ["10号101室", "2号1单元101室", "2号1单元102室", "2号2单元101室"] {
                _ = try await desk.service
                    .addDwelling(address, compound: compound.id, in: PlacesDesk.committee, by: worker)
            }
            let empty = try await desk.service
                .addBuilding("3号", compound: compound.id, in: PlacesDesk.committee, by: worker)
            await #expect(throws: PlacesRefusal.addressTaken) {
                _ = try await desk.service
                    .addBuilding("3号", compound: compound.id, in: PlacesDesk.committee, by: worker)
            }
            let inventory = try await desk.service.inventory(of: compound.id, for: worker)
            #expect(inventory.gates.map(\.name) == ["东门"])
            let numbers = inventory.buildings.map { $0.building.address.suffix(3) }
            #expect(numbers == ["弄2号", "弄3号", "10号"])
            #expect(inventory.buildings.map(\.dwellings) == [3, 0, 1])
            #expect(inventory.buildings[0].entrances.map(\.name).count == 2)
            let second = try await desk.service.building(
                inventory.buildings[0].building.id,
                in: compound.id,
                for: worker
            )
            #expect(second.dwellings.count == 3)
            #expect(try await desk.service.building(empty.id, in: compound.id, for: worker).dwellings.isEmpty)
            let acts = try await desk.acts()
            #expect(acts.count { $0 == "places.addBuildings" } == 1 && acts.count { $0 == "places.addDwellings" } == 4)
            try await Self.pages(of: compound, desk, by: worker)
        }
    }

    @Test(arguments: Engine.available)
    func `R-SEC-02: a compound of another's territory is not there, whatever is done to it`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let desk = try await PlacesDesk(database)
            let compound = try await desk.compound(in: PlacesDesk.stranger)
            let acts: [@Sendable () async throws -> Void] = [
                { _ = try await desk.service.compound(compound.id, for: worker) },
                { _ = try await desk.service.inventory(of: compound.id, for: worker) },
                { _ = try await desk.service.dwellings(of: compound.id, for: worker) },
                { _ = try await desk.service.building(compound.id, in: compound.id, for: worker) },
                { try await desk.service.renameCompound(compound.id, to: "新", by: worker) },
                { try await desk.service.closeCompound(compound.id, by: worker) },
            ]
            for act in acts { await #expect(throws: PlacesRefusal.compoundUnknown) { try await act() } }
            await #expect(throws: AccessRefusal.notPermitted(.managePlaces)) {
                _ = try await desk.service.compound(compound.id, for: PlacesDesk.staff(.volunteer))
            }
            #expect(try await desk.service.compound(compound.id) == compound)
        }
    }

    /// Pages of two meet every dwelling of the compound once.
    private static func pages(of compound: Compound, _ desk: PlacesDesk, by worker: Actor) async throws {
        var seen: [String] = []
        var key: DwellingKey? = .start
        while let after = key {
            let page = try await desk.service.dwellings(of: compound.id, after: after, limit: 3, for: worker)
            #expect(page.total == 4)
            seen += page.places.map(\.address)
            key = page.next
        }
        #expect(seen.count == 4 && Set(seen).count == 4 && seen.last?.hasSuffix("10号101室") == true)
    }
}
