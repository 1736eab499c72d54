import Fanghu
import FanghuTesting
import Store
import Testing

/// Rest plans as acts, and what routes to whom while they are in force.
struct AbsenceTests {
    static func rest(_ net: Net, _ who: Actor, standIn: Actor? = nil) async throws -> Absence.Draft {
        Absence.Draft(
            committee: Net.committee,
            who: try #require(who.account),
            from: RosterRuleTests.at("10T18:00:00"),
            to: RosterRuleTests.at("11T08:00:00"),
            isDaily: true,
            standIn: standIn?.account
        )
    }

    /// Opens a task of a kind now, with services made for this one call, and says whose it is.
    static func owner(
        of kind: DutyTask.Kind,
        _ database: Database,
        at instant: Instant,
        ids: Context
    ) async throws -> AccountID? {
        let owners = OwnerBook(territory: { Net.territory })
        let piece: CoveragePieceID = ids.newID()
        let draft = DutyTask.Draft(committee: Net.committee, kind: kind, subject: .piece(piece), dueAt: instant)
        return try await database.write { connection in
            _ = try DutyTasks.open([draft], at: instant, owners: owners, context: ids, on: connection)
            return try connection.rows("SELECT owner FROM duty_task WHERE subject = \(draft.subject.text)")
                .first?
                .column(0)
        }
    }

