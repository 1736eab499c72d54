import Store

extension AccountService {
    /// Closes an account for good: nobody signs in with it, its sessions and appointments end at this instant.
    ///
    /// The row stays, for the record of acts points to it.
    package func close(_ account: AccountID, by actor: Actor) async throws {
        let (_, held, authority) = try await authority(over: account, by: actor)
        let now = authority.instant
        try await database.write { connection in
            guard try connection.execute(AccessQueries.close(account)) == 1 else { throw AccessRefusal.unknownAccount }
            for appointment in held where appointment.isInForce(at: now) {
                try connection.execute(AccessQueries.end(appointment, of: account, at: now))
            }
            try connection.execute(SessionQueries.endAll(of: account))
            try Audit.append([entry("access.close", account, at: held, authority)], on: connection)
        }
        cache.forgetAll()
    }

    /// Gives an account a new password without the old one; every session of it ends.
    package func resetPassword(
        of account: AccountID,
        to password: String,
        forgettingSecondFactor: Bool,
        by actor: Actor
    ) async throws {
        let (row, held, authority) = try await authority(over: account, by: actor)
        try check(password, for: row.name)
        let hash = try await passwords.make(password, salt: context.randomBytes(16))
        try await database.write { connection in
            try connection.execute(AccessQueries.changePassword(of: account, to: hash.text))
            if forgettingSecondFactor {
                try connection.execute(
                    AccessQueries.changeSecondFactor(of: account, to: nil, confirmed: false, step: row.lastCodeStep)
                )
            }
            try connection.execute(SessionQueries.endAll(of: account))
            let detail = forgettingSecondFactor ? "second factor forgotten" : nil
            try Audit.append([entry("access.resetPassword", account, at: held, authority, detail)], on: connection)
        }
        cache.forgetAll()
    }

    /// The right over an account as a whole: over every place where it holds a role, and never over one's own.
    ///
    /// Whoever gives a colleague from elsewhere a role at home must not get the keys of what they are elsewhere.
    private func authority(
        over account: AccountID,
        by actor: Actor
    ) async throws -> (row: AccountRow, held: [Appointment], authority: Authority) {
        let now = context.now
        guard actor.account != account else { throw AccessRefusal.ownAccount }
        let (row, held) = try await read(account, for: actor)
        let inForce = held.filter { $0.isInForce(at: now) }
        var authority: Authority?
        for appointment in inForce.isEmpty ? Array(held.prefix(1)) : inForce {
            authority = try policy.check(actor, .administerAccounts, at: appointment.place, on: now)
        }
        guard let authority else { throw AccessRefusal.unknownAccount }
        return (row, held, authority)
    }

    private func entry(
        _ act: String,
        _ account: AccountID,
        at held: [Appointment],
        _ authority: Authority,
        _ detail: String? = nil
    ) -> AuditEntry.Draft {
        let seat = held.first { $0.isInForce(at: authority.instant) } ?? held.first
        return AuditEntry.Draft(
            committee: seat?.place ?? DivisionID(rawValue: 0),
            authority: authority,
            act: act,
            subject: "account:\(account)",
            detail: detail
        )
    }
}
