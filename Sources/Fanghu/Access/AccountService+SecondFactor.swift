import Store

/// A second factor that is shown and not yet in force.
package struct SecondFactorOffer: Sendable {
    /// What an authenticator app reads from a QR code.
    package let address: String
    /// The secret in base 32, to be typed where no camera is.
    package let secret: String
    /// Goes back with the confirmation.
    package let ticket: String
}

extension AccountService {
    /// Offers a second factor; nothing is stored, and what is in force stays so until the new one is confirmed.
    package func offerSecondFactor(to staff: Actor.Staff) throws -> SecondFactorOffer {
        let note = SecondFactorNote(
            account: staff.account,
            secret: context.randomBytes(20),
            expiresAt: context.now.adding(minutes: 15)
        )
        return offer(note, ticket: try vault.write(note), to: staff)
    }

    /// The same offer again, for the page that asks once more; a new one when it has run out.
    package func offerSecondFactor(to staff: Actor.Staff, again ticket: String) throws -> SecondFactorOffer {
        guard let note = vault.read(ticket, as: SecondFactorNote.self, at: context.now), note.account == staff.account
        else { return try offerSecondFactor(to: staff) }
        return offer(note, ticket: ticket, to: staff)
    }

    /// Puts the second factor into force; every other session ends.
    ///
    /// It takes the password, so that nobody binds somebody else's unlocked screen to a telephone of their own.
    package func confirmSecondFactor(
        _ ticket: String,
        code: String,
        password: String,
        for staff: Actor.Staff,
        in session: SessionID
    ) async throws {
        let now = context.now
        guard let note = vault.read(ticket, as: SecondFactorNote.self, at: now), note.account == staff.account else {
            throw AccessRefusal.signInStale
        }
        let row = try await row(staff.account)
        try await prove(password: password, of: row)
        guard let step = OneTimeCode.matchingStep(code, secret: note.secret, at: now, after: 0) else {
            throw AccessRefusal.codeWrong
        }
        let sealed = try vault.seal(bytes: note.secret, at: secondFactorPlace(row.id))
        try await database.write { connection in
            try connection.execute(
                AccessQueries.changeSecondFactor(of: row.id, to: sealed, confirmed: true, step: step)
            )
            try connection.execute(SessionQueries.endAll(of: row.id, except: session))
            try Self.record("access.secondFactor", of: row.id, at: now, on: connection)
        }
    }

    func secondFactorPlace(_ account: AccountID) -> SealedPlace {
        SealedPlace("account.second_factor", committee: DivisionID(rawValue: 0), id: account)
    }

    private func offer(_ note: SecondFactorNote, ticket: String, to staff: Actor.Staff) -> SecondFactorOffer {
        SecondFactorOffer(
            address: OneTimeCode.address(secret: note.secret, account: staff.name),
            secret: OneTimeCode.base32(note.secret),
            ticket: ticket
        )
    }
}
