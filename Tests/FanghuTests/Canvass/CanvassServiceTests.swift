import Fanghu
import FanghuTesting
import Store
import Testing

/// Campaigns on every engine: listed, visited once, counted, scoped.
struct CanvassServiceTests {
    static func total(_ indicator: Indicator, _ net: Net, in committee: DivisionID = Net.committee) async throws -> Int
    {
        let scope = try net.policy.scope(for: .system(job: "test"), .viewFigures, under: committee, at: net.time.now)
        return try await net.database.read { try Counters.total(of: indicator, in: scope, on: $0) }
    }

    @Test(arguments: Engine.available)
    func `opening lists every place of the kinds, and what comes later is taken in by one act`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            let director = try await room.net.staff(.director)
            try await room.addDwellings(1..<6)
            try await room.addPremises(.streetShop, at: [2, 1], on: "柳荫路", from: 50)
            try await room.addPremises(.school, at: [7], on: "柳荫路", from: 60)
            let campaign = try await room.open([.dwelling, .premises(.streetShop)])
            #expect(try await room.canvass.targets(of: campaign.id, for: director).total == 7)
            #expect(try await Self.total(.canvassTargetsOpen, room.net) == 7)
            await #expect(throws: CanvassRefusal.notPlanned) {
                try await room.canvass.open(campaign.id, by: director)
            }
            try await room.addDwellings(6..<9)
            #expect(try await room.canvass.missing(from: campaign.id, for: director) == 3)
            #expect(try await room.canvass.takeIn(campaign.id, by: director) == 3)
            #expect(try await room.canvass.takeIn(campaign.id, by: director) == 0)
            #expect(try await room.canvass.missing(from: campaign.id, for: director) == 0)
            #expect(try await Self.total(.canvassTargetsOpen, room.net) == 10)
            try await ObservationFlowTests.verify(room.net)
        }
    }

    @Test(arguments: Engine.available)
    func `a campaign over nothing is not opened, and a plan is visited by nobody`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            await #expect(throws: CanvassRefusal.nothingToVisit) { try await room.open() }
            try await room.addDwellings(1..<2)
            let director = try await room.net.staff(.director)
            let plan = try #require(try await room.canvass.campaigns(for: director).campaigns.first)
            #expect(plan.state == .planned)
            await #expect(throws: CanvassRefusal.unknownTarget) {
                try await room.canvass.record(room.visit(1), of: plan.id, by: director)
            }
            await #expect(throws: CanvassRefusal.notOpen) { try await room.canvass.close(plan.id, by: director) }
        }
    }

    @Test(arguments: Engine.available)
    func `a visit sent twice is one, and another under its id is refused`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<3)
            let campaign = try await room.open()
            let worker = try await room.net.staff(.communityWorker)
            var visit = room.visit(1)
            #expect(try await !room.canvass.record(visit, of: campaign.id, by: worker).isRepeat)
            let again = try await room.canvass.record(visit, of: campaign.id, by: worker)
            #expect(again.isRepeat && again.target.visits == 1 && again.target.state == .done)
            visit.remarks = "另一条"
            await #expect(throws: CanvassRefusal.idTaken) {
                try await room.canvass.record(visit, of: campaign.id, by: worker)
            }
            #expect(try await Self.total(.canvassVisits, room.net) == 1)
            #expect(try await Self.total(.canvassPersonTimes, room.net) == 1)
            #expect(try await Self.total(.canvassTargetsOpen, room.net) == 1)
            try await ObservationFlowTests.verify(room.net)
        }
    }

    @Test(arguments: Engine.available)
    func `two visitors at one door at once are two visits, one receipt and their person-times`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<2)
            let campaign = try await room.open(wantsReceipt: true)
            let visitors = [
                try await room.net.staff(.communityWorker), try await room.net.staff(.secretary),
                try await room.net.staff(.secondedCadre),
            ]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for visitor in visitors + visitors {
                    let visit = room.visit(1, .met, receipt: .signature)
                    group.addTask { _ = try await room.canvass.record(visit, of: campaign.id, by: visitor) }
                }
                try await group.waitForAll()
            }
            let director = try await room.net.staff(.director)
            let target = try #require(try await room.canvass.targets(of: campaign.id, for: director).places.first)
            #expect(target.visits == 6 && target.state == .done && target.informedAt != nil)
            #expect(try await Self.total(.unitsInformed, room.net) == 1)
            #expect(try await Self.total(.canvassPersonTimes, room.net) == 3)
            try await ObservationFlowTests.verify(room.net)
        }
    }

    @Test(arguments: Engine.available)
    func `vacant and away are written once, in the room of households`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<4)
            let campaign = try await room.open()
            let worker = try await room.net.staff(.communityWorker)
            let away = room.visit(1, .away)
            try await room.canvass.record(away, of: campaign.id, by: worker)
            try await room.canvass.record(room.visit(2, .vacant), of: campaign.id, by: worker)
            try await room.canvass.record(room.visit(3, .met), of: campaign.id, by: worker)
            let found = try await room.net.households.household(of: CanvassRoom.place(1), for: worker)
            #expect(found.household?.presence == .away(expectedReturn: away.expectedReturn))
            #expect(found.household?.details.origin == "外省" && found.events.first?.channel == .visit)
            #expect(try await room.net.households.list(.vacant, for: worker).lines.count == 1)
            #expect(try await Self.total(.householdsAway, room.net) == 1)
            var late = room.visit(2, .vacant)
            late.recheckOn = room.net.time.now.day.adding(days: 200)
            await #expect(throws: HouseholdRefusal.recheckDayWrong(60)) {
                try await room.canvass.record(late, of: campaign.id, by: worker)
            }
            let director = try await room.net.staff(.director)
            #expect(try await room.canvass.close(campaign.id, by: director).state == .closed)
            try await ObservationFlowTests.verify(room.net)
        }
    }

    @Test(arguments: Engine.available)
    func `I-1: somebody met where a household is away is still to be registered`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<2)
            let campaign = try await room.open()
            let worker = try await room.net.staff(.communityWorker)
            try await room.canvass.record(room.visit(1, .away), of: campaign.id, by: worker)
            room.net.time.advance(days: 5)
            #expect(try await room.net.households.followUp() == 1)
            try await room.canvass.record(room.visit(1, .met), of: campaign.id, by: worker)
            #expect(try await room.net.dispatch.open(under: nil, kinds: [.registerReturnee], for: worker).count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a refusal is a task until somebody is met`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<2)
            let campaign = try await room.open()
            let worker = try await room.net.staff(.communityWorker)
            for _ in 0..<2 { try await room.canvass.record(room.visit(1, .refused), of: campaign.id, by: worker) }
            #expect(try await room.net.dispatch.open(under: nil, kinds: [.visitRefused], for: worker).count == 1)
            try await room.canvass.record(room.visit(1, .nobody), of: campaign.id, by: worker)
            #expect(try await room.net.dispatch.open(under: nil, kinds: [.visitRefused], for: worker).count == 1)
            try await room.canvass.record(room.visit(1, .met), of: campaign.id, by: worker)
            #expect(try await room.net.dispatch.open(under: nil, kinds: [.visitRefused], for: worker).isEmpty)
            try await ObservationFlowTests.verify(room.net)
        }
    }

    @Test(arguments: Engine.available)
    func `a batch is answered visit by visit, and one bad one fails no neighbour`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<4)
            let campaign = try await room.open()
            let worker = try await room.net.staff(.communityWorker)
            var wrong = room.visit(2, .away)
            wrong.origin = nil
            let drafts = [room.visit(1), wrong, room.visit(9), room.visit(3, .nobody)]
            let answers = try await room.canvass.record(contentsOf: drafts, of: campaign.id, by: worker)
            let codes = answers.map { answer -> String in
                switch answer {
                case .success(let visited): visited.target.state.rawValue
                case .failure(let refusal as CanvassRefusal): refusal.code
                case .failure: "fault"
                }
            }
            #expect(codes == ["done", "canvass.originMissing", "canvass.unknownTarget", "nobody"])
            let many = (0..<501).map { _ in room.visit(1) }
            await #expect(throws: CanvassRefusal.batchTooLarge(500)) {
                try await room.canvass.record(contentsOf: many, of: campaign.id, by: worker)
            }
        }
    }
}
