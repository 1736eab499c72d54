import Store

extension AccountService {
    /// Whether a password is the account's; wrong ones are counted, wherever they are asked for (R-SEC-01).
    func prove(password: String, of row: AccountRow) async throws {
        try row.refuseLocked(at: context.now)
        guard try await passwords.matches(password, PasswordHash(text: row.password)) else {
            try await recordFailure(of: row.id)
            throw AccessRefusal.wrongCredentials
        }
    }

    /// The time step of a right code, not used before; wrong ones are counted with the wrong passwords.
    func prove(code: String, of row: AccountRow) async throws -> Int64 {
        try row.refuseLocked(at: context.now)
        guard let sealed = row.secondFactor else { throw AccessRefusal.codeWrong }
        let secret = try vault.open(bytes: sealed, at: secondFactorPlace(row.id))
        guard let step = OneTimeCode.matchingStep(code, secret: secret, at: context.now, after: row.lastCodeStep) else {
            try await recordFailure(of: row.id)
            throw AccessRefusal.codeWrong
        }
        return step
    }

    /// Enters an account's own act into the record, at the place where it holds its latest role.
    static func record(
        _ act: String,
        of account: AccountID,
        at instant: Instant,
        on connection: any Connection
    ) throws {
        let held: [Appointment] = try connection.all(AccessQueries.appointments(of: account))
        guard let seat = held.first(where: { $0.isInForce(at: instant) }) ?? held.first else { return }
        let authority = Authority(account: account, actorKind: "staff", role: seat.role, instant: instant)
        let entry = AuditEntry.Draft(
            committee: seat.place,
            authority: authority,
            act: act,
            subject: "account:\(account)"
        )
        try Audit.append([entry], on: connection)
    }

    /// Counts in the database, so that attempts made at once count one by one.
    private func recordFailure(of account: AccountID) async throws {
        let now = context.now
        let lockedUntil: Instant? = try await database.write { connection in
            let until = try connection.value(
                AccessQueries.recordFailure(account, lockingUntil: now.adding(minutes: 15)),
                as: Instant.self
            )
            if let until, now < until { try Self.record("access.lockOut", of: account, at: now, on: connection) }
            return until
        }
        if let lockedUntil, now < lockedUntil { throw AccessRefusal.lockedOut(minutes: 15) }
    }
}

extension AccountRow {
    /// Refuses an account whose door is closed for a while.
    func refuseLocked(at instant: Instant) throws(AccessRefusal) {
        guard instant < lockedUntil else { return }
        let left = Int((lockedUntil.microseconds - instant.microseconds - 1) / 60_000_000) + 1
        throw .lockedOut(minutes: left)
    }
}
