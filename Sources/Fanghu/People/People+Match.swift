package import Store

extension People {
    /// Persons of a committee with this name whose phone or document ends in these four characters.
    ///
    /// Not a search: the whole name and the ending must both be known, and what comes back is for the rules that decide
    /// at a gate, never for a page. A handful of candidates is opened.
    package func matching(
        _ name: PersonName,
        endingIn tail: PersonTail,
        in committee: DivisionID,
        on connection: any Connection
    ) throws -> [Person] {
        let byPhone = try candidates(vault.token(tail.text, of: .phoneTail), in: committee, on: connection)
            .filter { $0.details.phones.contains { $0.tail == tail.text } }
        let characters = PersonTokens.searched(name.text)
        let byName =
            characters.count < 2
            ? [] : try candidates(PersonQuery.name(characters).token(vault), in: committee, on: connection)
        let byDocument = byName.filter { $0.details.documents.contains { $0.number.hasSuffix(tail.text) } }
        let found = Set(byPhone + byDocument).filter { $0.details.name == name }
        return found.sorted { $0.reference < $1.reference }
    }

    private func candidates(
        _ token: Int64,
        in committee: DivisionID,
        on connection: any Connection
    ) throws -> [Person] {
        try connection.all(PeopleQueries.carrying(token, of: committee), as: PersonRow.self)
            .map { try $0.person(vault) }
    }
}

/// The last four characters of a phone or document, as somebody says them at a gate.
package struct PersonTail: Hashable, Sendable {
    package let text: String

    /// Nil for anything but four digits, of which the last may be an X.
    package init?(_ text: some StringProtocol) {
        let plain = IdentifierText.normalised(text)
        guard plain.utf8.count == 4, plain.utf8.dropLast().allSatisfy(\.isDigit),
            plain.utf8.last.map({ $0.isDigit || $0 == UInt8(ascii: "X") }) ?? false
        else { return nil }
        self.text = plain
    }
}

// Never printed: with the name it says who somebody is.

extension PersonTail: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { "****" }
    package var debugDescription: String { description }
}
