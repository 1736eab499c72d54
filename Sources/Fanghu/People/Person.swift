/// A person in the register of one committee (DOMAIN F-01).
package struct Person: Hashable, Sendable {
    package let reference: PersonReference
    package let details: PersonDetails
    /// The number is still to come, which never keeps anybody from being registered.
    package let documentPending: Bool
    package let createdAt: Instant
    package let updatedAt: Instant
    /// Counts the changes; whoever changes a person says which version they saw.
    package let version: Int

    package init(
        reference: PersonReference,
        details: PersonDetails,
        documentPending: Bool,
        createdAt: Instant,
        updatedAt: Instant,
        version: Int
    ) {
        self.reference = reference
        self.details = details
        self.documentPending = documentPending
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.version = version
    }

    package var id: PersonID { reference.id }
    package var committee: DivisionID { reference.committee }
}

/// Where a person's row lies: the committee of residence and the id.
package struct PersonReference: Hashable, Comparable, Sendable {
    package let committee: DivisionID
    package let id: PersonID

    package init(committee: DivisionID, id: PersonID) {
        self.committee = committee
        self.id = id
    }

    package static func < (left: PersonReference, right: PersonReference) -> Bool {
        (left.committee, left.id) < (right.committee, right.id)
    }
}

/// What is known of a person, all of it sealed in the database.
///
/// Each value was checked when it was entered; a form makes one by way of `PersonDraft`.
package struct PersonDetails: Hashable, Sendable {
    package var name: PersonName
    package var sex: Sex
    package var birthDate: CivilDate?
    /// Empty while the document is pending; the first is the one shown.
    package var documents: [IdentityDocument]
    /// Empty for a child or an old person without one.
    package var phones: [PhoneNumber]
    package var nationality: CountryCode
    /// Six digits of the place of household registration, which is neither the residence nor read from a number.
    package var registeredDivision: String?
    /// The residence as it was written down; a dwelling of the building register is a link of its own.
    package var address: String?
    /// What was typed as a document number and did not pass, for whoever follows it up.
    package var documentNote: String?

    package init(
        name: PersonName,
        sex: Sex = .unknown,
        birthDate: CivilDate? = nil,
        documents: [IdentityDocument] = [],
        phones: [PhoneNumber] = [],
        nationality: CountryCode = .china,
        registeredDivision: String? = nil,
        address: String? = nil,
        documentNote: String? = nil
    ) {
        self.name = name
        self.sex = sex
        self.birthDate = birthDate
        self.documents = documents
        self.phones = phones
        self.nationality = nationality
        self.registeredDivision = registeredDivision
        self.address = address
        self.documentNote = documentNote
    }
}

// Nothing of a person reaches a log by being interpolated into it (R-PRIV-20).

extension Person: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { "person \(id)" }
    package var debugDescription: String { description }
}

extension PersonDetails: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { Masking.name(name.text) }
    package var debugDescription: String { description }
}