    @Test(arguments: Engine.available)
    func `I-16: approvals route to the second secretary at 18:00:00 and back at 08:00:00, also across a restart`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let secretary = try await net.staff(.secretary)
            let second = try await net.staff(.secondSecretary)
            _ = try await net.staff(.director)
            _ = try await net.roster.add(Self.rest(net, secretary), by: secretary)
            let ids = net.time.context
            for day in 0..<3 {
                let evening = RosterRuleTests.at("10T18:00:00").adding(hours: 24 * day)
                let morning = RosterRuleTests.at("11T08:00:00").adding(hours: 24 * day)
                let expected = [
                    (RosterRuleTests.before(evening), secretary), (evening, second),
                    (RosterRuleTests.before(morning), second), (morning, secretary),
                ]
                for (instant, person) in expected {
                    for kind in [DutyTask.Kind.nameOwner, .confirmChange] {
                        let owner = try await Self.owner(of: kind, database, at: instant, ids: ids)
                        #expect(owner == person.account, "\(kind) on day \(day)")
                    }
                }
            }
        }
    }

    /// Somebody as their session sees them at this instant.
    static func signedIn(_ actor: Actor, _ net: Net) async throws -> Actor {
        let account = try await net.accounts.account(named: try #require(actor.account).text)
        let token = try await net.sessions.makeToken(for: account, label: "t", days: 2)
        return try await net.sessions.actor(bearer: token)
    }

    @Test(arguments: Engine.available)
    func `Approvals that were open before the rest stand on the list of who stands in, and only as long`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let secretary = try await net.staff(.secretary)
            let second = try await net.staff(.secondSecretary)
            let (evening, morning) = (RosterRuleTests.at("10T18:00:00"), RosterRuleTests.at("11T08:00:00"))
            let before = RosterRuleTests.before(evening)
            for kind in [DutyTask.Kind.nameOwner, .callBack] {
                let owner = try await Self.owner(of: kind, database, at: before, ids: net.time.context)
                #expect(owner == secretary.account)
            }
            _ = try await net.roster.add(Self.rest(net, secretary), by: secretary)
            for (instant, kinds) in [(before, []), (evening, [DutyTask.Kind.nameOwner]), (morning, [])] {
                net.time.move(to: instant)
                let actor = try await Self.signedIn(second, net)
                let own = TaskOwner.account(try #require(second.account))
                let found = try await net.dispatch.open(under: nil, of: own, for: actor)
                #expect(found.map(\.kind) == kinds)
                #expect(try await net.dispatch.tally(under: nil, for: actor).own == kinds.count)
                let theirs = TaskOwner.account(try #require(secretary.account))
                #expect(try await net.dispatch.open(under: nil, of: theirs, for: actor).count == 2)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `Work that is not the head's stays with the workers while somebody stands in`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let secretary = try await net.staff(.secretary)
            let worker = try await net.staff(.communityWorker)
            _ = try await net.staff(.secondSecretary)
            _ = try await net.roster.add(Self.rest(net, secretary), by: secretary)
            let night = RosterRuleTests.at("10T20:00:00")
            let owner = try await Self.owner(of: .callBack, database, at: night, ids: net.time.context)
            #expect(owner == worker.account)
        }
    }

    @Test(arguments: Engine.available)
    func `Where everybody in office is away, a task goes to a worker and never to who is away`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let secretary = try await net.staff(.secretary)
            let worker = try await net.staff(.communityWorker)
            _ = try await net.roster.add(Self.rest(net, secretary), by: secretary)
            let night = RosterRuleTests.at("10T20:00:00")
            let owner = try await Self.owner(of: .nameOwner, database, at: night, ids: net.time.context)
            #expect(owner == worker.account)
            let leads = try await net.roster.leads(under: Net.committee, at: night, for: secretary)
            #expect(leads.leads.first?.spans.first?.first == .nobody)
        }
    }

    @Test(arguments: Engine.available)
    func `I-17: an act done while standing in records both names, and the chain verifies`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let secretary = try await net.staff(.secretary)
            let second = try await net.staff(.secondSecretary)
            let absence = try await net.roster.add(Self.rest(net, secretary), by: secretary)
            let account = try await net.accounts.account(named: try #require(second.account).text)
            let token = try await net.sessions.makeToken(for: account, label: "t", days: 2)
            net.time.move(to: RosterRuleTests.before(RosterRuleTests.at("10T18:00:00")))
            let early = try await net.sessions.actor(bearer: token)
            // Remembered one microsecond before, and yet in force at its instant.
            net.time.move(to: RosterRuleTests.at("10T18:00:00"))
            let late = try await net.sessions.actor(bearer: token)
            for actor in [early, late] {
                let authority = try net.policy.check(actor, .manageRoster, at: Net.committee, on: net.time.now)
                #expect(authority.standingInFor == secretary.account)
                #expect(
                    try net.policy.check(actor, .manageRoster, at: Net.committee, on: absence.to).standingInFor == nil
                )
            }
            try await net.roster.end(absence.id, by: late)
            let after = try await net.sessions.actor(bearer: token)
            #expect(
                try net.policy.check(after, .manageRoster, at: Net.committee, on: net.time.now).standingInFor == nil
            )
            let audit = AuditService(database: database, policy: net.policy, context: net.time.context)
            let entries = try await audit.entries(of: Net.committee, for: .system(job: "test"))
            #expect(entries.first?.draft.act == "roster.endAbsence")
            #expect(entries.first?.draft.authority.account == second.account)
            #expect(entries.first?.draft.authority.standingInFor == secretary.account)
            #expect(entries.last?.draft.authority.standingInFor == nil)
            #expect(try await audit.verify().faults == [])
            try await database.write { connection in
                try connection.execute("UPDATE audit_entry SET standing_in_for = NULL")
            }
            #expect(try await audit.verify().faults.contains { $0.kind == .altered })
        }
    }

    @Test(arguments: Engine.available)
    func `An absence names somebody in office, a fit stand-in and times that come`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let secretary = try await net.staff(.secretary)
            let worker = try await net.staff(.communityWorker)
            let stranger = try await net.staff(.communityWorker, at: Net.stranger)
            let who = try #require(secretary.account)
            func draft(
                _ who: AccountID,
                _ from: String,
                _ to: String,
                daily: Bool = false,
                standIn: AccountID? = nil
            ) -> Absence.Draft {
                let (from, to) = (RosterRuleTests.at(from), RosterRuleTests.at(to))
                return .init(committee: Net.committee, who: who, from: from, to: to, isDaily: daily, standIn: standIn)
            }
            let wrong: [(Absence.Draft, RosterRefusal)] = [
                (draft(try #require(worker.account), "10T18:00:00", "11T08:00:00"), .notInOffice),
                (draft(who, "10T18:00:00", "11T08:00:00", standIn: who), .standInUnfit),
                (draft(who, "10T18:00:00", "11T08:00:00", standIn: stranger.account), .standInUnfit),
                (draft(who, "10T07:59:00", "11T08:00:00"), .startPast),
                (draft(who, "10T18:00:00", "10T18:00:00"), .endBeforeStart),
                (draft(who, "10T18:00:00", "11T18:00:00", daily: true), .dailyTooLong),
            ]
            for (draft, refusal) in wrong {
                await #expect(throws: refusal) { try await net.roster.add(draft, by: secretary) }
            }
            await #expect(throws: AccessRefusal.notPermitted(.manageRoster)) {
                try await net.roster.add(draft(who, "10T18:00:00", "11T08:00:00"), by: worker)
            }
            await #expect(throws: AccessRefusal.outsideTerritory) {
                let neighbour = try await net.staff(.secretary, at: Net.neighbour)
                _ = try await net.roster.add(draft(who, "10T18:00:00", "11T08:00:00"), by: neighbour)
            }
            let office = try await net.staff(.preventionOffice, at: Net.township)
            let added = try await net.roster.add(draft(who, "10T18:00:00", "11T08:00:00"), by: office)
            try await net.roster.end(added.id, by: office)
            await #expect(throws: RosterRefusal.unknownAbsence) { try await net.roster.end(added.id, by: office) }
        }
    }

    @Test(arguments: Engine.available)
    func `The roster of a township has a line for each committee, page by page`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let secretary = try await net.staff(.secretary)
            _ = try await net.staff(.secretary, at: Net.neighbour)
            let office = try await net.staff(.preventionOffice, at: Net.township)
            _ = try await net.roster.add(Self.rest(net, secretary), by: office)
            let all = try await net.roster.leads(for: office)
            #expect(all.leads.map(\.committee) == [Net.committee, Net.neighbour] && all.matched == 2)
            #expect(all.leads[0].absences.count == 1 && all.leads[1].absences.isEmpty)
            #expect(all.leads[0].spans.first?.to == RosterRuleTests.at("10T18:00:00"))
            let page = try await net.roster.leads(limit: 1, for: office)
            #expect(page.hasMore && page.leads.map(\.committee) == [Net.committee])
            let rest = try await net.roster.leads(after: Net.committee, limit: 1, for: office)
            #expect(!rest.hasMore && rest.leads.map(\.committee) == [Net.neighbour])
            await #expect(throws: AccessRefusal.outsideTerritory) {
                try await net.roster.leads(under: Net.stranger, for: office)
            }
        }
    }
}
