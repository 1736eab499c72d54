import Fanghu
import FanghuTesting
import Store
import Testing

/// The second factor, from its offer to a sign-in with it.
struct SecondFactorTests {
    /// The secret in an offer's address, back from base 32.
    static func secret(_ offer: SecondFactorOffer) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = offer.secret.flatMap { letter in
            let value = alphabet.firstIndex(of: letter) ?? 0
            return (0..<5).map { value >> (4 - $0) & 1 }
        }
        return stride(from: 0, to: bits.count - 7, by: 8)
            .map { start in bits[start..<start + 8].reduce(0) { $0 << 1 | UInt8($1) } }
    }

    static func code(_ net: Net, _ offer: SecondFactorOffer) -> String {
        OneTimeCode.code(secret: secret(offer), step: OneTimeCode.step(at: net.time.now))
    }

    /// Sets up a second factor for somebody who is signed in.
    static func setUp(_ net: Net, _ signedIn: SignedIn) async throws -> SecondFactorOffer {
        let offer = try net.accounts.offerSecondFactor(to: signedIn.staff)
        try await net.accounts.confirmSecondFactor(
            offer.ticket,
            code: code(net, offer),
            password: SessionTests.password,
            for: signedIn.staff,
            in: signedIn.session
        )
        net.time.advance(minutes: 1)
        return offer
    }

    static func ticket(_ net: Net) async throws -> String {
        let step = try await net.sessions.signIn(name: "wang", password: SessionTests.password, device: "test")
        guard case .codeNeeded(let ticket) = step else { throw AccessRefusal.notSignedIn }
        return ticket
    }

    @Test(arguments: Engine.available)
    func `R-SEC-01: with a second factor the password alone opens nothing`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            _ = try await SessionTests.account(net)
            let signedIn = try await SessionTests.staff(net, SessionTests.signIn(net))
            let offer = try await Self.setUp(net, signedIn)
            let ticket = try await Self.ticket(net)
            await #expect(throws: AccessRefusal.codeWrong) {
                try await net.sessions.signIn(ticket: ticket, code: "000000", device: "test")
            }
            let token = try await net.sessions.signIn(ticket: ticket, code: Self.code(net, offer), device: "test")
            #expect(try await SessionTests.staff(net, token).hasSecondFactor)
        }
    }

    @Test(arguments: Engine.available)
    func `A code opens one session, however many ask at once`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            _ = try await SessionTests.account(net)
            let signedIn = try await SessionTests.staff(net, SessionTests.signIn(net))
            let offer = try await Self.setUp(net, signedIn)
            let ticket = try await Self.ticket(net)
            let code = Self.code(net, offer)
            let opened = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        (try? await net.sessions.signIn(ticket: ticket, code: code, device: "test")) != nil
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(opened == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `Wrong codes close the door as wrong passwords do`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            _ = try await SessionTests.account(net)
            let signedIn = try await SessionTests.staff(net, SessionTests.signIn(net))
            let offer = try await Self.setUp(net, signedIn)
            let ticket = try await Self.ticket(net)
            for attempt in 1...5 {
                await #expect(throws: attempt < 5 ? AccessRefusal.codeWrong : .lockedOut(minutes: 15)) {
                    try await net.sessions.signIn(ticket: ticket, code: "000000", device: "test")
                }
            }
            await #expect(throws: AccessRefusal.lockedOut(minutes: 15)) {
                try await net.sessions.signIn(ticket: ticket, code: Self.code(net, offer), device: "test")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `A ticket runs out, belongs to its password, and cannot be forged or exchanged`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            _ = try await SessionTests.account(net)
            let signedIn = try await SessionTests.staff(net, SessionTests.signIn(net))
            let offer = try await Self.setUp(net, signedIn)
            let late = try await Self.ticket(net)
            net.time.advance(minutes: 5)
            let other = try net.accounts.offerSecondFactor(to: signedIn.staff).ticket
            for ticket in [late, other, String(late.reversed()), "", "AAAA"] {
                await #expect(throws: AccessRefusal.signInStale) {
                    try await net.sessions.signIn(ticket: ticket, code: Self.code(net, offer), device: "test")
                }
            }
            let fresh = try await Self.ticket(net)
            try await net.accounts.changePassword(
                of: signedIn.staff,
                in: signedIn.session,
                from: SessionTests.password,
                to: "another long one"
            )
            await #expect(throws: AccessRefusal.signInStale) {
                try await net.sessions.signIn(ticket: fresh, code: Self.code(net, offer), device: "test")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `A second factor is set up with the password, and the old one holds until the new one is confirmed`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            _ = try await SessionTests.account(net)
            let signedIn = try await SessionTests.staff(net, SessionTests.signIn(net))
            let offer = try await Self.setUp(net, signedIn)
            let second = try net.accounts.offerSecondFactor(to: signedIn.staff)
            let again = try net.accounts.offerSecondFactor(to: signedIn.staff, again: second.ticket)
            #expect(again.secret == second.secret)
            func confirm(_ code: String, _ password: String) async throws {
                try await net.accounts.confirmSecondFactor(
                    second.ticket,
                    code: code,
                    password: password,
                    for: signedIn.staff,
                    in: signedIn.session
                )
            }
            await #expect(throws: AccessRefusal.wrongCredentials) {
                try await confirm(Self.code(net, second), "wrong password")
            }
            await #expect(throws: AccessRefusal.codeWrong) { try await confirm("000000", SessionTests.password) }
            _ = try await net.sessions.signIn(ticket: Self.ticket(net), code: Self.code(net, offer), device: "test")
            try await confirm(Self.code(net, second), SessionTests.password)
            net.time.advance(minutes: 1)
            await #expect(throws: AccessRefusal.codeWrong) {
                try await net.sessions.signIn(ticket: Self.ticket(net), code: Self.code(net, offer), device: "test")
            }
        }
    }
}
