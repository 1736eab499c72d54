package import Store

/// The register of persons at the desk: registering, finding, seeing and correcting.
///
/// Everything it answers is masked, except what `show` gives for a reason.
package struct PeopleService: Sendable {
    let database: Database
    let policy: Policy
    let people: People
    let owners: OwnerBook
    let limits: PeopleLimits

    package init(
        database: Database,
        policy: Policy,
        people: People,
        owners: OwnerBook,
        limits: PeopleLimits = PeopleLimits()
    ) {
        self.database = database
        self.policy = policy
        self.people = people
        self.owners = owners
        self.limits = limits
    }

    var now: Instant { people.context.now }

    /// A person, masked.
    package func person(_ reference: PersonReference, for actor: Actor) async throws -> MaskedPerson {
        _ = try policy.check(actor, .viewPersons, at: reference.committee, on: now)
        return try await database.read { connection in
            try MaskedPerson(existing(reference, on: connection))
        }
    }

    /// A person unmasked: an act with a reason, kept in the record of acts (R-PRIV-05).
    package func show(_ reference: PersonReference, reason: String, by actor: Actor) async throws -> Person {
        let authority = try policy.check(actor, .showPersons, at: reference.committee, on: now)
        let reason = IdentifierText.singleSpaced(reason)
        guard reason.count >= 2 else { throw PeopleRefusal.reasonMissing }
        return try await database.write { connection in
            let person = try existing(reference, on: connection)
            let entry = AuditEntry.Draft(
                committee: reference.committee,
                authority: authority,
                act: "people.show",
                subject: "person:\(reference.id)",
                reason: String(reason.prefix(200))
            )
            try Audit.append([entry], on: connection)
            return person
        }
    }

    /// A person that must be there; a stranger's and a missing one look alike.
    func existing(_ reference: PersonReference, on connection: any Connection) throws -> Person {
        guard let person = try people.resident(reference, on: connection) else { throw PeopleRefusal.unknownPerson }
        return person
    }
}

/// Numbers of the register that an installation may set otherwise.
package struct PeopleLimits: Sendable {
    /// By when a pending document should have come.
    package var documentDueHours: Int
    /// How many candidates one search opens at most before it hands back a key to go on from.
    package var candidatesPerSearch: Int
    /// The longest page.
    package var pageLength: Int

    package init(documentDueHours: Int = 72, candidatesPerSearch: Int = 3000, pageLength: Int = 200) {
        self.documentDueHours = documentDueHours
        self.candidatesPerSearch = candidatesPerSearch
        self.pageLength = pageLength
    }
}
