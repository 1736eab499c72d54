import Fanghu
import FanghuTesting
import Store
import Testing

/// Signing in and what keeps somebody signed in, on every engine.
struct SessionTests {
    static let password = "correct horse battery"

    /// An account with a role, made by the console.
    static func account(
        _ net: Net,
        _ name: String = "wang",
        _ role: Role = .communityWorker,
        at place: DivisionID = Net.committee
    ) async throws -> Account {
        let draft = AccountService.Draft(
            name: name,
            displayName: "王",
            password: password,
            role: role,
            place: place
        )
        return try await net.accounts.add(draft, by: .system(job: "test"))
    }

    static func signIn(_ net: Net, _ name: String = "wang", password: String = password) async throws -> String {
        let step = try await net.sessions.signIn(name: name, password: password, device: "test")
        guard case .done(let token) = step else { throw AccessRefusal.codeWrong }
        return token
    }

    static func staff(_ net: Net, _ token: String) async throws -> SignedIn {
        try #require(try await net.sessions.session(token: token))
    }

    @Test(arguments: Engine.available)
    func `R-SEC-01: five wrong passwords close the door for fifteen minutes, also to the right one`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            _ = try await Self.account(net)
            for attempt in 1...5 {
                await #expect(throws: attempt < 5 ? AccessRefusal.wrongCredentials : .lockedOut(minutes: 15)) {
                    try await Self.signIn(net, password: "wrong")
                }
            }
            net.time.advance(minutes: 14)
            await #expect(throws: AccessRefusal.lockedOut(minutes: 1)) { try await Self.signIn(net) }
            net.time.advance(minutes: 1)
            _ = try await Self.signIn(net)
            // A success begins the count anew.
            for _ in 1...4 {
                await #expect(throws: AccessRefusal.wrongCredentials) { try await Self.signIn(net, password: "wrong") }
            }
            _ = try await Self.signIn(net)
        }
    }

    @Test(arguments: Engine.available)
    func `R-SEC-01: attempts made at once are counted one by one`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            _ = try await Self.account(net)
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<8 {
                    group.addTask { _ = try? await Self.signIn(net, password: "wrong \(number)") }
                }
            }
            await #expect(throws: AccessRefusal.lockedOut(minutes: 15)) { try await Self.signIn(net) }
        }
    }

    @Test(arguments: Engine.available)
    func `Nobody learns which names exist`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            _ = try await Self.account(net)
            await #expect(throws: AccessRefusal.wrongCredentials) { try await Self.signIn(net, "nobody") }
            await #expect(throws: AccessRefusal.wrongCredentials) { try await Self.signIn(net, password: "wrong") }
        }
    }

    @Test(arguments: Engine.available)
    func `R-SEC-01: a session ends after fifteen idle minutes, and after twelve hours in any case`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            _ = try await Self.account(net)
            let idle = try await Self.signIn(net)
            net.time.advance(minutes: 14)
            _ = try await Self.staff(net, idle)
            net.time.advance(minutes: 14)
            _ = try await Self.staff(net, idle)
            net.time.advance(minutes: 15)
            #expect(try await net.sessions.session(token: idle) == nil)
            let busy = try await Self.signIn(net)
            for _ in 0..<71 {
                net.time.advance(minutes: 10)
                _ = try await Self.staff(net, busy)
            }
            net.time.advance(minutes: 10)
            #expect(try await net.sessions.session(token: busy) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `Sessions are listed and ended by their owner alone`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            _ = try await Self.account(net)
            _ = try await Self.account(net, "li", at: Net.neighbour)
            let first = try await Self.signIn(net)
            let second = try await Self.signIn(net)
            let stranger = try await Self.staff(net, Self.signIn(net, "li"))
            let own = try await Self.staff(net, first)
            #expect(try await net.sessions.sessions(of: own.staff).count == 2)
            await #expect(throws: AccessRefusal.unknownSession) {
                try await net.sessions.end(own.session, of: stranger.staff)
            }
            try await net.sessions.endOthers(than: own.session, of: own.staff)
            #expect(try await net.sessions.session(token: second) == nil)
            try await net.sessions.end(own.session, of: own.staff)
            #expect(try await net.sessions.session(token: first) == nil)
            await #expect(throws: AccessRefusal.unknownSession) {
                try await net.sessions.end(own.session, of: own.staff)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `A changed password ends every other session and asks for the old one`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            _ = try await Self.account(net)
            let other = try await Self.signIn(net)
            let own = try await Self.signIn(net)
            let signedIn = try await Self.staff(net, own)
            func change(from old: String, to new: String) async throws {
                try await net.accounts.changePassword(of: signedIn.staff, in: signedIn.session, from: old, to: new)
            }
            await #expect(throws: AccessRefusal.wrongCredentials) {
                try await change(from: "wrong", to: "another long one")
            }
            await #expect(throws: AccessRefusal.passwordTooWeak) { try await change(from: Self.password, to: "short") }
            try await change(from: Self.password, to: "another long one")
            #expect(try await net.sessions.session(token: other) == nil)
            _ = try await Self.staff(net, own)
            await #expect(throws: AccessRefusal.wrongCredentials) { try await Self.signIn(net) }
            _ = try await Self.signIn(net, password: "another long one")
        }
    }

    @Test(arguments: Engine.available)
    func `An API token is good until its day, and not after its account is closed`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let account = try await Self.account(net)
            let short = try await net.sessions.makeToken(for: account, label: "a", days: 1)
            let long = try await net.sessions.makeToken(for: account, label: "b", days: 30)
            guard case .staff(let staff) = try await net.sessions.actor(bearer: short) else {
                Issue.record("not staff")
                return
            }
            #expect(staff.account == account.id)
            await #expect(throws: AccessRefusal.notSignedIn) { try await net.sessions.actor(bearer: short + "0") }
            net.time.advance(days: 1)
            await #expect(throws: AccessRefusal.notSignedIn) { try await net.sessions.actor(bearer: short) }
            _ = try await net.sessions.actor(bearer: long)
            try await net.accounts.close(account.id, by: .system(job: "test"))
            await #expect(throws: AccessRefusal.notSignedIn) { try await net.sessions.actor(bearer: long) }
        }
    }

    @Test(arguments: Engine.available)
    func `R-SEC-03: sign-ins, lock-outs and changes of one's own account stand in the record`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let account = try await Self.account(net)
            for _ in 1...5 { _ = try? await Self.signIn(net, password: "wrong") }
            net.time.advance(minutes: 15)
            let signedIn = try await Self.staff(net, Self.signIn(net))
            try await net.accounts.changePassword(
                of: signedIn.staff,
                in: signedIn.session,
                from: Self.password,
                to: "another long one"
            )
            let audit = AuditService(database: database, policy: net.policy, context: net.time.context)
            let auditor = try await net.staff(.auditor)
            let acts = try await audit.entries(on: "account:\(account.id)", of: Net.committee, for: auditor)
            #expect(
                acts.map(\.draft.act)
                    == ["access.addAccount", "access.lockOut", "access.signIn", "access.changePassword"]
            )
            #expect(try await audit.verify().faults == [])
        }
    }

    @Test(arguments: Engine.available)
    func `R-SEC-03: a token is listed without itself, ends at once, and both stand in the record`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            let account = try await net.accounts.account(named: #require(worker.account).text)
            let other = try await net.staff(.director)
            let token = try await net.sessions.makeToken(for: account, label: "nightly", days: 30)
            let listed = try await net.sessions.tokens(of: account.id)
            #expect(listed.map(\.label) == ["nightly"])
            _ = try await net.sessions.actor(bearer: token)
            await #expect(throws: AccessRefusal.unknownSession) {
                try await net.sessions.endToken(listed[0].id, of: #require(other.account))
            }
            try await net.sessions.endToken(listed[0].id, of: account.id)
            await #expect(throws: (any Error).self) { _ = try await net.sessions.actor(bearer: token) }
            #expect(try await net.sessions.tokens(of: account.id).isEmpty)
            await #expect(throws: AccessRefusal.unknownSession) {
                try await net.sessions.endToken(listed[0].id, of: account.id)
            }
            let audit = AuditService(database: database, policy: net.policy, context: net.time.context)
            let auditor = try await net.staff(.auditor, at: Net.township)
            let acts = try await audit.entries(of: Net.committee, for: auditor).map(\.draft.act)
            #expect(acts == ["access.endToken", "access.makeToken"])
        }
    }
}
