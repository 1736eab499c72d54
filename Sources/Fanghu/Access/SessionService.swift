import Crypto
package import Store

/// Signs people in and out and says who a cookie or an API token belongs to.
package struct SessionService: Sendable {
    let database: Database
    let accounts: AccountService
    let context: Context
    let cache: ActorCache
    private let standIns: @Sendable (AccountID, Instant, any Connection) throws -> [StandIn]

    /// Idle time after which a session ends (R-SEC-01), and its longest life.
    private let idleMinutes = 15
    let longestHours = 12

    /// - Parameter standIns: for whom somebody stands in now and in the next hour, as the roster says.
    package init(
        database: Database,
        accounts: AccountService,
        context: Context,
        standIns: @escaping @Sendable (AccountID, Instant, any Connection) throws -> [StandIn]
    ) {
        self.database = database
        self.accounts = accounts
        self.context = context
        cache = accounts.cache
        self.standIns = standIns
    }

    /// The session of a cookie's token; nil when there is none or it has ended.
    ///
    /// - Parameter isUse: whether this is use that keeps the session from ending idle.
    package func session(token: String, isUse: Bool = true) async throws -> SignedIn? {
        let digest = Self.digest(token)
        let now = context.now
        let found = try await database.read { connection -> (SessionRow, Actor.Staff)? in
            guard let row = try connection.first(SessionQueries.session(token: digest), as: SessionRow.self) else {
                return nil
            }
            return (row, try staff(row.account, named: row.name, at: now, on: connection))
        }
        guard let (row, staff) = found, now < row.expiresAt,
            now < row.lastSeenAt.adding(minutes: idleMinutes)
        else { return nil }
        if isUse, row.lastSeenAt.adding(minutes: 1) < now {
            try await database.write { connection in
                try connection.execute(SessionQueries.touch(token: digest, at: now))
            }
        }
        return SignedIn(
            session: row.session,
            staff: staff,
            displayName: row.displayName,
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
            return try self.staff(row.account, named: row.name, at: now, on: connection)
        }
        guard let staff else { throw AccessRefusal.notSignedIn }
        cache.remember(staff, for: digest, at: now)
        return .staff(staff)
    }

    /// Somebody with what they hold and for whom they stand in.
    private func staff(
        _ account: AccountID,
        named name: String,
        at now: Instant,
        on connection: any Connection
    ) throws -> Actor.Staff {
        Actor.Staff(
            account: account,
            name: name,
            appointments: try connection.all(AccessQueries.appointments(of: account)),
            standIns: try standIns(account, now, connection)
        )
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
        let ended = try await database.write { connection in
            try connection.execute(SessionQueries.end(session, of: staff.account))
        }
        guard ended == 1 else { throw AccessRefusal.unknownSession }
    }

    /// Ends every session of somebody but one.
    package func endOthers(than session: SessionID, of staff: Actor.Staff) async throws {
        try await database.write { connection in
            try connection.execute(SessionQueries.endAll(of: staff.account, except: session))
        }
    }

    static func digest(_ token: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(token.utf8)))
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { String(Int($0) + 256, radix: 16).suffix(2) }.joined()
    }
}
