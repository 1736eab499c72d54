import Fanghu
import FanghuTesting
import Store
import Testing

/// How a campaign ends: with a receipt for each unit, or a reason for which two persons stand.
struct CanvassClosingTests {
    @Test(arguments: Engine.available)
    func `§8.2: 2,016 units in 3 areas and 3 kinds by 359 person-times close only with 2,016 receipts`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            let office = try await room.net.staff(.preventionOffice, at: Net.township)
            let (campaign, teams) = try await Self.huangpu(room, by: office)
            let progress = try await room.canvass.progress(of: campaign.id, for: office)
            let areas = progress.parts.first { $0.part == .area }?.lines ?? []
            let kinds = progress.parts.first { $0.part == .kind }?.lines ?? []
            #expect(areas.map(\.targets) == [672, 672, 672] && kinds.map(\.targets) == [672, 672, 672])
            for (index, team) in teams.enumerated() {
                let last = index == 2 ? 671 : 672
                try await Self.tours(of: team, over: last, index, room, campaign, by: office)
            }
            await #expect(throws: CanvassRefusal.stillOpen(1)) {
                try await room.canvass.close(campaign.id, by: office)
            }
            let left = try await room.canvass.targets(
                of: campaign.id,
                CanvassFilter(states: [.untouched]),
                for: office
            )
            let unit = try #require(left.places.first)
            #expect(left.total == 1)
            var visit = room.visit(0, .met)
            visit.place = unit.place
            visit.members = []
            visit.helpers = 5
            try await room.canvass.record(visit, of: campaign.id, by: office)
            await #expect(throws: CanvassRefusal.stillOpen(1), "told, but without a receipt") {
                try await room.canvass.close(campaign.id, by: office)
            }
            visit.id = room.net.time.context.newID()
            visit.receipt = CanvassVisit.Receipt(how: .paper)
            try await room.canvass.record(visit, of: campaign.id, by: office)
            #expect(try await room.canvass.close(campaign.id, by: office).state == .closed)
            let total = try await room.canvass.progress(of: campaign.id, for: office).total
            #expect(total.targets == 2016 && total.receipts == 2016 && total.done == 2016)
            #expect(total.personTimes == 359)
            #expect(try await CanvassServiceTests.total(.canvassPersonTimes, room.net) == 359)
            #expect(try await CanvassServiceTests.total(.unitsInformed, room.net) == 2016)
            #expect(try await CanvassServiceTests.total(.canvassTargetsOpen, room.net) == 0)
            try await ObservationFlowTests.verify(room.net)
        }
    }

    /// Banshongyuan Road: building firms, street shops and park firms on three roads, and three teams of six.
    private static func huangpu(
        _ room: CanvassRoom,
        by office: Actor
    ) async throws -> (CanvassCampaign, [CanvassTeam]) {
        let roads = ["西街", "中街", "东街"].map { "\($0)路" }
        let kinds: [Premises.Kind] = [.officeBuilding, .streetShop, .businessPark]
        for (row, road) in roads.enumerated() {
            for (column, kind) in kinds.enumerated() {
                let first = (row * 3 + column) * 224 + 1
                try await room.addPremises(kind, at: Array(first..<first + 224), on: road, from: first)
            }
        }
        let areas = ["西片", "中片", "东片"]
        let campaign = try await room.open(
            Set(kinds.map { .premises($0) }),
            at: Net.township,
            wantsReceipt: true,
            areas: areas,
            by: office
        )
        var teams: [CanvassTeam] = []
        for (area, road) in zip(areas, roads) {
            let team = try await room.canvass.addTeam("\(area)组", heads: 6, to: campaign.id, by: office)
            let street = CanvassSelection(street: road)
            let number = try await room.canvass.assign(
                street,
                of: campaign.id,
                toArea: area,
                team: team.id,
                by: office
            )
            #expect(number == 672)
            teams.append(team)
        }
        return (campaign, teams)
    }

    /// Twenty days of six heads: 120 person-times; the third team's last tour has five, for its last visit is missing.
    private static func tours(
        of team: CanvassTeam,
        over number: Int,
        _ index: Int,
        _ room: CanvassRoom,
        _ campaign: CanvassCampaign,
        by office: Actor
    ) async throws {
        let first = index * 672 + 1
        let start = try #require(campaign.openedAt)
        room.net.time.move(to: start.adding(hours: 24 * 20))
        let drafts = (0..<number)
            .map { offset in
                var visit = room.visit(first + offset, .met, receipt: .signature)
                let day = offset * 20 / 672
                visit.at = start.adding(hours: 24 * day)
                visit.members = []
                visit.helpers = index == 2 && day == 19 ? 5 : 6
                return visit
            }
        for begin in stride(from: 0, to: drafts.count, by: 500) {
            let part = Array(drafts[begin..<min(begin + 500, drafts.count)])
            let answers = try await room.canvass.record(contentsOf: part, of: campaign.id, by: office)
            #expect(answers.allSatisfy { (try? $0.get()) != nil })
        }
        // The clock stands in the twentieth day, so that the last visit falls into its tour.
        room.net.time.move(to: start.adding(hours: 24 * 19 + 2))
    }

    @Test(arguments: Engine.available)
    func `what is left out needs a reason, a second person, and is no receipt`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<3)
            let campaign = try await room.open(wantsReceipt: true)
            let director = try await room.net.staff(.director)
            let worker = try await room.net.staff(.secondedCadre)
            let id = campaign.id
            try await room.canvass.record(room.visit(1, .byPhone, receipt: .phone), of: id, by: worker)
            try await room.canvass.record(room.visit(2, .refused), of: id, by: worker)
            await #expect(throws: CanvassRefusal.reasonMissing) {
                try await room.canvass.explain(CanvassRoom.place(2), of: id, reason: " ", by: worker)
            }
            await #expect(throws: CanvassRefusal.settledAlready) {
                try await room.canvass.explain(CanvassRoom.place(1), of: id, reason: "拆迁", by: worker)
            }
            let explanation = try await room.canvass.explain(CanvassRoom.place(2), of: id, reason: "拆迁", by: worker)
            await #expect(throws: CanvassRefusal.explainedAlready) {
                try await room.canvass.explain(CanvassRoom.place(2), of: id, reason: "搬走", by: director)
            }
            await #expect(throws: CanvassRefusal.stillOpen(1)) { try await room.canvass.close(id, by: director) }
            await #expect(throws: AccessRefusal.notPermitted(.manageCanvass)) {
                try await room.canvass.confirm(explanation.id, by: worker)
            }
            #expect(try await room.canvass.explanations(of: id, for: director).map(\.explanation) == [explanation])
            #expect(try await room.canvass.confirm(explanation.id, by: director).state == .explained)
            await #expect(throws: CanvassRefusal.unknownExplanation) {
                try await room.canvass.confirm(explanation.id, by: director)
            }
            #expect(try await room.net.dispatch.open(under: nil, kinds: [.visitRefused], for: worker).isEmpty)
            _ = try await room.canvass.close(id, by: director)
            let total = try await room.canvass.progress(of: id, for: director).total
            #expect(total.receipts == 1 && total.explained == 1 && total.open == 0)
            await #expect(throws: CanvassRefusal.notOpen) {
                try await room.canvass.record(room.visit(1), of: id, by: worker)
            }
            try await ObservationFlowTests.verify(room.net)
        }
    }

    @Test(arguments: Engine.available)
    func `nobody stands alone for what is left out`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<2)
            let campaign = try await room.open()
            let director = try await room.net.staff(.director)
            let explanation = try await room.canvass.explain(
                CanvassRoom.place(1),
                of: campaign.id,
                reason: "拆迁",
                by: director
            )
            await #expect(throws: CanvassRefusal.secondPersonNeeded) {
                try await room.canvass.confirm(explanation.id, by: director)
            }
            let neighbour = try await room.net.staff(.director, at: Net.neighbour)
            await #expect(throws: CanvassRefusal.unknownExplanation) {
                try await room.canvass.confirm(explanation.id, by: neighbour)
            }
            let secretary = try await room.net.staff(.secretary)
            _ = try await room.canvass.confirm(explanation.id, by: secretary)
            #expect(try await room.canvass.close(campaign.id, by: director).state == .closed)
        }
    }

    @Test(arguments: Engine.available, [1, 2, 3] as [UInt64])
    func `closed means that receipts and what is explained are all there is, and counts are recounts`(
        engine: Engine,
        seed: UInt64
    ) async throws {
        try await withDatabase(engine) { database in
            var chance = FixtureSeed(seed)
            let room = CanvassRoom(Net(database))
            let units = 12
            try await room.addPremises(.streetShop, at: Array(1...units), on: "柳荫路", from: 1)
            let campaign = try await room.open([.premises(.streetShop)], wantsReceipt: true)
            let worker = try await room.net.staff(.secondedCadre)
            let director = try await room.net.staff(.director)
            let outcomes: [CanvassVisit.Outcome] = [.met, .byPhone, .nobody, .refused]
            var isClosed = false
            for step in 0..<400 where !isClosed {
                let number = Int.random(in: 1...units, using: &chance)
                if Int.random(in: 0..<20, using: &chance) == 0 {
                    let explained = try? await room.canvass.explain(
                        CanvassRoom.place(number),
                        of: campaign.id,
                        reason: "停业",
                        by: worker
                    )
                    if let explained { _ = try? await room.canvass.confirm(explained.id, by: director) }
                } else {
                    let outcome = outcomes.randomElement(using: &chance) ?? .met
                    let hasReceipt = outcome.isInformed && Bool.random(using: &chance)
                    let visit = room.visit(number, outcome, receipt: hasReceipt ? .paper : nil)
                    try await room.canvass.record(visit, of: campaign.id, by: worker)
                }
                let total = try await room.canvass.progress(of: campaign.id, for: director).total
                #expect(total.done == total.receipts, "seed \(seed), step \(step)")
                isClosed = (try? await room.canvass.close(campaign.id, by: director)) != nil
                #expect(isClosed == (total.receipts + total.explained == units), "seed \(seed), step \(step)")
            }
            #expect(isClosed)
            try await ObservationFlowTests.verify(room.net)
        }
    }
}
