import Foundation

extension Registration {
    /// The person as the register takes them.
    var checkedPerson: CheckedPerson {
        CheckedPerson(
            details: PersonDetails(
                name: person.name,
                sex: person.sex,
                birthDate: person.document?.birthDate,
                documents: person.document.map { [$0] } ?? [],
                phones: person.phone.map { [$0] } ?? [],
                nationality: person.nationality,
                registeredDivision: person.registeredDivision?.digits,
                address: stay.addressText
            ),
            documentPending: person.document == nil
        )
    }
}

extension ArrivalDetails {
    init(_ registration: Registration, _ classification: Classification) {
        stay = registration.stay
        journey = registration.journey
        health = registration.health
        filing = registration.filing
        self.classification = classification
        confirmedAddress = nil
    }
}

extension Registration.Draft {
    /// The whole form as text: two forms are the same exactly if their texts are.
    var canonicalText: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return try String(decoding: encoder.encode(SortedDraft(self)), as: UTF8.self)
        }
    }
}

/// A draft with its sets in order, since a set has none.
private struct SortedDraft: Encodable {
    let draft: Registration.Draft
    let symptoms: [String]

    init(_ draft: Registration.Draft) {
        symptoms = (draft.symptoms ?? []).map(\.rawValue).sorted()
        var rest = draft
        rest.symptoms = nil
        self.draft = rest
    }
}
