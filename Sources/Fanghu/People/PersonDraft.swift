/// A person as a form or a file has them: texts that nobody has checked yet.
package struct PersonDraft: Hashable, Codable, Sendable {
    package var name: String
    package var sex: String?
    package var birthDate: String?
    /// An identity card where nothing is said.
    package var documentKind: DocumentKind?
    package var documentNumber: String?
    package var documentIssuer: String?
    /// The number may come later: what was typed is kept as a note when it does not pass.
    package var documentPending: Bool?
    /// One or several, with `、` or `;` between them.
    package var phone: String?
    package var nationality: String?
    package var registeredDivision: String?
    package var address: String?

    package init(
        name: String,
        sex: String? = nil,
        birthDate: String? = nil,
        documentKind: DocumentKind? = nil,
        documentNumber: String? = nil,
        documentIssuer: String? = nil,
        documentPending: Bool? = nil,
        phone: String? = nil,
        nationality: String? = nil,
        registeredDivision: String? = nil,
        address: String? = nil
    ) {
        self.name = name
        self.sex = sex
        self.birthDate = birthDate
        self.documentKind = documentKind
        self.documentNumber = documentNumber
        self.documentIssuer = documentIssuer
        self.documentPending = documentPending
        self.phone = phone
        self.nationality = nationality
        self.registeredDivision = registeredDivision
        self.address = address
    }
}

/// A draft that passed: details that can be stored, and what a worker should confirm.
package struct CheckedPerson: Hashable, Sendable {
    package let details: PersonDetails
    package let documentPending: Bool
    package let warnings: [IdentifierWarning]

    package init(details: PersonDetails, documentPending: Bool, warnings: [IdentifierWarning] = []) {
        self.details = details
        self.documentPending = documentPending
        self.warnings = warnings
    }
}

// Nothing that somebody typed reaches a log by being interpolated into it (R-PRIV-20).

extension PersonDraft: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { "draft of \(Masking.name(name))" }
    package var debugDescription: String { description }
}
