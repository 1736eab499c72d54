import Store

extension AccountService {
    /// The appointments of an account, newest first.
    package func appointments(of account: AccountID, for actor: Actor) async throws -> [Appointment] {
        _ = try policy.scope(for: actor, .administerAccounts, at: context.now)
        return try await database.read { connection in
            try connection.all(AccessQueries.appointments(of: account))
        }
    }

    /// Gives an account a further role from now on.
    ///
    /// Nobody becomes two of the three administrators (R-SEC-02).
    package func appoint(
        _ account: AccountID,
        as role: Role,
        at place: DivisionID,
        until end: Instant? = nil,
        by actor: Actor
    ) async throws -> Appointment {
        let now = context.now
        let authority = try policy.check(actor, .administerAccounts, at: place, on: now)
        let appointment = Appointment(id: context.newID(), role: role, place: place, from: now, to: end)
        try await database.write { connection in
            guard try !connection.rows(AccessQueries.account(account)).isEmpty else {
                throw AccessRefusal.unknownAccount
            }
            let held: [Appointment] = try connection.all(AccessQueries.appointments(of: account))
            let others = held.filter { $0.isInForce(at: now) && $0.role.isAdministrator && $0.role != role }
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
            guard try connection.execute(AccessQueries.end(appointment.id, at: now)) == 1 else {
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
