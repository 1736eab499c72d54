import Fanghu
import FanghuTesting
import Store
import Testing

/// Seconded cadres: what gives them access, what ends it, and what they leave behind.
struct PostingTests {
    /// Somebody with an account and no appointment that counts here.
    static func cadre(_ net: Net) async throws -> String {
        let stranger = try await net.staff(.volunteer, at: Net.stranger)
        return try #require(stranger.account).text
    }

    static func draft(
        _ name: String,
        from: String? = nil,
        to: String? = nil,
        trainedOn: Int? = 20_200_209,
        unit: String = "区档案局"
    ) -> Posting.Draft {
        Posting.Draft(
            committee: Net.committee,
            name: name,
            homeUnit: unit,
            from: from.map(RosterRuleTests.at),
            to: to.map(RosterRuleTests.at),
            trainedOn: trainedOn.flatMap { CivilDate(yyyymmdd: $0) },
            letter: "下沉〔2020〕3号",
            logistics: "单位送餐"
        )
    }

    /// The cadre as a session would see them at this instant.
    static func actor(_ name: String, _ net: Net) async throws -> Actor {
        let account = try await net.accounts.account(named: name)
        let token = try await net.sessions.makeToken(for: account, label: "t", days: 30)
        return try await net.sessions.actor(bearer: token)
    }

    /// A task that is somebody's, whatever their role.
    static func open(for account: AccountID, _ net: Net) async throws -> DutyTaskID? {
        let draft = DutyTask.Draft(
            committee: Net.committee,
            kind: .callBack,
            subject: .observation(net.time.context.newID()),
            dueAt: net.time.now
        )
        return try await net.database.write { connection in
            _ = try DutyTasks.open(
                [draft],
                at: net.time.now,
                owners: OwnerBook(territory: { Net.territory }),
                context: net.time.context,
                on: connection
            )
            try connection.execute("UPDATE duty_task SET owner = \(account)")
            return try connection.rows("SELECT id FROM duty_task").first?.column(0)
        }
    }

    static func may(_ actor: Actor, _ net: Net, at instant: Instant) -> Bool {
        (try? net.policy.check(actor, .recordDays, at: Net.committee, on: instant)) != nil
    }

