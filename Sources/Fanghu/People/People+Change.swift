package import Store

extension People {
    /// Stores new details of a person.
    ///
    /// Refuses a document that is somebody else's, and a change of a version that is no longer the newest.
    package func update(
        _ person: Person,
        to details: PersonDetails,
        documentPending: Bool,
        at instant: Instant,
        on connection: any Connection
    ) throws {
        let changed = Person(
            reference: person.reference,
            details: details,
            documentPending: documentPending,
            createdAt: person.createdAt,
            updatedAt: instant,
            version: person.version + 1
        )
        let row = try PersonRow(changed, vault: vault)
        guard try connection.execute(PeopleQueries.update(row, from: person.version)) == 1 else {
            throw PeopleRefusal.changedMeanwhile
        }
        try changeDocuments(from: person.details, to: details, of: person.reference, on: connection)
        try changeTokens(from: person.details, to: details, of: person.reference, on: connection)
    }

    /// Moves a person to the register of another committee, where the same id goes on.
    ///
    /// The row is sealed anew, for a sealed value opens only in its committee. Facts of other rooms stay where they
    /// happened. Callers that hold several committees' locks move in ascending order of committees.
    @discardableResult
    package func move(
        _ person: Person,
        to committee: DivisionID,
        at instant: Instant,
        on connection: any Connection
    ) throws -> PersonReference {
        guard person.committee != committee else { return person.reference }
        let moved = Person(
            reference: PersonReference(committee: committee, id: person.id),
            details: person.details,
            documentPending: person.documentPending,
            createdAt: person.createdAt,
            updatedAt: instant,
            version: person.version + 1
        )
        guard try connection.execute(PeopleQueries.remove(person.reference, version: person.version)) == 1 else {
            throw PeopleRefusal.changedMeanwhile
        }
        var tokens = PersonTokens(vault)
        let words = tokens.tokens(of: person.details)
        try connection.execute(PeopleQueries.removeTokens(words, of: person.reference))
        try connection.execute(PeopleQueries.insert([PersonRow(moved, vault: vault).values]))
        try connection.execute(PeopleQueries.insertTokens(People.tokenRows(words, moved.reference)))
        let hashes = hashes(of: person.details)
        if !hashes.isEmpty {
            try connection.execute(PeopleQueries.moveDocuments(hashes, of: person.id, to: committee))
        }
        for (place, change) in [(person.reference, -1), (moved.reference, +1)].sorted(by: { $0.0 < $1.0 }) {
            try count(change, place, createdAt: person.createdAt, on: connection)
        }
        return moved.reference
    }

    private func changeDocuments(
        from old: PersonDetails,
        to new: PersonDetails,
        of person: PersonReference,
        on connection: any Connection
    ) throws {
        let before = Set(hashes(of: old))
        let after = Set(hashes(of: new))
        let gone = before.subtracting(after)
        if !gone.isEmpty { try connection.execute(PeopleQueries.release(Array(gone), of: person.id)) }
        if try claim(Array(after.subtracting(before)), for: person, on: connection) != nil {
            throw PeopleRefusal.documentTaken
        }
    }

    private func changeTokens(
        from old: PersonDetails,
        to new: PersonDetails,
        of person: PersonReference,
        on connection: any Connection
    ) throws {
        var tokens = PersonTokens(vault)
        let before = Set(tokens.tokens(of: old))
        let after = Set(tokens.tokens(of: new))
        let gone = before.subtracting(after).sorted()
        let come = after.subtracting(before).sorted()
        if !gone.isEmpty { try connection.execute(PeopleQueries.removeTokens(gone, of: person)) }
        if !come.isEmpty { try connection.execute(PeopleQueries.insertTokens(People.tokenRows(come, person))) }
    }
}
