import Fanghu
import FanghuTesting
import Store
import Testing

/// I-8 and R-PRIV-13: no one person alone ends what has begun or moves the day from which it counts.
struct SecondPersonTests {
    static let corrected = CivilDate(yyyymmdd: 20_200_208)!

    typealias Begun = (net: Net, id: ObservationID, worker: Actor, director: Actor)

    static func begun(_ database: Database) async throws -> Begun {
        let net = Net(database)
        let director = try await net.staff(.director)
        let id = try await net.beginObservation().observation
        return (net, id, try await net.staff(.communityWorker), director)
    }

    static func waiting(_ net: Net, for actor: Actor) async throws -> [DutyTask] {
        try await net.dispatch.open(under: nil, kinds: [.confirmChange], for: actor)
    }

    @Test(arguments: Engine.available)
    func `I-8: a corrected start waits for another person and then moves the end`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let (net, id, worker, director) = try await Self.begun(database)
            let before = try await net.observations.observation(id, for: worker)
            let wish = PendingChange.Wish.correctStart(Self.corrected)
            for _ in 1...2 {
                guard case .waits = try await net.observations.request(wish, for: id, by: worker) else {
                    Issue.record("one person moved the start")
                    return
                }
            }
            let meanwhile = try await net.observations.observation(id, for: worker)
            #expect(meanwhile.lastDay == before.lastDay && meanwhile.stepNumber == before.stepNumber)
            let task = try #require(try await Self.waiting(net, for: director).first)
            #expect(task.owner == director.account)
            await #expect(throws: ObservationRefusal.secondPersonNeeded) {
                try await net.observations.confirmChange(of: id, seen: wish, by: worker)
            }
            let after = try await net.observations.confirmChange(of: id, seen: wish, by: director)
            #expect(after.lastDay == Self.corrected.adding(days: 14))
            #expect(try await Self.waiting(net, for: director).isEmpty)
            #expect(try await net.observations.pendingChange(of: after, for: worker) == nil)
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `R-PRIV-13: who has begun is not cancelled by one person alone`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let (net, id, worker, director) = try await Self.begun(database)
            let wish = PendingChange.Wish.cancel(.duplicate)
            guard case .waits = try await net.observations.request(wish, for: id, by: worker) else {
                Issue.record("one person cancelled what had begun")
                return
            }
            await #expect(throws: ObservationRequestRefusal.changePending) {
                try await net.observations.request(.correctStart(Self.corrected), for: id, by: worker)
            }
            await #expect(throws: ObservationRequestRefusal.changedMeanwhile) {
                try await net.observations.confirmChange(of: id, seen: .cancel(.movedAway), by: director)
            }
            let row = try await net.observations.confirmChange(of: id, seen: wish, by: director)
            #expect(row.state == .cancelled)
            #expect(try await net.observations.pendingChange(of: row, for: worker) == nil)
            #expect(try await net.dispatch.open(under: nil, for: director).isEmpty)
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `a change refused leaves everything as it was, and another can be asked for`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let (net, id, worker, director) = try await Self.begun(database)
            let wish = PendingChange.Wish.cancel(.wrongClass)
            _ = try await net.observations.request(wish, for: id, by: worker)
            try await net.observations.refuseChange(of: id, seen: wish, by: director)
            #expect(try await Self.waiting(net, for: director).isEmpty)
            let row = try await net.observations.observation(id, for: worker)
            #expect(row.state.stage == .active)
            _ = try await net.observations.request(.cancel(.duplicate), for: id, by: worker)
            try await net.observations.refuseChange(of: id, seen: .cancel(.duplicate), by: worker)
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `what the rules would never allow does not wait for anybody`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let (net, id, worker, director) = try await Self.begun(database)
            await #expect(throws: ObservationRefusal.startInFuture) {
                let future = net.time.now.day.adding(days: 1)
                try await net.observations.request(.correctStart(future), for: id, by: worker)
            }
            let stranger = try await net.staff(.director, at: Net.stranger)
            await #expect(throws: ObservationRequestRefusal.unknownObservation) {
                try await net.observations.request(.cancel(.duplicate), for: id, by: stranger)
            }
            _ = try await net.observations.request(.cancel(.duplicate), for: id, by: worker)
            await #expect(throws: ObservationRequestRefusal.unknownObservation) {
                try await net.observations.confirmChange(of: id, seen: .cancel(.duplicate), by: stranger)
            }
            _ = try await net.observations.close(id, died: false, by: worker)
            #expect(try await Self.waiting(net, for: director).isEmpty)
            await #expect(throws: ObservationRequestRefusal.changedMeanwhile) {
                try await net.observations.confirmChange(of: id, seen: .cancel(.duplicate), by: director)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `of two who confirm at once one is told that it is done`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let (net, id, worker, director) = try await Self.begun(database)
            let secretary = try await net.staff(.secretary)
            let wish = PendingChange.Wish.correctStart(Self.corrected)
            _ = try await net.observations.request(wish, for: id, by: worker)
            let done = await withTaskGroup(of: Bool.self) { group in
                for actor in [director, secretary] {
                    group.addTask {
                        (try? await net.observations.confirmChange(of: id, seen: wish, by: actor)) != nil
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(done == 1)
            try await ObservationFlowTests.verify(net)
        }
    }
}
