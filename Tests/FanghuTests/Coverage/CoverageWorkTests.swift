import Fanghu
import FanghuTesting
import Store
import Testing

/// Which open work goes along with a hand-over, how much everybody carries, and what a piece remembers.
struct CoverageWorkTests {
    /// Two pieces of one owner, with a task on a dwelling of each and one on a person.
    struct Scene {
        let net: CoverageHarness
        let worker: Actor
        let old: Actor
        let pieces: [CoveragePiece]
        let doors: [PlaceID]

        init(_ database: Database, ownedBy role: Role = .communityWorker) async throws {
            net = try await CoverageHarness(database)
            try await net.fill(CoverageHarness.first, buildings: 2, rooms: 2)
            worker = try await net.person(.director, 1)
            old = try await net.person(role, 2)
            var pieces: [CoveragePiece] = []
            var doors: [PlaceID] = []
            for (number, building) in try await net.buildings(CoverageHarness.first).enumerated() {
                let piece = try await net.coverage.addPiece(
                    .init(
                        committee: CoverageHarness.first,
                        scheme: .buildingGroup,
                        name: "\(number + 1)号组",
                        owner: old.account,
                        cut: .buildings([building])
                    ),
                    by: worker
                )
                pieces.append(piece)
                doors.append(try #require(await net.coverage.piece(piece.id, for: worker).places.first?.id))
            }
            (self.pieces, self.doors) = (pieces, doors)
            let subjects = ["dwelling:\(doors[0])", "dwelling:\(doors[1])", "person:x"]
            let owner = try #require(old.account)
            let opened = net.time.now
            try await database.write { connection in
                for (number, subject) in subjects.enumerated() {
                    try connection.execute(
                        """
                        INSERT INTO duty_task (committee, id, key, kind, subject, state, owner, opened_at, due_at)
                        VALUES (\(CoverageHarness.first), \("t\(number)"), \("k\(number)"), 'recheckVacant', \(subject),
                            'open', \(owner), \(opened), \(opened))
                        """
                    )
                }
                let delta = CounterDelta(CoverageHarness.first, .tasksOpen, on: opened.day, by: 3)
                try Counters.apply([delta], on: connection)
            }
            net.time.advance(minutes: 1)
        }

        func owners() async throws -> [AccountID?] {
            try await net.database.read { connection in
                try connection.rows("SELECT owner FROM duty_task WHERE id LIKE 't%' ORDER BY id")
                    .map { try $0.column(0) }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `work about a piece goes along though its owner keeps another; the last piece takes the rest`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let scene = try await Scene(database)
            let new = try #require(try await scene.net.person(.communityWorker, 3).account)
            let (first, second) = (scene.pieces[0].id, scene.pieces[1].id)
            let done = try await scene.net.coverage.handOver(.piece(first), to: new, note: "交接", by: scene.worker)
            #expect(done.tasks == 1)
            #expect(try await scene.owners() == [new, scene.old.account, scene.old.account])
            let rest = try await scene.net.coverage.handOver(.piece(second), to: new, note: "交接", by: scene.worker)
            #expect(rest.tasks == 2)
            #expect(try await scene.owners() == [new, new, new])
            try await scene.net.verify()
        }
    }

    @Test(arguments: Engine.available)
    func `a building head is given no task that a building head cannot work`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let scene = try await Scene(database)
            let head = try #require(try await scene.net.person(.buildingHead, 3).account)
            for piece in scene.pieces {
                let done = try await scene.net.coverage.handOver(
                    .piece(piece.id),
                    to: head,
                    note: "交接",
                    by: scene.worker
                )
                #expect(done.tasks == 0)
            }
            #expect(try await scene.owners().allSatisfy { $0 == scene.old.account })
        }
    }

    @Test(arguments: [
        ([Role.communityWorker], [Role.buildingHead], false), ([.communityWorker], [.director], true),
        ([.areaHead], [.areaHead], true), ([.buildingHead], [.communityWorker], true), ([], [.buildingHead], true),
        ([.communityWorker], [], false), ([.communityWorker], [.buildingHead, .secondedCadre], true),
    ])
    func `work goes to who may do it, and between equals`(before: [Role], after: [Role], isTaken: Bool) {
        #expect(CoverageCharges.canTakeWork(from: before, to: after) == isTaken)
    }

