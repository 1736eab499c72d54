import Crypto
package import Store

/// Signs people in and out and says who a cookie or an API token belongs to.
package struct SessionService: Sendable {
    private let database: Database
    private let accounts: AccountService
    private let context: Context
    private let cache: ActorCache

    /// Idle time after which a session ends (R-SEC-01), and its longest life.
    private let idleMinutes = 15
    private let longestHours = 12

    package init(database: Database, accounts: AccountService, context: Context) {
        self.database = database
        self.accounts = accounts
        self.context = context
        cache = accounts.cache
    }

    /// Signs in; five wrong attempts close the door for fifteen minutes (R-SEC-01).
    ///
    /// - Returns: the session's token, which only the client keeps.
    package func signIn(name: String, password: String, code: String?, device: String) async throws -> String {
        let row = try await database.read { connection in
            try connection.first(AccessQueries.account(named: name.lowercased()), as: AccountRow.self)
        }
        guard let row, !row.closed else {
            // The same work as for a known name, so that the time does not tell which names exist.
            _ = try await accounts.passwords.make(password, salt: context.randomBytes(16))
            throw AccessRefusal.wrongCredentials
        }
        let now = context.now
        if now < row.lockedUntil {
            let left = Int((row.lockedUntil.microseconds - now.microseconds) / 60_000_000) + 1
            throw AccessRefusal.lockedOut(minutes: left)
        }
        guard try await accounts.passwords.matches(password, PasswordHash(text: row.password)) else {
            try await recordFailure(of: row, at: now)
            throw AccessRefusal.wrongCredentials
        }
        let step = try await checkedStep(of: code, in: row, at: now)
        return try await open(row, step: step, device: device, at: now)
    }

    /// The session of a cookie's token; nil when there is none or it has ended.
    package func session(token: String) async throws -> SignedIn? {
        let digest = Self.digest(token)
        let now = context.now
        let found = try await database.read { connection -> (SessionRow, [Appointment])? in
            guard let row = try connection.first(SessionQueries.session(token: digest), as: SessionRow.self) else {
                return nil
            }
            return (row, try connection.all(AccessQueries.appointments(of: row.account)))
        }
        guard let (row, appointments) = found, now < row.expiresAt,
            now < row.lastSeenAt.adding(minutes: idleMinutes)
        else { return nil }
        if row.lastSeenAt.adding(minutes: 1) < now {
            try await database.write { connection in
                try connection.execute(SessionQueries.touch(token: digest, at: now))
            }
        }
        return SignedIn(
            session: row.session,
            staff: Actor.Staff(account: row.account, name: row.name, appointments: appointments),
            displayName: row.displayName,
            formToken: Self.hexadecimal(Self.digest("form:" + token)),
            hasSecondFactor: row.hasSecondFactor
        )
    }

    /// The actor of an API token; refuses an unknown or expired one.
    package func actor(bearer token: String) async throws -> Actor {
        let digest = Self.digest(token)
        let now = context.now
        if let staff = cache.staff(for: digest, at: now) { return .staff(staff) }
        let staff = try await database.read { connection -> Actor.Staff? in
            guard let row = try connection.first(SessionQueries.account(ofToken: digest, at: now), as: TokenRow.self)
            else { return nil }
            let appointments: [Appointment] = try connection.all(AccessQueries.appointments(of: row.account))
            return Actor.Staff(account: row.account, name: row.name, appointments: appointments)
        }
        guard let staff else { throw AccessRefusal.notSignedIn }
        cache.remember(staff, for: digest, at: now)
        return .staff(staff)
    }

    /// Makes an API token for an account, valid for some days.
    package func makeToken(for account: Account, label: String, days: Int) async throws -> String {
        let token = "fgh_" + Self.hexadecimal(context.randomBytes(24))
        let now = context.now
        let id: SessionID = context.newID()
        try await database.write { connection in
            try connection.execute(
                SessionQueries.insertToken(
                    Self.digest(token),
                    id: id,
                    account: account.id,
                    label: label,
                    from: now,
                    to: now.adding(hours: 24 * days)
                )
            )
        }
        return token
    }

    /// The live sessions of somebody, newest first.
    package func sessions(of staff: Actor.Staff) async throws -> [SessionInfo] {
        let now = context.now
        return try await database.read { connection in
            try connection.all(SessionQueries.sessions(of: staff.account, at: now))
        }
    }

    /// Ends one of somebody's own sessions.
    package func end(_ session: SessionID, of staff: Actor.Staff) async throws {
        try await database.write { connection in
            try connection.execute(SessionQueries.end(session, of: staff.account))
        }
    }

    private func recordFailure(of row: AccountRow, at now: Instant) async throws {
        let failures = row.failures + 1
        let lockedUntil = failures >= 5 ? now.adding(minutes: 15) : Instant(microseconds: 0)
        try await database.write { connection in
            try connection.execute(
                AccessQueries.recordFailure(row.id, failures: failures % 5, lockedUntil: lockedUntil)
            )
        }
    }

    private func checkedStep(of code: String?, in row: AccountRow, at now: Instant) async throws -> Int64 {
        guard row.secondFactorConfirmed else { return row.lastCodeStep }
        do {
            return try accounts.step(of: code ?? "", in: row)
        } catch {
            try await recordFailure(of: row, at: now)
            throw error
        }
    }

    private func open(_ row: AccountRow, step: Int64, device: String, at now: Instant) async throws -> String {
        let token = Self.hexadecimal(context.randomBytes(32))
        let session = SessionInfo(
            id: context.newID(),
            createdAt: now,
            lastSeenAt: now,
            expiresAt: now.adding(hours: longestHours),
            device: String(device.prefix(120))
        )
        try await database.write { connection in
            guard try connection.execute(AccessQueries.recordSignIn(row.id, step: step)) == 1 else {
                throw AccessRefusal.codeWrong
            }
            try connection.execute(SessionQueries.endExpired(before: now))
            try connection.execute(SessionQueries.insert(session, token: Self.digest(token), account: row.id))
        }
        return token
    }

    private static func digest(_ token: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(token.utf8)))
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { String(Int($0) + 256, radix: 16).suffix(2) }.joined()
    }
}