    @Test(arguments: Engine.available)
    func `I-18: access begins with a posting and is gone at its last instant, and its training was recorded before`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let director = try await net.staff(.director)
            let name = try await Self.cadre(net)
            let wrong: [(Posting.Draft, RosterRefusal)] = [
                (Self.draft(name, trainedOn: nil), .trainingMissing),
                (Self.draft(name, trainedOn: 20_200_211), .trainingAfterStart),
                (Self.draft(name, from: "15T08:00:00", trainedOn: 20_200_212), .trainingAfterStart),
                (Self.draft(name, from: "10T07:00:00"), .startPast),
                (Self.draft(name, from: "12T08:00:00", to: "12T08:00:00"), .endBeforeStart),
                (Self.draft(name, unit: " "), .homeUnitMissing),
                (Self.draft(try #require(director.account).text), .ownPosting),
            ]
            for (draft, refusal) in wrong {
                await #expect(throws: refusal) { try await net.roster.post(draft, by: director) }
            }
            await #expect(throws: AccessRefusal.unknownAccount) {
                try await net.roster.post(Self.draft("nobody"), by: director)
            }
            let posting = try await net.roster.post(
                Self.draft(name, from: "11T08:00:00", to: "13T08:00:00", trainedOn: 20_200_210),
                by: director
            )
            let actor = try await Self.actor(name, net)
            #expect(!Self.may(actor, net, at: RosterRuleTests.before(posting.from)))
            #expect(Self.may(actor, net, at: posting.from))
            #expect(Self.may(actor, net, at: RosterRuleTests.before(RosterRuleTests.at("13T08:00:00"))))
            #expect(!Self.may(actor, net, at: RosterRuleTests.at("13T08:00:00")))
            await #expect(throws: RosterRefusal.postedAlready) {
                try await net.roster.post(Self.draft(name, from: "12T08:00:00"), by: director)
            }
            _ = try await net.roster.post(Self.draft(name, from: "13T08:00:00"), by: director)
        }
    }

    @Test(arguments: Engine.available)
    func `I-18: over random postings nobody may do anything outside their half-open interval`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let director = try await net.staff(.director)
            let name = try await Self.cadre(net)
            var dice = FixtureSeed(18)
            var start = net.time.now
            var postings: [Posting] = []
            for _ in 0..<12 {
                start = Instant(microseconds: start.microseconds + Int64.random(in: 0...90_000_000_000, using: &dice))
                let end = Instant(microseconds: start.microseconds + Int64.random(in: 1...90_000_000_000, using: &dice))
                let draft = Posting.Draft(
                    committee: Net.committee,
                    name: name,
                    homeUnit: "区档案局",
                    from: start,
                    to: end,
                    trainedOn: CivilDate(yyyymmdd: 20_200_210)
                )
                postings.append(try await net.roster.post(draft, by: director))
                start = end
            }
            let actor = try await Self.actor(name, net)
            for posting in postings {
                let end = try #require(posting.to)
                let others = postings.filter { $0.id != posting.id }
                for instant in [RosterRuleTests.before(posting.from), end] {
                    #expect(Self.may(actor, net, at: instant) == others.contains { $0.isInForce(at: instant) })
                }
                #expect(Self.may(actor, net, at: posting.from) && Self.may(actor, net, at: RosterRuleTests.before(end)))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `I-18: ending a posting ends access at once; what was open goes to a named successor with a note`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let director = try await net.staff(.director)
            let worker = try await net.staff(.communityWorker, at: Net.neighbour)
            let name = try await Self.cadre(net)
            let posting = try await net.roster.post(Self.draft(name), by: director)
            let task = try await Self.open(for: posting.account, net)
            net.time.advance(days: 1)
            let actor = try await Self.actor(name, net)
            #expect(Self.may(actor, net, at: net.time.now))
            await #expect(throws: RosterRefusal.handOverMissing(tasks: 1)) {
                try await net.roster.end(posting.id, successor: nil, note: "", by: director)
            }
            await #expect(throws: RosterRefusal.noteMissing) {
                try await net.roster.end(posting.id, successor: director.account, note: " ", by: director)
            }
            for unfit in [worker.account, posting.account] {
                await #expect(throws: RosterRefusal.successorUnfit) {
                    try await net.roster.end(posting.id, successor: unfit, note: "明早回访", by: director)
                }
            }
            #expect(Self.may(try await Self.actor(name, net), net, at: net.time.now), "a refused end ends nothing")
            let note = try await net.roster.end(
                posting.id,
                successor: director.account,
                note: "明早回访",
                by: director
            )
            #expect(note?.tasks == [try #require(task)] && note?.successor == director.account)
            #expect(!Self.may(try await Self.actor(name, net), net, at: net.time.now))
            #expect(try await net.roster.handOvers(of: posting.id, for: director) == [try #require(note)])
            let mine = try await net.dispatch.open(
                under: nil,
                of: .account(try #require(director.account)),
                for: director
            )
            #expect(mine.map(\.id) == note?.tasks)
            let lines = try await net.roster.postings(for: director)
            #expect(lines.map(\.posting.to) == [net.time.now] && lines.map(\.openTasks) == [0])
            await #expect(throws: RosterRefusal.endedAlready) {
                try await net.roster.end(posting.id, successor: nil, note: "", by: director)
            }
            let neighbour = try await net.staff(.director, at: Net.neighbour)
            await #expect(throws: RosterRefusal.unknownPosting) {
                try await net.roster.end(posting.id, successor: nil, note: "", by: neighbour)
            }
            let audit = AuditService(database: database, policy: net.policy, context: net.time.context)
            #expect(try await audit.verify().faults == [])
        }
    }

    @Test(arguments: Engine.available)
    func `A posting that has not begun ends before it begins`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let director = try await net.staff(.director)
            let name = try await Self.cadre(net)
            let posting = try await net.roster.post(Self.draft(name, from: "12T08:00:00"), by: director)
            #expect(try await net.roster.end(posting.id, successor: nil, note: "", by: director) == nil)
            let actor = try await Self.actor(name, net)
            #expect(!Self.may(actor, net, at: net.time.now) && !Self.may(actor, net, at: posting.from))
        }
    }

    @Test
    func `A seconded cadre may do what a worker may, but not import persons, open a canvass or manage the roster`() {
        let cadre = Role.secondedCadre.permissions
        #expect(Role.communityWorker.permissions.subtracting(cadre) == [.importPersons, .manageCanvass])
        #expect(cadre.isSubset(of: Role.communityWorker.permissions))
        let leaders: [Role] = [.secretary, .secondSecretary, .director, .preventionOffice]
        #expect(Role.allCases.filter { $0.permissions.contains(.manageRoster) }.count == leaders.count)
        for leader in leaders { #expect(leader.permissions.isSuperset(of: [.viewRoster, .manageRoster])) }
        #expect(Role.secretary.permissions == Role.secondSecretary.permissions)
    }
}
