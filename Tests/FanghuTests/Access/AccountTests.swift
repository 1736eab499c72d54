import Fanghu
import FanghuTesting
import Store
import Testing

/// Accounts and appointments, and who may give and end them.
struct AccountTests {
    static func security(_ net: Net, at place: DivisionID = Net.township) async throws -> Actor {
        try await net.staff(.securityAdministrator, at: place)
    }

    @Test(arguments: Engine.available)
    func `Names are unique whatever their case, and passwords are long enough`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            _ = try await SessionTests.account(net, "Wang")
            await #expect(throws: AccessRefusal.nameTaken) { try await SessionTests.account(net, "wang") }
            await #expect(throws: AccessRefusal.nameInvalid) { try await SessionTests.account(net, "a b") }
            let weak = ["short", "aaaaaaaaaaaa", "wang-xiuying"]
            for password in weak {
                let draft = AccountService.Draft(
                    name: "wang-xiuying",
                    displayName: "",
                    password: password,
                    role: .volunteer,
                    place: Net.committee
                )
                await #expect(throws: AccessRefusal.passwordTooWeak) {
                    try await net.accounts.add(draft, by: .system(job: "test"))
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `R-SEC-02: nobody is two of the three administrators, and nobody appoints themself`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let security = try await Self.security(net)
            let account = try await SessionTests.account(net, "wang", .auditor, at: Net.township)
            await #expect(throws: AccessRefusal.administratorsConflict) {
                try await net.accounts.appoint(account.id, as: .systemAdministrator, at: Net.township, by: security)
            }
            await #expect(throws: AccessRefusal.heldAlready) {
                try await net.accounts.appoint(account.id, as: .auditor, at: Net.township, by: security)
            }
            let own = try #require(security.account)
            await #expect(throws: AccessRefusal.ownAccount) {
                try await net.accounts.appoint(own, as: .communityDoctor, at: Net.township, by: security)
            }
            await #expect(throws: AccessRefusal.ownAccount) { try await net.accounts.close(own, by: security) }
        }
    }

    @Test(arguments: Engine.available)
    func `An appointment is given and ended within the administrator's territory only`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let security = try await Self.security(net)
            let account = try await SessionTests.account(net)
            await #expect(throws: AccessRefusal.outsideTerritory) {
                try await net.accounts.appoint(account.id, as: .director, at: Net.stranger, by: security)
            }
            let worker = try await net.staff(.communityWorker)
            await #expect(throws: AccessRefusal.notPermitted(.administerAccounts)) {
                try await net.accounts.appoint(account.id, as: .director, at: Net.committee, by: worker)
            }
            await #expect(throws: AccessRefusal.endPast) {
                try await net.accounts.appoint(
                    account.id,
                    as: .director,
                    at: Net.committee,
                    until: net.time.now,
                    by: security
                )
            }
            let given = try await net.accounts.appoint(account.id, as: .director, at: Net.neighbour, by: security)
            #expect(try await net.accounts.appointments(of: account.id, for: security).count == 2)
            try await net.accounts.end(given, of: account.id, by: security)
            await #expect(throws: AccessRefusal.unknownAppointment) {
                try await net.accounts.end(given, of: account.id, by: security)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `I-18: an appointment that ends takes effect at once, also for tokens`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let account = try await SessionTests.account(net)
            let token = try await net.sessions.makeToken(for: account, label: "a", days: 1)
            let before = try await net.sessions.actor(bearer: token)
            _ = try await net.dispatch.open(under: nil, for: before)
            let console = Actor.system(job: "test")
            let held = try await net.accounts.appointments(of: account.id, for: console)
            try await net.accounts.end(held[0], of: account.id, by: console)
            let after = try await net.sessions.actor(bearer: token)
            await #expect(throws: AccessRefusal.notPermitted(.workTasks)) {
                try await net.dispatch.open(under: nil, for: after)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `A neighbour's administrator sees and changes nothing of an account`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let account = try await SessionTests.account(net)
            let neighbour = try await Self.security(net, at: Net.stranger)
            await #expect(throws: AccessRefusal.unknownAccount) {
                try await net.accounts.account(account.id, for: neighbour)
            }
            await #expect(throws: AccessRefusal.unknownAccount) {
                try await net.accounts.appointments(of: account.id, for: neighbour)
            }
            await #expect(throws: AccessRefusal.unknownAccount) {
                try await net.accounts.close(account.id, by: neighbour)
            }
            let census = try await net.accounts.census(under: Net.stranger, after: "", limit: 10, for: neighbour)
            #expect(!census.accounts.contains { $0.id == account.id })
            await #expect(throws: AccessRefusal.outsideTerritory) {
                try await net.accounts.census(under: Net.committee, after: "", limit: 10, for: neighbour)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `Whoever gives somebody from above a role below gets no keys of theirs`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let superior = try await SessionTests.account(net, "zhang", .districtCommand, at: Net.district)
            let security = try await Self.security(net)
            _ = try await net.accounts.appoint(superior.id, as: .volunteer, at: Net.committee, by: security)
            await #expect(throws: AccessRefusal.outsideTerritory) {
                try await net.accounts.resetPassword(
                    of: superior.id,
                    to: "a password of mine",
                    forgettingSecondFactor: true,
                    by: security
                )
            }
            await #expect(throws: AccessRefusal.outsideTerritory) {
                try await net.accounts.close(superior.id, by: security)
            }
            _ = try await SessionTests.signIn(net, "zhang")
        }
    }

    @Test(arguments: Engine.available)
    func `A closed account is out at once and for good`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let security = try await Self.security(net)
            let account = try await SessionTests.account(net)
            let token = try await SessionTests.signIn(net)
            try await net.accounts.close(account.id, by: security)
            #expect(try await net.sessions.session(token: token) == nil)
            await #expect(throws: AccessRefusal.wrongCredentials) { try await SessionTests.signIn(net) }
            await #expect(throws: AccessRefusal.unknownAccount) {
                try await net.accounts.appoint(account.id, as: .director, at: Net.committee, by: security)
            }
            let held = try await net.accounts.appointments(of: account.id, for: security)
            #expect(held.allSatisfy { !$0.isInForce(at: net.time.now) })
        }
    }

    @Test(arguments: Engine.available)
    func `Accounts page by name and say how many there are`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            for number in 1...5 {
                _ = try await SessionTests.account(net, "user\(number)", .volunteer, at: Net.committee)
            }
            let console = Actor.system(job: "test")
            var names: [String] = []
            var after = ""
            while true {
                let page = try await net.accounts.census(under: Net.township, after: after, limit: 2, for: console)
                #expect(page.matched == 5)
                #expect(page.accounts.allSatisfy { page.appointments[$0.id]?.count == 1 })
                names += page.accounts.map(\.name)
                guard page.hasMore, let last = page.accounts.last else { break }
                after = last.name
            }
            #expect(names == (1...5).map { "user\($0)" })
        }
    }
}
