import Fanghu
import FanghuTesting
import Store
import Testing

/// Posts, shifts and passings on every engine: listed, counted, recorded.
struct GateServiceTests {
    static func verify(_ net: Net) async throws {
        let report = try await VerificationService(database: net.database).verify()
        #expect(report.ok, "\(report.differences) \(report.violations)")
    }

    @Test(arguments: Engine.available)
    func `DOMAIN 8.2: every gate is on the list, staffed now or empty`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = try await GateRoom(Net(database))
            let worker = try await room.net.staff(.communityWorker)
            try await room.addCompound()
            #expect(try await room.gates.list(for: worker).tally == .init(all: 2, open: 2, empty: 2))
            let post = try await room.addPost(wanted: 2)
            let bare = try await room.gates.list(for: worker)
            #expect(bare.lines.count == 2 && bare.lines.allSatisfy { $0.staffing == .empty })
            #expect(bare.lines.filter(\.hasPost).map(\.post) == [post])
            #expect(bare.lines.allSatisfy { $0.compoundName == "柳荫新苑" })
            let keeper = try await room.keeper(at: post)
            let manned = try await room.gates.list(for: worker)
            #expect(manned.tally == .init(all: 2, open: 2, empty: 1))
            #expect(manned.lines.first(where: \.hasPost)?.staffing == .short(onDuty: 1))
            let team = DutyShift.Draft(
                post: post.id,
                to: room.net.time.now.adding(hours: 1),
                who: .helpers(team: "志愿者一队", heads: 2)
            )
            _ = try await room.gates.plan(team, by: worker)
            #expect(
                try await room.gates.list(for: worker).lines.first(where: \.hasPost)?.staffing == .staffed(onDuty: 3)
            )
            room.net.time.advance(minutes: 60)
            #expect(try await room.gates.list(for: worker).lines.first(where: \.hasPost)?.staffing == .short(onDuty: 1))
            room.net.time.advance(minutes: 420)
            #expect(try await room.gates.list(for: worker).tally.empty == 2, "the shift is over")
            #expect(try await room.gates.ownPosts(of: keeper).isEmpty)
            try await Self.verify(room.net)
        }
    }

    @Test(arguments: Engine.available)
    func `a page of posts goes on where the one before ended, and a locked gate needs nobody`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let room = try await GateRoom(Net(database))
            let office = try await room.net.staff(.preventionOffice, at: Net.township)
            try await room.addCompound()
            for name in ["一号登记点", "二号登记点", "三号登记点"] {
                let place = name == "三号登记点" ? Net.neighbour : Net.committee
                _ = try await room.gates.addPost(
                    GatePost.Draft(committee: place, kind: .registrationPoint, name: name),
                    by: office
                )
            }
            var seen: [String] = []
            var key: GateKey? = .start
            while let after = key {
                let page = try await room.gates.list(after: after, limit: 2, for: office)
                seen += page.lines.map(\.post.name)
                key = page.next
            }
            #expect(seen.count == 5 && Set(seen).count == 5 && seen.last == "三号登记点")
            try await database.write { connection in
                try connection.execute("UPDATE gate SET is_open = 0 WHERE id = \(GateRoom.westGate)")
            }
            #expect(try await room.gates.list(for: office).lines.count == 4)
            let post = try await room.addPost()
            try await database.write { connection in
                try connection.execute("UPDATE gate SET is_open = 0 WHERE id = \(GateRoom.eastGate)")
            }
            let list = try await room.gates.list(for: office)
            #expect(list.lines.first { $0.post.id == post.id }?.staffing == .closed)
            #expect(list.tally == .init(all: 4, open: 3, empty: 3))
        }
    }

    @Test(arguments: Engine.available)
    func `a resident passes, is counted once, and the same record again changes nothing`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let room = try await GateRoom(Net(database))
            try await room.addCompound()
            _ = try await room.resident("测试甲")
            let keeper = try await room.keeper(at: room.addPost())
            let post = try #require(try await room.gates.ownPosts(of: keeper).first)
            let id: GatePassingID = room.net.time.context.newID()
            let passed = try await room.gates.pass(.resident(), id: id, at: post.id, by: keeper)
            #expect(passed.verdict == GateVerdict(.pass, .clear))
            #expect(try await room.gates.pass(.resident(), id: id, at: post.id, by: keeper) == passed)
            await #expect(throws: GateRefusal.idTaken) {
                try await room.gates.pass(.resident("测试乙"), id: id, at: post.id, by: keeper)
            }
            let stranger = try await room.gates.pass(
                .resident("测试乙"),
                id: room.net.time.context.newID(),
                at: post.id,
                by: keeper
            )
            #expect(stranger.verdict == GateVerdict(.stop, .askCommittee))
            let byDocument = String(FixtureNumbers.citizen(1).suffix(4))
            let known = try await room.gates.pass(
                .resident("测试甲", byDocument),
                id: room.net.time.context.newID(),
                at: post.id,
                by: keeper
            )
            #expect(known.verdict.reason == .clear, "the document's ending does too")
            let page = try await room.gates.page(of: post.id, for: room.net.staff(.communityWorker))
            #expect(page.log.count == 3 && page.shifts.count == 1)
            #expect(try await Self.total(.gatePassings, room.net) == 3)
            #expect(try await Self.total(.gateStops, room.net) == 1)
            try await Self.verify(room.net)
        }
    }

    static func total(_ indicator: Indicator, _ net: Net) async throws -> Int {
        try await net.database.read { connection in
            try connection.value(
                "SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM counter_total WHERE indicator = \(indicator.rawValue)"
            ) ?? 0
        }
    }

    @Test(arguments: Engine.available)
    func `a high temperature is measured again after a rest, and only then is it a fever`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let room = try await GateRoom(Net(database))
            let (time, gates) = (room.net.time, room.gates)
            try await room.addCompound()
            let person = try #require(try await room.resident("测试甲"))
            let doctor = try await room.net.staff(.communityDoctor, at: Net.township)
            let keeper = try await room.keeper(at: room.addPost())
            let post = try #require(try await gates.ownPosts(of: keeper).first)
            let first = try await gates.pass(
                .resident("测试甲", "8000", 380),
                id: time.context.newID(),
                at: post.id,
                by: keeper
            )
            #expect(first.verdict == GateVerdict(.secondCheck, .feverSecondCheck))
            let (again, hot) = (time.context.newID(GatePassingID.self), try Temperature(tenths: 379))
            await #expect(throws: GateRefusal.tooSoon(minutes: 5)) {
                try await gates.measureAgain(hot, after: first.id, id: again, by: keeper)
            }
            time.advance(minutes: 5)
            let second = try await gates.measureAgain(hot, after: first.id, id: again, by: keeper)
            #expect(second.verdict == GateVerdict(.stop, .fever) && second.first == first.id)
            #expect(try await gates.measureAgain(hot, after: first.id, id: again, by: keeper) == second)
            await #expect(throws: GateRefusal.measuredTwice) {
                try await gates.measureAgain(hot, after: first.id, id: time.context.newID(), by: keeper)
            }
            let tasks = try await room.net.dispatch.open(under: nil, kinds: [.gateFever], for: doctor)
            #expect(tasks.map(\.subject) == [.person(person.id)] && tasks.first?.owner == doctor.account)
            #expect(try await Self.total(.gatePassings, room.net) == 1, "one person, measured twice")
            let late = try await gates.pass(
                .resident("测试乙", "8000", 380),
                id: time.context.newID(),
                at: post.id,
                by: keeper
            )
            time.advance(minutes: 30)
            await #expect(throws: GateRefusal.tooLate) {
                try await gates.measureAgain(hot, after: late.id, id: time.context.newID(), by: keeper)
            }
            try await Self.verify(room.net)
        }
    }

    @Test(arguments: Engine.available)
    func `names and temperatures are destroyed after thirty days; the counts stay`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = try await GateRoom(Net(database))
            try await room.addCompound()
            let keeper = try await room.keeper(at: room.addPost())
            let post = try #require(try await room.gates.ownPosts(of: keeper).first)
            _ = try await room.gates.pass(.resident(), id: room.net.time.context.newID(), at: post.id, by: keeper)
            room.net.time.advance(days: 29)
            #expect(try await room.gates.forgetOld() == 0)
            room.net.time.advance(days: 2)
            #expect(try await room.gates.forgetOld() == 1)
            #expect(try await room.gates.forgetOld() == 0)
            #expect(try await Self.total(.gatePassings, room.net) == 1)
            try await Self.verify(room.net)
        }
    }
}
