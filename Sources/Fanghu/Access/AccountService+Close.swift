import Store

extension AccountService {
    /// Closes an account for good: nobody signs in with it, its sessions and appointments end at this instant.
    ///
    /// The row stays, for the record of acts points to it.
    package func close(_ account: AccountID, by actor: Actor) async throws {
        let held = try await appointments(of: account, for: actor).filter { $0.isInForce(at: context.now) }
        for appointment in held { try await end(appointment, of: account, by: actor) }
        try await database.write { connection in
            guard try connection.execute(AccessQueries.close(account)) == 1 else { throw AccessRefusal.unknownAccount }
            try connection.execute(SessionQueries.endAll(of: account))
        }
        cache.forgetAll()
    }

    /// Gives an account a new password without the old one; every session of it ends.
    package func resetPassword(
        of account: Account,
        to password: String,
        forgettingSecondFactor: Bool,
        by actor: Actor
    ) async throws {
        let held = try await appointments(of: account.id, for: actor)
        guard let place = held.first?.place else { throw AccessRefusal.unknownAppointment }
        let authority = try policy.check(actor, .administerAccounts, at: place, on: context.now)
        try check(password, for: account.name)
        let hash = try await passwords.make(password, salt: context.randomBytes(16))
        try await database.write { connection in
            try connection.execute(AccessQueries.changePassword(of: account.id, to: hash.text))
            if forgettingSecondFactor {
                try connection.execute(
                    AccessQueries.changeSecondFactor(of: account.id, to: nil, confirmed: false, step: 0)
                )
            }
            try connection.execute(SessionQueries.endAll(of: account.id))
            let entry = AuditEntry.Draft(
                committee: place,
                authority: authority,
                act: "access.resetPassword",
                subject: "account:\(account.id)",
                detail: forgettingSecondFactor ? "second factor forgotten" : nil
            )
            try Audit.append([entry], on: connection)
        }
        cache.forgetAll()
    }
}
