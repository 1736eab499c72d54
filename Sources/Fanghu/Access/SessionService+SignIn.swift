import Store

extension SessionService {
    /// Signs in; five wrong attempts close the door for fifteen minutes (R-SEC-01).
    package func signIn(name: String, password: String, device: String) async throws -> SignIn {
        let row = try await database.read { connection in
            try connection.first(AccessQueries.account(named: name.lowercased()), as: AccountRow.self)
        }
        guard let row, !row.closed else {
            // The same work as for a known name, so that the time does not tell which names exist.
            _ = try await accounts.passwords.make(password, salt: context.randomBytes(16))
            throw AccessRefusal.wrongCredentials
        }
        try await accounts.prove(password: password, of: row)
        guard row.secondFactorConfirmed else {
            return .done(token: try await open(row, step: row.lastCodeStep, device: device))
        }
        let note = SignInNote(
            account: row.id,
            password: Self.hexadecimal(Self.digest(row.password)),
            expiresAt: context.now.adding(minutes: 5)
        )
        return .codeNeeded(ticket: try accounts.vault.write(note))
    }

    /// The second step of a sign-in: a code of the second factor, each good for one sign-in.
    ///
    /// - Returns: the session's token, which only the client keeps.
    package func signIn(ticket: String, code: String, device: String) async throws -> String {
        guard let note = accounts.vault.read(ticket, as: SignInNote.self, at: context.now) else {
            throw AccessRefusal.signInStale
        }
        let row = try await accounts.row(note.account)
        guard !row.closed, row.secondFactorConfirmed, note.password == Self.hexadecimal(Self.digest(row.password))
        else { throw AccessRefusal.signInStale }
        let step = try await accounts.prove(code: code, of: row)
        return try await open(row, step: step, device: device)
    }

    /// Opens a session if the account is still as it was when the proof was made.
    ///
    /// Many attempts can be under way at once: the one that is right must not get through a door that the wrong ones
    /// have closed meanwhile, and one code must not open two sessions.
    private func open(_ row: AccountRow, step: Int64, device: String) async throws -> String {
        let token = Self.hexadecimal(context.randomBytes(32))
        let now = context.now
        let session = SessionInfo(
            id: context.newID(),
            createdAt: now,
            lastSeenAt: now,
            expiresAt: now.adding(hours: longestHours),
            device: String(device.prefix(200))
        )
        try await database.write { connection in
            guard try connection.execute(AccessQueries.recordSignIn(row, step: step, at: now)) == 1 else {
                let present = try connection.first(AccessQueries.account(row.id), as: AccountRow.self)
                try present?.refuseLocked(at: now)
                throw present?.lastCodeStep == row.lastCodeStep
                    ? AccessRefusal.wrongCredentials : AccessRefusal.codeWrong
            }
            try connection.execute(SessionQueries.endExpired(before: now))
            try connection.execute(SessionQueries.insert(session, token: Self.digest(token), account: row.id))
            try AccountService.record("access.signIn", of: row.id, at: now, on: connection)
        }
        return token
    }
}
