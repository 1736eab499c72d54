// The identity part of F-01.

extension RegistrationCheck {
    mutating func person() -> RegisteredPerson? {
        let name = required(.name, text(.name, draft.name)).flatMap { parsed(.name, $0, PersonName.parse) }
        let phone = required(.phone, text(.phone, draft.phone)).flatMap { parsed(.phone, $0, PhoneNumber.parse) }
        let document = document()
        let nationality = asked(.nationality, draft.nationality).flatMap { country(.nationality, $0) }
        let home = asked(.registeredDivision, draft.registeredDivision).flatMap { division(.registeredDivision, $0) }
        checkGuardian(document)
        guard let name else { return nil }
        return RegisteredPerson(
            name: name,
            sex: document?.sex ?? asked(.sex, draft.sex) ?? .notStated,
            document: document,
            nationality: nationality ?? document?.issuer ?? .china,
            phone: phone,
            registeredDivision: home
        )
    }

    /// Pending is an answer too: it opens a task instead of closing the door (DOMAIN §3).
    private mutating func document() -> IdentityDocument? {
        guard fields.contains(.document), draft.documentPending != true else { return nil }
        let number = text(.document, draft.documentNumber)
        guard let kind = draft.documentKind, let number else {
            refuse(.fieldMissing(.document))
            return nil
        }
        let issuer = draft.documentIssuer.flatMap { country(.document, $0) }
        let today = today
        return parsed(.document, number) { text throws(IdentifierRefusal) in
            try IdentityDocument.parse(kind, text, issuer: issuer, on: today)
        }
    }

    private mutating func country(_ field: RegistrationField, _ text: String) -> CountryCode? {
        guard !text.isEmpty else { return nil }
        return parsed(field, text) { text throws(IdentifierRefusal) in ParsedIdentifier(try CountryCode(text)) }
    }

    private mutating func division(_ field: RegistrationField, _ text: String) -> DivisionPrefix? {
        guard !text.isEmpty else { return nil }
        guard let prefix = DivisionPrefix(text) else {
            refuse(.noSuchDivision(field))
            return nil
        }
        return prefix
    }

    /// Under 14 somebody else answers for the child (R-PRIV-04).
    private mutating func checkGuardian(_ document: IdentityDocument?) {
        guard let born = document?.birthDate, born.age(on: today) < 14 else { return }
        if draft.relation ?? .myself == .myself { refuse(.guardianNeeded) }
    }
}
