package import Store

/// The register of persons, as rooms write to it inside their own transactions.
///
/// It checks no permission: the act that calls it has done so.
package struct People: Sendable {
    package let vault: Vault
    let context: Context

    package init(vault: Vault, context: Context) {
        self.vault = vault
        self.context = context
    }

    /// The person, or nil; opened and unmasked.
    ///
    /// A fact may point to the committee where the person lived at that time: who has moved is found all the same.
    package func person(_ reference: PersonReference, on connection: any Connection) throws -> Person? {
        if let here = try resident(reference, on: connection) { return here }
        return try connection.first(PeopleQueries.moved([reference.id]), as: PersonRow.self)?.person(vault)
    }

    /// The person, if they are in the register of that committee now; opened and unmasked.
    package func resident(_ reference: PersonReference, on connection: any Connection) throws -> Person? {
        try connection.first(PeopleQueries.person(reference), as: PersonRow.self)?.person(vault)
    }

    /// Masked persons for the lists of other rooms, by id; those who have moved are among them.
    package func masked(
        _ references: some Sequence<PersonReference>,
        on connection: any Connection
    ) throws -> [PersonID: MaskedPerson] {
        var found: [PersonID: MaskedPerson] = [:]
        for (committee, some) in Dictionary(grouping: Set(references), by: \.committee) {
            let ids = some.map(\.id).sorted()
            for start in stride(from: 0, to: ids.count, by: 200) {
                let part = Array(ids[start..<min(start + 200, ids.count)])
                for row in try connection.all(PeopleQueries.persons(part, of: committee), as: PersonRow.self) {
                    found[row.reference.id] = try MaskedPerson(row.person(vault))
                }
            }
        }
        let moved = Set(references.map(\.id)).filter { found[$0] == nil }.sorted()
        for part in moved.parts(of: 200) {
            for row in try connection.all(PeopleQueries.moved(Array(part)), as: PersonRow.self) {
                found[row.reference.id] = try MaskedPerson(row.person(vault))
            }
        }
        return found
    }

    /// Who holds a document, in the whole city.
    package func holder(of document: IdentityDocument, on connection: any Connection) throws -> PersonReference? {
        try holder(of: [vault.hash(document.indexKey, of: .document)], on: connection)
    }

    /// Persons of a committee with this name and this phone: the same one, very likely.
    package func namesakes(
        _ details: PersonDetails,
        in committee: DivisionID,
        on connection: any Connection
    ) throws -> [Person] {
        var found: [Person] = []
        for phone in details.phones {
            let token = vault.token(phone.e164, of: .phone)
            for row in try connection.all(PeopleQueries.carrying(token, of: committee), as: PersonRow.self) {
                let person = try row.person(vault)
                guard person.details.name == details.name, person.details.phones.contains(phone) else { continue }
                if !found.contains(person) { found.append(person) }
            }
        }
        return found
    }

    func holder(of hashes: [[UInt8]], on connection: any Connection) throws -> PersonReference? {
        guard !hashes.isEmpty else { return nil }
        return try connection.all(PeopleQueries.holders(hashes), as: DocumentRow.self).first?.holder
    }

    func hashes(of details: PersonDetails) -> [[UInt8]] {
        details.documents.map { vault.hash($0.indexKey, of: .document) }
    }
}

/// A person that was looked for before being made.
package struct FoundPerson: Hashable, Sendable {
    package let person: PersonReference
    package let finding: Finding
    /// False when the document is known under another name: somebody has to compare.
    package let nameAgrees: Bool

    package init(person: PersonReference, finding: Finding, nameAgrees: Bool = true) {
        self.person = person
        self.finding = finding
        self.nameAgrees = nameAgrees
    }

    /// How the person was found.
    package enum Finding: String, Codable, Sendable {
        /// Nobody was there; registered now.
        case registered
        /// The document was known, perhaps in another committee.
        case sameDocument
        /// Somebody of this name with this phone was there, and nothing speaks against being the same.
        case sameNameAndPhone
    }
}
