import Fanghu
import FanghuTesting
import Store
import Testing

/// Households on every engine: idempotent, counted, scoped, and followed up.
struct HouseholdServiceTests {
    /// A dwelling in the net's committee.
    static func dwelling(
        _ net: Net,
        _ room: Int = 301,
        in committee: DivisionID = Net.committee
    ) async throws -> PlaceID {
        let building = PlaceID(checked: "00000000-0000-7000-8000-00000000b001")
        let id = PlaceID(checked: "00000000-0000-7000-8000-\(100_000_000_000 + room)")
        let address = "愚园路1弄2号\(room)室"
        try await net.database.write { connection in
            try connection.execute(
                """
                INSERT INTO building (committee, id, compound, address_key, address, sort_key)
                VALUES (\(committee), \(building), NULL, 'b', '愚园路1弄2号', 'b') ON CONFLICT (committee, id) DO NOTHING
                """
            )
            try connection.execute(
                """
                INSERT INTO dwelling (committee, id, building, compound, address_key, address, room, sort_key, created_at)
                VALUES (\(committee), \(id), \(building), NULL, \("d\(room)"), \(address), \("\(room)"), \("d\(room)"), 0)
                """
            )
            let deltas = [Indicator.dwellings, .placesUncovered]
                .map { CounterDelta(committee, $0, on: net.time.now.day) }
            try Counters.apply(deltas, on: connection)
        }
        return id
    }

    static func change(_ net: Net, _ dwelling: PlaceID, _ presence: Presence?, basedOn: Int = 0) -> HouseholdChange {
        HouseholdChange(id: net.time.context.newID(), dwelling: dwelling, basedOn: basedOn, presence: presence)
    }

    @Test(arguments: Engine.available)
    func `what is said once is written once, and every figure agrees`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            let dwelling = try await Self.dwelling(net)
            var change = Self.change(net, dwelling, .away(expectedReturn: net.time.now.day.adding(days: 2)))
            change.head = "测试甲"
            change.phone = "138 0013 8000"
            let first = try await net.households.record(change, by: worker)
            #expect(try await net.households.record(change, by: worker) == first)
            #expect(first.details.phone == "+8613800138000")
            change.living = 2
            await #expect(throws: HouseholdRefusal.idTaken) { try await net.households.record(change, by: worker) }
            let found = try await net.households.household(of: dwelling, for: worker)
            #expect(found.household == first && found.events.count == 1)
            _ = try await net.households.record(
                Self.change(net, dwelling, .vacant(.meter, recheckOn: net.time.now.day.adding(days: 5)), basedOn: 1),
                by: worker
            )
            try await ObservationFlowTests.verify(net)
            let gaps = try await net.coverage.gaps(.unheard, since: net.time.now.day.instant(), for: worker)
            #expect(!gaps.places.contains { $0.place == dwelling }, "what was written was heard")
        }
    }

    @Test(arguments: Engine.available)
    func `who was expected back is a task until the dwelling says otherwise, and a vacant one is looked at again`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            let (away, vacant) = (try await Self.dwelling(net, 301), try await Self.dwelling(net, 302))
            let day = net.time.now.day.adding(days: 2)
            try await net.households.record(Self.change(net, away, .away(expectedReturn: day)), by: worker)
            try await net.households.record(Self.change(net, vacant, .vacant(.meter, recheckOn: day)), by: worker)
            #expect(try await net.households.followUp() == 0)
            net.time.move(to: "2020-02-12T00:01:00+08:00")
            try await net.households.followUp()
            try await net.households.followUp()
            let kinds: [DutyTask.Kind] = [.registerReturnee, .recheckVacant]
            #expect(try await net.dispatch.open(under: nil, kinds: kinds, for: worker).count == 2)
            try await net.households.record(Self.change(net, away, .living, basedOn: 1), by: worker)
            let later = Presence.vacant(.meter, recheckOn: day.adding(days: 9))
            try await net.households.record(Self.change(net, vacant, later, basedOn: 1), by: worker)
            #expect(try await net.dispatch.open(under: nil, kinds: kinds, for: worker).isEmpty)
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `an arrival confirmed at an away dwelling brings it home`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            let dwelling = try await Self.dwelling(net)
            let away = Presence.away(expectedReturn: net.time.now.day)
            try await net.households.record(Self.change(net, dwelling, away), by: worker)
            try await net.households.followUp()
            let receipt = try await net.arrivals.register(
                .sample(),
                id: net.time.context.newID(),
                in: Net.committee,
                source: .ownForm,
                by: .visitor
            )
            _ = try await net.arrivals.confirmDwelling(
                of: receipt.key.id,
                address: "301",
                dwelling: dwelling,
                by: worker
            )
            let found = try await net.households.household(of: dwelling, for: worker)
            #expect(found.household?.presence == .living && found.events.first?.channel == .arrival)
            #expect(try await net.dispatch.open(under: nil, kinds: [.registerReturnee], for: worker).isEmpty)
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `a building head writes about their own piece, and nobody about a neighbour's`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            let head = try await net.staff(.buildingHead)
            let stranger = try await net.staff(.communityWorker, at: Net.stranger)
            let (own, other) = (try await Self.dwelling(net, 301), try await Self.dwelling(net, 302))
            _ = try await net.coverage.addPiece(
                CoveragePiece.Draft(
                    committee: Net.committee,
                    scheme: .buildingGroup,
                    name: "2号",
                    owner: head.account,
                    cut: .places([own])
                ),
                by: worker
            )
            try await net.households.record(Self.change(net, own, .living), by: head)
            await #expect(throws: HouseholdRefusal.notYours) {
                try await net.households.record(Self.change(net, other, .living), by: head)
            }
            await #expect(throws: HouseholdRefusal.notYours) {
                try await net.households.household(of: other, for: head)
            }
            await #expect(throws: HouseholdRefusal.unknownDwelling) {
                try await net.households.record(Self.change(net, own, .living), by: stranger)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a page of the list says who is away, and its key leads on`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            for room in 301...305 {
                let dwelling = try await Self.dwelling(net, room)
                guard room != 303 else { continue }
                let presence: Presence = room % 2 == 0 ? .living : .away(expectedReturn: nil)
                try await net.households.record(Self.change(net, dwelling, presence), by: worker)
            }
            let first = try await net.households.list(limit: 3, for: worker)
            #expect(first.lines.count == 3)
            let second = try await net.households.list(after: try #require(first.next), limit: 3, for: worker)
            #expect(second.lines.count == 2 && second.next == nil)
            #expect(try await net.households.list(.away, for: worker).lines.count == 2)
            #expect(try await net.households.list(.unknown, for: worker).lines.map(\.address) == ["愚园路1弄2号303室"])
        }
    }
}
