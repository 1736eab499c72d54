import Fanghu
import FanghuTesting
import Store
import Testing

/// What a gatekeeper who wants to know more can reach: nothing (R-PRIV-05, R-PRIV-09).
struct GateAttackTests {
    @Test(arguments: Engine.available)
    func `R-PRIV-05: a gatekeeper of the neighbour committee, or off duty, takes nobody in`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let room = try await GateRoom(Net(database))
            try await room.addCompound()
            let post = try await room.addPost()
            let id: GatePassingID = room.net.time.context.newID()
            let neighbour = try await room.net.staff(.gateKeeper, at: Net.neighbour)
            await #expect(throws: GateRefusal.unknownPost) {
                try await room.gates.pass(.resident(), id: id, at: post.id, by: neighbour)
            }
            let idle = try await room.net.staff(.gateKeeper)
            await #expect(throws: GateRefusal.notOnDuty) {
                try await room.gates.pass(.resident(), id: id, at: post.id, by: idle)
            }
            let keeper = try await room.keeper(at: post)
            let passed = try await room.gates.pass(.resident(), id: id, at: post.id, by: keeper)
            #expect(try await room.gates.verdict(id, for: keeper) == passed)
            let worker = try await room.net.staff(.communityWorker)
            await #expect(throws: GateRefusal.unknownPassing) { try await room.gates.verdict(id, for: worker) }
            room.net.time.advance(minutes: 30)
            await #expect(throws: GateRefusal.unknownPassing) { try await room.gates.verdict(id, for: keeper) }
            room.net.time.advance(minutes: 450)
            await #expect(throws: GateRefusal.notOnDuty) { try await room.gates.ownPost(post.id, for: keeper) }
            for refused in [Permission.manageGates, .viewPersons, .workTasks, .viewFigures] {
                #expect(throws: AccessRefusal.notPermitted(refused)) {
                    _ = try room.net.policy.scope(for: keeper, refused, at: room.net.time.now)
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a keeper of one committee learns nothing of people of another, whatever they type`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let room = try await GateRoom(Net(database))
            try await room.addCompound()
            _ = try await room.resident("测试丙", in: Net.neighbour)
            let keeper = try await room.keeper(at: room.addPost())
            let post = try #require(try await room.gates.ownPosts(of: keeper).first)
            for name in ["测试丙", "测试", "丙"] {
                let passing = try await room.gates.pass(
                    .resident(name),
                    id: room.net.time.context.newID(),
                    at: post.id,
                    by: keeper
                )
                #expect(passing.verdict.reason == .askCommittee)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `somebody under observation is stopped with the word for everybody; the committee learns of it`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let room = try await GateRoom(Net(database))
            let worker = try await room.net.staff(.communityWorker)
            try await room.addCompound()
            let begun = try await room.net.beginObservation()
            let keeper = try await room.keeper(at: room.addPost())
            let post = try #require(try await room.gates.ownPosts(of: keeper).first)
            var answers = try GateAnswers.resident()
            answers.direction = .outward
            let id = { room.net.time.context.newID(GatePassingID.self) }
            let stopped = try await room.gates.pass(answers, id: id(), at: post.id, by: keeper)
            let unknown = try await room.gates.pass(.resident("测试丁"), id: id(), at: post.id, by: keeper)
            #expect(stopped.verdict == unknown.verdict && stopped.verdict.reason == .askCommittee)
            _ = try await room.gates.pass(answers, id: id(), at: post.id, by: keeper)
            let tasks = try await room.net.dispatch.open(under: nil, kinds: [.gateAttention], for: worker)
            #expect(tasks.map(\.subject) == [.observation(begun.observation)], "tried twice, opened once")
            room.net.time.advance(minutes: 11)
            _ = try await room.gates.pass(answers, id: id(), at: post.id, by: keeper)
            #expect(try await room.net.dispatch.open(under: nil, kinds: [.gateAttention], for: worker).count == 2)
            let task = try #require(tasks.first)
            try await room.net.dispatch.close(task.id, note: "已劝回", by: worker)
            try await GateServiceTests.verify(room.net)
        }
    }

    @Test(arguments: Engine.available)
    func `guessing ends after a dozen misses in ten minutes, and each look-up stands in the record`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let room = try await GateRoom(Net(database), limits: GateLimits(lookups: 20, misses: 3))
            try await room.addCompound()
            _ = try await room.resident("测试甲")
            let keeper = try await room.keeper(at: room.addPost())
            let post = try #require(try await room.gates.ownPosts(of: keeper).first)
            let pass = { (name: String) in
                try await room.gates.pass(
                    .resident(name),
                    id: room.net.time.context.newID(),
                    at: post.id,
                    by: keeper
                )
            }
            room.net.time.move(to: "2020-02-10T09:00:00+08:00")
            for name in ["测试乙", "测试丙", "测试丁"] { _ = try await pass(name) }
            await #expect(throws: GateRefusal.tooManyLookups) { try await pass("测试甲") }
            // Whoever leaves without a name, and a courier, are no look-ups.
            _ = try await room.gates.pass(
                GateAnswers(visit: .delivery),
                id: room.net.time.context.newID(),
                at: post.id,
                by: keeper
            )
            room.net.time.advance(minutes: 10)
            for _ in 0..<20 { #expect(try await pass("测试甲").verdict.reason == .clear) }
            await #expect(throws: GateRefusal.tooManyLookups) { try await pass("测试甲") }
            let acts = try await database.read { connection in
                try connection.value("SELECT COUNT(*) FROM audit_entry WHERE act = 'gates.lookUp'", as: Int.self)
            }
            #expect(acts == 23)
            try await GateServiceTests.verify(room.net)
        }
    }

    @Test(arguments: Engine.available)
    func `guessing at the same moment has no more tries than guessing in turn`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = try await GateRoom(Net(database), limits: GateLimits(misses: 3))
            try await room.addCompound()
            let keeper = try await room.keeper(at: room.addPost())
            let post = try #require(try await room.gates.ownPosts(of: keeper).first)
            let answered = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<12 {
                    group.addTask {
                        let answers = try? GateAnswers.resident("测试\(number % 2 == 0 ? "乙" : "丙")", "\(1000 + number)")
                        guard let answers else { return false }
                        let id: GatePassingID = room.net.time.context.newID()
                        return (try? await room.gates.pass(answers, id: id, at: post.id, by: keeper)) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(answered == 3)
        }
    }

    @Test(arguments: Engine.available)
    func `nobody stands at two posts at once, nor where they hold nothing`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = try await GateRoom(Net(database))
            let worker = try await room.net.staff(.communityWorker)
            try await room.addCompound()
            let post = try await room.addPost()
            let table = try await room.gates.addPost(
                GatePost.Draft(committee: Net.committee, kind: .registrationPoint, name: "登记点"),
                by: worker
            )
            let keeper = try await room.keeper(at: post)
            let account = try #require(keeper.account)
            let end = room.net.time.now.adding(hours: 2)
            await #expect(throws: GateRefusal.onDutyElsewhere) {
                try await room.gates.plan(.init(post: table.id, to: end, who: .staff(account)), by: worker)
            }
            let later = room.net.time.now.adding(hours: 8)
            let next = try await room.gates.plan(
                .init(post: table.id, from: later, to: later.adding(hours: 1), who: .staff(account)),
                by: worker
            )
            #expect(try await room.gates.endShift(next.id, by: worker).id == next.id)
            await #expect(throws: GateRefusal.unknownShift) { try await room.gates.endShift(next.id, by: worker) }
            let stranger = try #require(try await room.net.staff(.gateKeeper, at: Net.neighbour).account)
            let building = try #require(try await room.net.staff(.buildingHead).account)
            for other in [stranger, building] {
                await #expect(throws: GateRefusal.unfitForDuty) {
                    try await room.gates.plan(.init(post: table.id, to: end, who: .staff(other)), by: worker)
                }
            }
            #expect(try await room.gates.keepers(of: post.id, for: worker).contains(account))
            #expect(try await !room.gates.keepers(of: post.id, for: worker).contains(building))
            let neighbour = try await room.net.staff(.communityWorker, at: Net.neighbour)
            await #expect(throws: GateRefusal.unknownPost) {
                try await room.gates.plan(.init(post: post.id, to: end, who: .staff(account)), by: neighbour)
            }
            await #expect(throws: GateRefusal.postTaken) { try await room.addPost() }
        }
    }
}
