import Fanghu
import FanghuTesting
import Store
import Testing

/// Reports, who may make them, how they climb, and what nobody has heard from.
struct CoverageReportTests {
    struct Scene {
        let net: CoverageHarness
        let worker: Actor
        let office: Actor
        let areaHead: Actor
        let head: Actor
        let piece: CoveragePiece
        let places: [PlaceID]

        init(_ database: Database) async throws {
            net = try await CoverageHarness(database)
            try await net.fill(CoverageHarness.first, buildings: 2, rooms: 3)
            worker = try await net.person(.communityWorker, 1)
            office = try await net.person(.preventionOffice, 2, at: CoverageHarness.township)
            areaHead = try await net.person(.areaHead, 3)
            head = try await net.person(.buildingHead, 4)
            let area = try await net.coverage.addArea(
                "东片",
                in: CoverageHarness.first,
                head: areaHead.account,
                by: worker
            )
            let buildings = try await net.buildings(CoverageHarness.first)
            piece = try await net.coverage.addPiece(
                .init(
                    committee: CoverageHarness.first,
                    scheme: .buildingGroup,
                    name: "甲",
                    area: area.id,
                    owner: head.account,
                    cut: .buildings([buildings[0]])
                ),
                by: worker
            )
            places = try await net.coverage.piece(piece.id, for: head).places.map(\.id)
        }

        func draft(_ heard: [PlaceID], problem: String? = nil) -> CoverageReportDraft {
            CoverageReportDraft(id: net.time.context.newID(), piece: piece.id, heard: heard, problem: problem)
        }
    }

    @Test(arguments: Engine.available)
    func `a report climbs the chain, and its problem can be read where it waits`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let scene = try await Scene(database)
            let draft = scene.draft(Array(scene.places.prefix(2)), problem: "301 室老人无人照料")
            let report = try await scene.net.coverage.report(draft, by: scene.head)
            #expect(report.heard == 2 && report.places == 3 && report.level == .buildingHead)
            let again = try await scene.net.coverage.report(draft, by: scene.head)
            #expect(again.id == report.id, "sent twice it is one")
            await #expect(throws: CoverageRefusal.notYours) {
                try await scene.net.coverage.passOn(report.id, to: .areaHead, by: scene.head)
            }
            _ = try await scene.net.coverage.passOn(report.id, to: .areaHead, by: scene.areaHead)
            let waiting = try await scene.net.coverage.waiting(at: .areaHead, for: scene.worker).reports
            #expect(waiting.map(\.report.id) == [report.id])
            #expect(waiting.first?.problem == "301 室老人无人照料")
            await #expect(throws: CoverageRefusal.skipNeedsReason) {
                try await scene.net.coverage.passOn(report.id, to: .township, by: scene.office)
            }
            let last = try await scene.net.coverage.passOn(
                report.id,
                to: .township,
                skipping: "居委停电",
                by: scene.office
            )
            #expect(last.level == .township)
            let steps = try await scene.net.coverage.steps(of: last, for: scene.office)
            #expect(steps.map(\.level) == CoverageLevel.allCases)
            #expect(steps.map(\.skipped) == [nil, nil, "居委停电", nil])
        }
    }

    @Test(arguments: Engine.available)
    func `what nobody has heard from is a list, and a word takes it off`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let scene = try await Scene(database)
            let since = scene.net.time.now
            #expect(try await scene.net.coverage.gaps(.unheard, since: since, for: scene.worker).total == 6)
            _ = try await scene.net.coverage.report(scene.draft(scene.places), by: scene.head)
            let left = try await scene.net.coverage.gaps(.unheard, since: since, for: scene.worker)
            #expect(left.total == 3 && left.places.allSatisfy { !scene.places.contains($0.place) })
            scene.net.time.advance(days: 1)
            let tomorrow = scene.net.time.now
            #expect(try await scene.net.coverage.gaps(.unheard, since: tomorrow, for: scene.worker).total == 6)
        }
    }

    @Test(arguments: Engine.available)
    func `who has no charge of a piece neither reads nor reports it`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let scene = try await Scene(database)
            let other = try await scene.net.person(.buildingHead, 9)
            let stranger = try await scene.net.person(.communityWorker, 10, at: CoverageHarness.second)
            await #expect(throws: CoverageRefusal.notYours) {
                try await scene.net.coverage.report(scene.draft(scene.places), by: other)
            }
            await #expect(throws: CoverageRefusal.notYours) {
                _ = try await scene.net.coverage.piece(scene.piece.id, for: other)
            }
            await #expect(throws: CoverageRefusal.unknownPiece) {
                try await scene.net.coverage.report(scene.draft(scene.places), by: stranger)
            }
            let account = try #require(other.account)
            try await scene.net.coverage.nameDeputy(account, of: .piece(scene.piece.id), by: scene.worker)
            _ = try await scene.net.coverage.report(scene.draft(scene.places), by: other)
            try await scene.net.coverage.dismissDeputy(account, of: .piece(scene.piece.id), by: scene.worker)
            await #expect(throws: CoverageRefusal.notYours) {
                try await scene.net.coverage.report(scene.draft(scene.places), by: other)
            }
            await #expect(throws: CoverageRefusal.nothingReported) {
                try await scene.net.coverage.report(scene.draft([]), by: scene.head)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `pages of gaps meet every place once; an address in two registers is told`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = try await CoverageHarness(database)
            try await net.fill(CoverageHarness.first, buildings: 3, rooms: 5)
            try await net.fill(CoverageHarness.second, buildings: 1, rooms: 2)
            let office = try await net.person(.preventionOffice, 2, at: CoverageHarness.township)
            var seen: [PlaceID] = []
            var key: GapKey? = .start
            while let after = key {
                let page = try await net.coverage.gaps(
                    .uncovered,
                    since: net.time.now,
                    after: after,
                    limit: 4,
                    for: office
                )
                #expect(page.total == 17)
                seen += page.places.map(\.place)
                key = page.next
            }
            #expect(seen.count == 17 && Set(seen).count == 17)
            let twice = try await net.coverage.gaps(.overlapping, since: net.time.now, for: office)
            #expect(twice.total == 4 && twice.places.count == 4)
            let worker = try await net.person(.communityWorker, 1)
            #expect(try await net.coverage.gaps(.uncovered, since: net.time.now, for: worker).total == 15)
        }
    }
}
