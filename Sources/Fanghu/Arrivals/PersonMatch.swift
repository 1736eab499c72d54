/// What a form or a known person can be recognised by, as normalised text or as keyed digests of it.
package struct MatchKeys<Key: Hashable & Sendable>: Hashable, Sendable {
    package var document: Key?
    package var name: Key
    package var phones: Set<Key>
    package var dwellings: Set<PlaceID>

    package init(document: Key?, name: Key, phones: Set<Key> = [], dwellings: Set<PlaceID> = []) {
        self.document = document
        self.name = name
        self.phones = phones
        self.dwellings = dwellings
    }
}

/// Whether a form is about somebody known (DOMAIN §6.1.2): by document, else by name and phone, else a person decides.
package enum PersonMatch: Hashable, Sendable {
    case document(PersonID)
    case nameAndPhone(PersonID)
    /// Somebody has to compare: name and dwelling agree, or more than one fits.
    case toCompare([PersonID])
    case nobody

    package static func of<Key>(
        _ form: MatchKeys<Key>,
        among known: [(id: PersonID, keys: MatchKeys<Key>)]
    ) -> PersonMatch {
        if let document = form.document {
            let same = known.filter { $0.keys.document == document }.map(\.id).sorted()
            if let first = same.first { return same.count == 1 ? .document(first) : .toCompare(same) }
        }
        // Two different documents are two people, be name and phone ever so equal: father and son, or a namesake.
        let possible = known.filter { $0.keys.name == form.name && !differs($0.keys.document, form.document) }
        let byPhone = possible.filter { !$0.keys.phones.isDisjoint(with: form.phones) }.map(\.id).sorted()
        if let first = byPhone.first { return byPhone.count == 1 ? .nameAndPhone(first) : .toCompare(byPhone) }
        let byDwelling = possible.filter { !$0.keys.dwellings.isDisjoint(with: form.dwellings) }.map(\.id).sorted()
        return byDwelling.isEmpty ? .nobody : .toCompare(byDwelling)
    }

    private static func differs<Key: Equatable>(_ one: Key?, _ other: Key?) -> Bool {
        guard let one, let other else { return false }
        return one != other
    }
}
