import Fanghu
import FanghuTesting
import Store
import Testing

/// Cutting, splitting, merging and handing over, on every engine.
struct CoverageServiceTests {
    @Test(arguments: Engine.available)
    func `a piece has its places, its owner, and the figures know`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = try await CoverageHarness(database)
            try await net.fill(CoverageHarness.first, buildings: 2, rooms: 3)
            #expect(try await net.figure(.placesUncovered) == 6)
            let worker = try await net.person(.communityWorker, 1)
            let head = try await net.person(.buildingHead, 2)
            let buildings = try await net.buildings(CoverageHarness.first)
            let piece = try await net.coverage.addPiece(
                .init(
                    committee: CoverageHarness.first,
                    scheme: .buildingGroup,
                    name: "1号楼组",
                    owner: head.account,
                    cut: .buildings([buildings[0]])
                ),
                by: worker
            )
            #expect(try await net.figure(.placesUncovered) == 3)
            #expect(try await net.figure(.coveragePieces) == 1)
            #expect(try await net.figure(.coveragePiecesUnowned) == 0)
            let found = try await net.coverage.piece(piece.id, for: head)
            #expect(found.places.map(\.id).count == 3)
            #expect(found.charges.owner(at: net.time.now) == head.account)
            await #expect(throws: CoverageRefusal.placesTaken(3)) {
                try await net.coverage.addPiece(
                    .init(
                        committee: CoverageHarness.first,
                        scheme: .buildingGroup,
                        name: "另一组",
                        cut: .buildings(buildings)
                    ),
                    by: worker
                )
            }
            #expect(try await net.figure(.coveragePieces) == 1, "a refused cut leaves nothing")
            try await net.verify()
        }
    }

    @Test(arguments: Engine.available)
    func `a piece without an owner is a task and a figure until somebody is named`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = try await CoverageHarness(database)
            try await net.fill(CoverageHarness.first, buildings: 1, rooms: 2)
            let worker = try await net.person(.communityWorker, 1)
            let head = try await net.person(.buildingHead, 2)
            let piece = try await net.coverage.addPiece(
                .init(
                    committee: CoverageHarness.first,
                    scheme: .buildingGroup,
                    name: "甲",
                    cut: .buildings(net.buildings(CoverageHarness.first))
                ),
                by: worker
            )
            #expect(try await net.figure(.coveragePiecesUnowned) == 1)
            let tasks = try await net.dispatch.open(under: nil, kinds: [.nameOwner], for: worker)
            #expect(tasks.map(\.subject) == [.piece(piece.id)] && tasks[0].owner == worker.account)
            let account = try #require(head.account)
            _ = try await net.coverage.handOver(.piece(piece.id), to: account, note: "", by: worker)
            #expect(try await net.figure(.coveragePiecesUnowned) == 0)
            #expect(try await net.dispatch.open(under: nil, kinds: [.nameOwner], for: worker).isEmpty)
            try await net.verify()
        }
    }

    @Test(arguments: Engine.available)
    func `an area with ten building heads goes to another head in one act, with the open work`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = try await CoverageHarness(database)
            try await net.fill(CoverageHarness.first, buildings: 10, rooms: 2)
            let worker = try await net.person(.communityWorker, 1)
            let old = try await net.person(.areaHead, 2)
            let new = try await net.person(.areaHead, 3)
            let area = try await net.coverage.addArea("东片", in: CoverageHarness.first, head: old.account, by: worker)
            for (number, building) in try await net.buildings(CoverageHarness.first).enumerated() {
                let head = try await net.person(.buildingHead, 10 + number)
                _ = try await net.coverage.addPiece(
                    .init(
                        committee: CoverageHarness.first,
                        scheme: .buildingGroup,
                        name: "\(number)号组",
                        area: area.id,
                        owner: head.account,
                        cut: .buildings([building])
                    ),
                    by: worker
                )
            }
            let oldAccount = try #require(old.account)
            let newAccount = try #require(new.account)
            try await database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO duty_task (committee, id, key, kind, subject, state, owner, opened_at, due_at)
                    VALUES (\(CoverageHarness.first), 't1', 'k', 'missedSlot', 'person:x', 'open', \(oldAccount), 0, 0)
                    """
                )
            }
            net.time.advance(minutes: 5)
            await #expect(throws: CoverageRefusal.noteMissing) {
                try await net.coverage.handOver(.area(area.id), to: newAccount, note: " ", by: worker)
            }
            let done = try await net.coverage.handOver(.area(area.id), to: newAccount, note: "三户待访", by: worker)
            #expect(done.from == oldAccount && done.tasks == 1)
            let charges = try await net.coverage.charges(of: .area(area.id), for: worker)
            #expect(charges.owner(at: net.time.now) == newAccount)
            #expect(charges.owner(at: net.time.now.adding(minutes: -1)) == oldAccount, "history stays")
            let pieces = try await net.coverage.pieces(heardSince: net.time.now, for: worker).pieces
            #expect(pieces.count == 10 && pieces.allSatisfy { $0.areaName == "东片" && $0.owner != nil })
        }
    }

    @Test(arguments: Engine.available, 0..<4)
    func `no dwelling twice, none missing, whatever is split, merged and handed over`(
        engine: Engine,
        seed: UInt64
    ) async throws {
        try await withDatabase(engine) { database in
            let net = try await CoverageHarness(database)
            try await net.fill(CoverageHarness.first, buildings: 6, rooms: 4)
            let walk = try await CoverageWalk(net, seed: seed)
            try await walk.run(steps: 25)
            try await walk.proveWhole()
            try await net.verify()
        }
    }

    @Test(arguments: Engine.available)
    func `two people who cut the same dwellings at once: one piece has them`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = try await CoverageHarness(database)
            try await net.fill(CoverageHarness.first, buildings: 1, rooms: 5)
            let worker = try await net.person(.communityWorker, 1)
            let buildings = try await net.buildings(CoverageHarness.first)
            let made = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<6 {
                    group.addTask {
                        let draft = CoveragePiece.Draft(
                            committee: CoverageHarness.first,
                            scheme: .buildingGroup,
                            name: "组\(number)",
                            cut: .buildings(buildings)
                        )
                        return (try? await net.coverage.addPiece(draft, by: worker)) != nil
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(made == 1)
            #expect(try await net.figure(.placesUncovered) == 0)
            #expect(try await net.figure(.coveragePieces) == 1)
            try await net.verify()
        }
    }

    @Test(arguments: Engine.available)
    func `homes and shops are covered by their own schemes`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = try await CoverageHarness(database)
            try await net.fill(CoverageHarness.first, buildings: 1, rooms: 1)
            let worker = try await net.person(.communityWorker, 1)
            let shop = try await net.places.addPremises(
                .init(committee: CoverageHarness.first, kind: .streetShop, name: "小店", address: "柳荫路8号"),
                by: worker
            )
            #expect(try await net.figure(.placesUncovered) == 2)
            var draft = CoveragePiece.Draft(
                committee: CoverageHarness.first,
                scheme: .buildingGroup,
                name: "甲",
                cut: .places([shop.id])
            )
            await #expect(throws: CoverageRefusal.wrongScheme(.buildingGroup)) {
                try await net.coverage.addPiece(draft, by: worker)
            }
            draft.scheme = .streetBlock
            draft.cut = .street(StreetRange(road: "柳荫路", numbers: 1...20))
            _ = try await net.coverage.addPiece(draft, by: worker)
            let left = try await net.coverage.gaps(.uncovered, since: net.time.now, for: worker)
            #expect(left.total == 1 && left.places.map(\.isDwelling) == [true])
            try await net.verify()
        }
    }

    @Test(arguments: Engine.available)
    func `who has no right there cuts nothing, and an owner must serve in the committee`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = try await CoverageHarness(database)
            try await net.fill(CoverageHarness.first, buildings: 1, rooms: 1)
            let worker = try await net.person(.communityWorker, 1)
            let neighbour = try await net.person(.communityWorker, 2, at: CoverageHarness.second)
            let head = try await net.person(.buildingHead, 3)
            let draft = CoveragePiece.Draft(
                committee: CoverageHarness.first,
                scheme: .buildingGroup,
                name: "甲",
                owner: neighbour.account,
                cut: try await .buildings(net.buildings(CoverageHarness.first))
            )
            await #expect(throws: CoverageRefusal.ownerUnknown) { try await net.coverage.addPiece(draft, by: worker) }
            await #expect(throws: AccessRefusal.outsideTerritory) {
                try await net.coverage.addPiece(draft, by: neighbour)
            }
            await #expect(throws: AccessRefusal.notPermitted(.manageCoverage)) {
                try await net.coverage.addPiece(draft, by: head)
            }
            #expect(try await net.figure(.coveragePieces) == 0)
        }
    }
}
