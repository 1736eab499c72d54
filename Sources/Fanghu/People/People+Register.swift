package import Store

extension People {
    /// The person of these details, registered now if nobody is found.
    ///
    /// Looked for by document in the whole city, then by name and phone in the committee. A person who is found is not
    /// changed, except that a document still pending is added: what a visitor typed never overwrites the register.
    package func findOrCreate(
        _ checked: CheckedPerson,
        in committee: DivisionID,
        at instant: Instant,
        on connection: any Connection
    ) throws -> FoundPerson {
        let details = checked.details
        if let holder = try holder(of: hashes(of: details), on: connection) {
            let known = try person(holder, on: connection)
            let agrees = known?.details.name == details.name
            return FoundPerson(person: holder, finding: .sameDocument, nameAgrees: agrees)
        }
        if let namesake = try namesakes(details, in: committee, on: connection)
            .first(where: { isSame($0, as: details) })
        {
            try addDocuments(of: details, to: namesake, at: instant, on: connection)
            return FoundPerson(person: namesake.reference, finding: .sameNameAndPhone)
        }
        return try register(checked, in: committee, at: instant, on: connection)
    }

    /// Registers somebody new; where the document turns out to be known, its holder comes back.
    package func register(
        _ checked: CheckedPerson,
        in committee: DivisionID,
        at instant: Instant,
        on connection: any Connection
    ) throws -> FoundPerson {
        let person = Person(
            reference: PersonReference(committee: committee, id: context.newID()),
            details: checked.details,
            documentPending: checked.documentPending,
            createdAt: instant,
            updatedAt: instant,
            version: 1
        )
        // First of all, so that two registrations of one document at once cannot both go on.
        if let holder = try claim(hashes(of: person.details), for: person.reference, on: connection) {
            return FoundPerson(person: holder, finding: .sameDocument)
        }
        try connection.execute(PeopleQueries.insert([PersonRow(person, vault: vault).values]))
        var tokens = PersonTokens(vault)
        try connection.execute(
            PeopleQueries.insertTokens(People.tokenRows(tokens.tokens(of: person.details), person.reference))
        )
        try count(+1, person.reference, createdAt: instant, on: connection)
        return FoundPerson(person: person.reference, finding: .registered)
    }

    /// Takes documents for a person; whoever holds one already comes back, and then nothing is taken.
    func claim(
        _ hashes: [[UInt8]],
        for person: PersonReference,
        on connection: any Connection
    ) throws -> PersonReference? {
        guard !hashes.isEmpty else { return nil }
        let rows = hashes.map { [$0.sqlValue, person.committee.sqlValue, person.id.sqlValue] }
        guard try connection.execute(PeopleQueries.claim(rows)) < hashes.count else { return nil }
        let holders = try connection.all(PeopleQueries.holders(hashes), as: DocumentRow.self)
        try connection.execute(PeopleQueries.release(hashes, of: person.id))
        return holders.first { $0.holder.id != person.id }?.holder
    }

    /// Counts a person who comes to a register or leaves it.
    ///
    /// The figures count under the day of the first registration wherever the person is now: who moves away is no longer
    /// a person of this committee, and a recount of the rows agrees.
    func count(
        _ change: Int,
        _ person: PersonReference,
        createdAt: Instant,
        on connection: any Connection
    ) throws {
        try connection.execute(PeopleQueries.count([[person.committee.sqlValue, change.sqlValue]]))
        let delta = CounterDelta(person.committee, .personsRegistered, on: createdAt.day, by: change)
        try Counters.apply([delta], on: connection)
    }

    static func tokenRows(_ tokens: [Int64], _ person: PersonReference) -> [[SQLValue]] {
        tokens.map { [person.committee.sqlValue, $0.sqlValue, person.id.sqlValue] }
    }

    /// Two of one name with one phone are the same unless both have a document or their birth dates differ.
    private func isSame(_ person: Person, as details: PersonDetails) -> Bool {
        guard person.details.documents.isEmpty || details.documents.isEmpty else { return false }
        guard let one = person.details.birthDate, let other = details.birthDate else { return true }
        return one == other
    }

    private func addDocuments(
        of details: PersonDetails,
        to person: Person,
        at instant: Instant,
        on connection: any Connection
    ) throws {
        guard person.details.documents.isEmpty, !details.documents.isEmpty else { return }
        var changed = person.details
        changed.documents = details.documents
        changed.documentNote = nil
        changed.birthDate = changed.birthDate ?? details.birthDate
        if changed.sex == .unknown { changed.sex = details.sex }
        try update(person, to: changed, documentPending: false, at: instant, on: connection)
    }
}

extension People {
    /// Who in one committee has a telephone or name, at most 50: for other rooms that look for the same person.
    package func references(
        matching query: PersonQuery,
        in committee: DivisionID,
        on connection: any Connection
    ) throws -> [PersonReference] {
        try connection.all(PeopleQueries.carrying(query.token(vault), of: committee), as: PersonRow.self)
            .map { try $0.person(vault) }
            .filter { query.matches($0.details) }
            .map(\.reference)
    }
}
