import Fanghu
import FanghuTesting
import Store
import Testing

/// The map on every engine: exact where one works, recorded; coarse for the wall.
struct MapServiceTests {
    /// Gives the net's compound a building with the dwelling in which the sample observation is.
    static func house(_ room: GateRoom) async throws {
        try await room.addCompound()
        let (building, dwelling) = ("00000000-0000-7000-8000-00000000b001", "00000000-0000-7000-8000-00000000b002")
        let address = "愚园路1弄2号301室"
        let parsed = try AddressParser(territory: Net.territory).parse(address)
        try await room.net.database.write { connection in
            try connection.execute(
                """
                INSERT INTO building (committee, id, compound, address_key, address, sort_key)
                VALUES (\(Net.committee), \(building), \(GateRoom.compound), 'b', '愚园路1弄2号', 'b')
                """
            )
            try connection.execute(
                """
                INSERT INTO dwelling
                    (committee, id, building, compound, address_key, address, room, sort_key, created_at)
                VALUES (\(Net.committee), \(dwelling), \(building), \(GateRoom.compound),
                    \(AddressKey(parsed, in: Net.committee).local), \(address), '301', 'd', 0)
                """
            )
            let deltas = [Indicator.dwellings, .placesUncovered]
                .map {
                    CounterDelta(Net.committee, $0, on: room.net.time.now.day)
                }
            try Counters.apply(deltas, on: connection)
        }
    }

    @Test(arguments: Engine.available)
    func `R-PRIV-10: an observed home is on the exact map alone, and each view is recorded`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let room = try await GateRoom(Net(database))
            let map = room.map
            try await Self.house(room)
            _ = try await room.net.beginObservation()
            let worker = try await room.net.staff(.communityWorker)
            let exact = try await map.exact(under: Net.committee, for: worker)
            let homes = exact.compounds.flatMap(\.homes) + exact.elsewhere
            #expect(homes.count == 1 && exact.gates.count == 2 && exact.gates.allSatisfy { $0.point != nil })
            _ = try await map.exact(under: Net.committee, for: worker)
            let views = try await database.read { connection in
                try connection.value("SELECT COUNT(*) FROM audit_entry WHERE act = 'map.look'", as: Int.self)
            }
            #expect(views == 2)
            let figures = try await room.net.staff(.districtCommand, at: Net.district)
            let coarse = try await map.coarse(under: Net.township, for: figures).cell
            #expect(CoarseMapTests.all(coarse).allSatisfy { $0.dwellings == nil }, "one dwelling is fewer than five")
            for (role, place) in [
                (Role.districtCommand, Net.district), (.gateKeeper, Net.committee), (.communityDoctor, Net.committee),
            ] {
                let stranger = try await room.net.staff(role, at: place)
                await #expect(throws: AccessRefusal.notPermitted(.manageObservations)) {
                    _ = try await map.exact(under: Net.committee, for: stranger)
                }
            }
            let neighbour = try await room.net.staff(.communityWorker, at: Net.neighbour)
            await #expect(throws: AccessRefusal.outsideTerritory) {
                _ = try await map.exact(under: Net.committee, for: neighbour)
            }
            await #expect(throws: AccessRefusal.outsideTerritory) {
                _ = try await map.coarse(under: Net.committee, for: neighbour)
            }
            await #expect(throws: AreaRefusal.placeTooLarge) {
                _ = try await map.coarse(under: Net.city, for: room.net.staff(.healthCommission, at: Net.city))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `areas are drawn, counted by point and by street, and ended`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = try await GateRoom(Net(database))
            let map = room.map
            try await Self.house(room)
            let worker = try await room.net.staff(.communityWorker)
            let outline = "121.41, 31.21\n121.43, 31.21\n121.43, 31.23\n121.41, 31.23"
            let drawn = try await map.draw(
                .init(place: Net.committee, name: "东区", shape: AreaShape(outline: outline, in: .wgs84)),
                by: worker
            )
            let byStreet = try await map.draw(
                .init(place: Net.committee, name: "愚园路段", shape: AreaShape(streets: "愚园路 1-9 单")),
                by: worker
            )
            for area in [drawn, byStreet] {
                let counted = try await map.count(of: area.id, for: worker)
                #expect(counted.area == area && counted.counts.map(\.dwellings) == [1])
            }
            await #expect(throws: AreaRefusal.nameTaken) {
                try await map.draw(.init(place: Net.committee, name: "东区", shape: byStreet.shape), by: worker)
            }
            let neighbour = try await room.net.staff(.communityWorker, at: Net.neighbour)
            await #expect(throws: AreaRefusal.unknownArea) { try await map.end(drawn.id, by: neighbour) }
            await #expect(throws: AccessRefusal.outsideTerritory) {
                try await map.draw(.init(place: Net.committee, name: "x", shape: byStreet.shape), by: neighbour)
            }
            try await map.end(drawn.id, by: worker)
            await #expect(throws: AreaRefusal.unknownArea) { try await map.end(drawn.id, by: worker) }
            #expect(try await map.exact(under: Net.committee, for: worker).areas == [byStreet])
        }
    }
}