    @Test(arguments: Engine.available)
    func `loads stand beside the average, and an area shows its head and whom the head leads`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = try await CoverageHarness(database)
            try await net.fill(CoverageHarness.first, buildings: 6, rooms: 3)
            let worker = try await net.person(.communityWorker, 1)
            let lead = try await net.person(.areaHead, 2)
            let area = try await net.coverage.addArea("东片", in: CoverageHarness.first, head: lead.account, by: worker)
            let empty = try await net.coverage.addArea("西片", in: CoverageHarness.first, by: worker)
            let buildings = try await net.buildings(CoverageHarness.first)
            var heads: [AccountID] = []
            for (number, cut) in [Array(buildings.prefix(4)), [buildings[4]], [buildings[5]]].enumerated() {
                let head = try await net.person(.buildingHead, 10 + number)
                heads.append(try #require(head.account))
                _ = try await net.coverage.addPiece(
                    .init(
                        committee: CoverageHarness.first,
                        scheme: .buildingGroup,
                        name: "\(number)组",
                        area: area.id,
                        owner: head.account,
                        cut: .buildings(cut)
                    ),
                    by: worker
                )
            }
            let loads = try await net.coverage.loads(for: worker)
            #expect(loads.owners == 3 && loads.places == 18 && loads.average == 6)
            #expect(loads.lines.map(\.places) == [12, 3, 3, 0], "the area head has no places of their own")
            #expect(loads.lines.first?.account == heads[0] && loads.lines.last?.areas == 1)
            #expect(!loads.lines.contains(where: loads.isHeavy), "twice the average is not more than twice")
            let since = net.time.now
            let spans = try await net.coverage.spans(heardSince: since, for: worker).spans
            let east = try #require(spans.first { $0.area == area })
            #expect(east.head == lead.account && east.owners == 3 && east.pieces == 3)
            #expect(east.places == 18 && east.unheard == 18)
            let west = try #require(spans.first { $0.area.id == empty.id })
            #expect(west.head == nil && west.pieces == 0 && west.places == 0 && west.unheard == 0)
            var seen: [CoverageAreaID] = []
            var key = GapKey.start
            for _ in 0..<3 {
                let page = try await net.coverage.spans(heardSince: since, after: key, limit: 1, for: worker)
                seen += page.spans.map(\.area.id)
                guard let next = page.next else { break }
                key = next
            }
            #expect(Set(seen) == [area.id, empty.id] && seen.count == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `a piece remembers whence its places came and where they went`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let scene = try await Scene(database)
            let (net, worker) = (scene.net, scene.worker)
            let new = try await net.coverage.split(
                scene.pieces[0].id,
                cutting: .places([scene.doors[0]]),
                off: "新组",
                by: worker
            )
            net.time.advance(minutes: 1)
            _ = try await net.coverage.merge([new.id], into: scene.pieces[1].id, by: worker)
            let history = try await net.coverage.history(of: new.id, for: worker)
            #expect(history.origins.map(\.piece) == [scene.pieces[0].id])
            #expect(history.successors.map(\.piece) == [scene.pieces[1].id])
            #expect(history.reports.isEmpty)
            let head = try await net.person(.buildingHead, 4)
            await #expect(throws: CoverageRefusal.notYours) {
                try await net.coverage.history(of: new.id, for: head)
            }
            let siblings = try await net.coverage.siblings(of: scene.pieces[0], for: worker)
            #expect(siblings.map(\.id) == [scene.pieces[1].id], "what has ended is no choice")
        }
    }

    @Test(arguments: Engine.available)
    func `an area head sees the reports of their own area and no other`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let scene = try await Scene(database, ownedBy: .buildingHead)
            let net = scene.net
            let (lead, other) = (try await net.person(.areaHead, 5), try await net.person(.areaHead, 6))
            let east = try await net.coverage.addArea(
                "东片",
                in: CoverageHarness.first,
                head: lead.account,
                by: scene.worker
            )
            let west = try await net.coverage.addArea(
                "西片",
                in: CoverageHarness.first,
                head: other.account,
                by: scene.worker
            )
            try await net.coverage.move([scene.pieces[0].id], to: east.id, by: scene.worker)
            try await net.coverage.move([scene.pieces[1].id], to: west.id, by: scene.worker)
            var reports: [CoverageReportID] = []
            for (piece, door) in zip(scene.pieces, scene.doors) {
                let draft = CoverageReportDraft(id: net.time.context.newID(), piece: piece.id, heard: [door])
                reports.append(try await net.coverage.report(draft, by: scene.old).id)
            }
            let found = try await net.coverage.waiting(at: .buildingHead, for: lead)
            #expect(found.reports.map(\.report.id) == [reports[0]] && found.next == nil)
            #expect(found.reports.first?.level == .areaHead && found.reports.first?.skips == [])
            await #expect(throws: CoverageRefusal.notYours) {
                try await net.coverage.passOn(reports[1], by: lead)
            }
            let page = try await net.coverage.waiting(at: .buildingHead, limit: 1, for: scene.worker)
            #expect(page.reports.first?.skips == [.areaHead])
            let next = try #require(page.next)
            let rest = try await net.coverage.waiting(at: .buildingHead, after: next, for: scene.worker)
            #expect(Set((page.reports + rest.reports).map(\.report.id)) == Set(reports))
            #expect(try await net.coverage.waiting(at: .buildingHead, for: scene.old).reports.isEmpty)
        }
    }
}
