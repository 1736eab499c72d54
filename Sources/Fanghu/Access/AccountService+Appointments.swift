import Store

extension AccountService {
    /// The appointments of an account, newest first.
    package func appointments(of account: AccountID, for actor: Actor) async throws -> [Appointment] {
        try await read(account, for: actor).held
    }

    /// An account with all its appointments, newest first.
    package func account(
        _ id: AccountID,
        for actor: Actor
    ) async throws -> (account: Account, appointments: [Appointment]) {
        let (row, held) = try await read(id, for: actor)
        return (row.account, held)
    }

    /// An account that holds or held a role in the actor's territory; there is no other for the actor.
    func read(_ id: AccountID, for actor: Actor) async throws -> (row: AccountRow, held: [Appointment]) {
        let scope = try policy.scope(for: actor, .administerAccounts, at: context.now)
        let (row, held) = try await database.read { connection -> (AccountRow?, [Appointment]) in
            (
                try connection.first(AccessQueries.account(id), as: AccountRow.self),
                try connection.all(AccessQueries.appointments(of: id))
            )
        }
        guard let row, held.contains(where: { scope.contains($0.place) }) else { throw AccessRefusal.unknownAccount }
        return (row, held)
    }

    /// Gives an account a further role from now on.
    ///
    /// Nobody becomes two of the three administrators (R-SEC-02), and nobody appoints themself.
    package func appoint(
        _ account: AccountID,
        as role: Role,
        at place: DivisionID,
        until end: Instant? = nil,
        by actor: Actor
    ) async throws -> Appointment {
        let now = context.now
        let authority = try policy.check(actor, .administerAccounts, at: place, on: now)
        guard actor.account != account else { throw AccessRefusal.ownAccount }
        if let end, end <= now { throw AccessRefusal.endPast }
        let appointment = Appointment(id: context.newID(), role: role, place: place, from: now, to: end)
        try await database.write { connection in
            // Also takes the account's row, so that two appointments made at once see each other.
            guard try connection.execute(AccessQueries.holdOpen(account)) == 1 else {
                throw AccessRefusal.unknownAccount
            }
            let held: [Appointment] = try connection.all(AccessQueries.appointments(of: account))
            let running = held.filter { $0.to.map { now < $0 } ?? true }
            guard !running.contains(where: { $0.role == role && $0.place == place }) else {
                throw AccessRefusal.heldAlready
            }
            let others = running.filter { $0.role.isAdministrator && $0.role != role }
            guard !role.isAdministrator || others.isEmpty else { throw AccessRefusal.administratorsConflict }
            try connection.execute(AccessQueries.insert(appointment, of: account))
            try Audit.append(
                [entry("access.appoint", account, role.rawValue, place: place, authority)],
                on: connection
            )
        }
        cache.forgetAll()
        return appointment
    }

    /// Ends an appointment at this instant; its access ends with it (I-18).
    package func end(_ appointment: Appointment, of account: AccountID, by actor: Actor) async throws {
        let now = context.now
        let authority = try policy.check(actor, .administerAccounts, at: appointment.place, on: now)
        try await database.write { connection in
            guard try connection.execute(AccessQueries.end(appointment, of: account, at: now)) == 1 else {
                throw AccessRefusal.unknownAppointment
            }
            try Audit.append(
                [
                    entry(
                        "access.endAppointment",
                        account,
                        appointment.role.rawValue,
                        place: appointment.place,
                        authority
                    )
                ],
                on: connection
            )
        }
        cache.forgetAll()
    }

    private func entry(
        _ act: String,
        _ account: AccountID,
        _ detail: String,
        place: DivisionID,
        _ authority: Authority
    ) -> AuditEntry.Draft {
        AuditEntry.Draft(
            committee: place,
            authority: authority,
            act: act,
            subject: "account:\(account)",
            detail: detail
        )
    }
}
