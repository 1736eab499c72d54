import Store

extension People {
    /// Takes a person out of the register whom an import brought by mistake and nobody has touched since.
    ///
    /// - Parameter version: the one that the import made; a later one, or a fact that names the person, keeps them.
    /// - Returns: whether they are gone.
    func remove(_ reference: PersonReference, version: Int, on connection: any Connection) throws -> Bool {
        guard let person = try person(reference, on: connection), person.version == version,
            try connection.value(PeopleQueries.mentions(of: reference), as: Int.self) == 0,
            try connection.execute(PeopleQueries.remove(reference, version: version)) == 1
        else { return false }
        var tokens = PersonTokens(vault)
        let words = tokens.tokens(of: person.details)
        if !words.isEmpty { try connection.execute(PeopleQueries.removeTokens(words, of: reference)) }
        let identity = People.identity(of: person.details, in: reference.committee)
        let hashes = hashes(of: person.details) + [vault.hash(identity, of: .document)]
        try connection.execute(PeopleQueries.release(hashes, of: reference.id))
        try count(-1, reference, createdAt: person.createdAt, on: connection)
        return true
    }

    /// Who a person without a document is, so that the same row of a ledger sent again finds them.
    static func identity(of details: PersonDetails, in committee: DivisionID) -> String {
        let parts = [details.name.text, details.phones.first?.e164, details.birthDate?.iso, details.address]
        return "none:\(committee):" + parts.map { $0 ?? "" }.joined(separator: "\u{1F}")
    }
}
