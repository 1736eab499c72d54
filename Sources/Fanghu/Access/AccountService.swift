package import Store

/// Makes and closes accounts and gives them their roles.
package struct AccountService: Sendable {
    let database: Database
    let policy: Policy
    let vault: Vault
    let context: Context
    let passwords: PasswordDesk
    let cache: ActorCache

    package init(database: Database, policy: Policy, vault: Vault, context: Context, cache: ActorCache) {
        self.database = database
        self.policy = policy
        self.vault = vault
        self.context = context
        self.cache = cache
        passwords = PasswordDesk()
    }

    /// What it takes to make an account with its first role.
    package struct Draft: Sendable {
        package let name: String
        package let displayName: String
        package let password: String
        package let role: Role
        package let place: DivisionID

        package init(name: String, displayName: String, password: String, role: Role, place: DivisionID) {
            self.name = name
            self.displayName = displayName
            self.password = password
            self.role = role
            self.place = place
        }
    }

    /// Makes an account with one appointment from now on.
    package func add(_ draft: Draft, by actor: Actor) async throws -> Account {
        let now = context.now
        let authority = try policy.check(actor, .administerAccounts, at: draft.place, on: now)
        let name = try Account.checkedName(draft.name)
        try check(draft.password, for: name)
        let hash = try await passwords.make(draft.password, salt: context.randomBytes(16))
        let row = AccountRow(
            id: context.newID(),
            name: name,
            displayName: draft.displayName.isEmpty ? draft.name : draft.displayName,
            password: hash.text,
            createdAt: now
        )
        let appointment = Appointment(id: context.newID(), role: draft.role, place: draft.place, from: now, to: nil)
        try await database.write { connection in
            guard try connection.rows(AccessQueries.account(named: name)).isEmpty else { throw AccessRefusal.nameTaken }
            try connection.execute(AccessQueries.insert(row))
            try connection.execute(AccessQueries.insert(appointment, of: row.id))
            let entry = AuditEntry.Draft(
                committee: draft.place,
                authority: authority,
                act: "access.addAccount",
                subject: "account:\(row.id)",
                detail: draft.role.rawValue
            )
            try Audit.append([entry], on: connection)
        }
        return row.account
    }

    /// The accounts with a role in the actor's territory, by name, at most `limit` after a name.
    package func accounts(
        under place: DivisionID?,
        after name: String,
        limit: Int,
        for actor: Actor
    ) async throws
        -> [Account]
    {
        let scope = try policy.scope(for: actor, .administerAccounts, under: place, at: context.now)
        return try await database.read { connection in
            try connection.all(
                AccessQueries.accounts(in: scope.ranges, after: name, limit: limit),
                as: AccountRow.self
            )
            .map(\.account)
        }
    }

    /// One page of the accounts of a territory.
    package struct Census: Sendable {
        package let accounts: [Account]
        /// Of these accounts, as far as the actor administers the places.
        package let appointments: [AccountID: [Appointment]]
        package let matched: Int
        package let hasMore: Bool

        package init(accounts: [Account], appointments: [AccountID: [Appointment]], matched: Int, hasMore: Bool) {
            self.accounts = accounts
            self.appointments = appointments
            self.matched = matched
            self.hasMore = hasMore
        }
    }

    /// The accounts that hold or held a role in a territory, by name, with their roles there.
    package func census(
        under place: DivisionID,
        after name: String,
        limit: Int,
        for actor: Actor
    ) async throws -> Census {
        let scope = try policy.scope(for: actor, .administerAccounts, under: place, at: context.now)
        return try await database.read { connection in
            let rows: [AccountRow] = try connection.all(
                AccessQueries.accounts(in: scope.ranges, after: name, limit: limit + 1)
            )
            let shown = Array(rows.prefix(limit))
            let seats: [AccountSeat] = try connection.all(AccessQueries.appointments(ofEach: shown.map(\.id)))
            return Census(
                accounts: shown.map(\.account),
                appointments: Dictionary(
                    grouping: seats.filter { scope.contains($0.appointment.place) },
                    by: \.account
                )
                .mapValues { $0.map(\.appointment) },
                matched: try connection.value(AccessQueries.accountCount(in: scope.ranges)) ?? 0,
                hasMore: rows.count > limit
            )
        }
    }

    /// One account by its sign-in name.
    package func account(named name: String) async throws -> Account {
        let row = try await database.read { connection in
            try connection.first(AccessQueries.account(named: name.lowercased()), as: AccountRow.self)
        }
        guard let row else { throw AccessRefusal.unknownAccount }
        return row.account
    }

    /// Changes one's own password; every other session ends.
    package func changePassword(
        of staff: Actor.Staff,
        in session: SessionID,
        from old: String,
        to new: String
    ) async throws {
        let row = try await row(staff.account)
        try await prove(password: old, of: row)
        try check(new, for: row.name)
        let now = context.now
        let hash = try await passwords.make(new, salt: context.randomBytes(16))
        try await database.write { connection in
            try connection.execute(AccessQueries.changePassword(of: row.id, to: hash.text))
            try connection.execute(SessionQueries.endAll(of: row.id, except: session))
            try Self.record("access.changePassword", of: row.id, at: now, on: connection)
        }
        cache.forgetAll()
    }

    func row(_ id: AccountID) async throws -> AccountRow {
        let row = try await database.read { connection in
            try connection.first(AccessQueries.account(id), as: AccountRow.self)
        }
        guard let row else { throw AccessRefusal.unknownAccount }
        return row
    }

    /// R-SEC-01: long enough, and not the name again.
    func check(_ password: String, for name: String) throws(AccessRefusal) {
        guard (10...200).contains(password.count), password.lowercased() != name, Set(password).count > 3 else {
            throw .passwordTooWeak
        }
    }
}
