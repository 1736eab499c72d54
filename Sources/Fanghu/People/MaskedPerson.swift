/// A person as lists and pages show them before anybody asks for more (R-PRIV-05, R-PRIV-06).
package struct MaskedPerson: Hashable, Codable, Sendable {
    package let id: PersonID
    package let committee: DivisionID
    /// `张*`.
    package let name: String
    package let sex: Sex
    /// The decade says enough for a list: 1980 for 1985.
    package let birthDecade: Int?
    package let documentKind: DocumentKind?
    /// `310***********002X`.
    package let document: String?
    /// `138****8000`.
    package let phone: String?
    /// Up to the building.
    package let address: String?
    package let documentPending: Bool
    package let version: Int

    package init(_ person: Person) {
        let details = person.details
        id = person.id
        committee = person.committee
        name = Masking.name(details.name.text)
        sex = details.sex
        birthDecade = details.birthDate.map { $0.year / 10 * 10 }
        documentKind = details.documents.first?.kind
        document = details.documents.first.map { Masking.document($0.number) }
        phone = details.phones.first.map { Masking.phone($0.e164) }
        address = details.address.map { Masking.address($0) }
        documentPending = person.documentPending
        version = person.version
    }

    package var reference: PersonReference { PersonReference(committee: committee, id: id) }
}
