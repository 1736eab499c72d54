/// A release document as it is printed or shown (F-06).
package struct ReleaseDocument: Sendable {
    package let note: ReleaseNote
    package let mode: ObservationMode
    /// Masked unless somebody gave a reason to see the whole.
    package let person: ReleaseNote.Person
    package let isMasked: Bool

    init(_ note: ReleaseNote, _ row: ObservationRow, _ person: ReleaseNote.Person, isMasked: Bool) {
        self.note = note
        mode = row.mode
        self.person = isMasked ? person.masked : person
        self.isMasked = isMasked
    }
}

extension ReleaseNote.Person {
    /// What may be seen without a reason (R-PRIV-06).
    package var masked: ReleaseNote.Person {
        ReleaseNote.Person(
            name: Masking.name(name),
            document: document.map { Masking.document($0) },
            address: address.map { Masking.address($0) },
            lastTemperature: lastTemperature
        )
    }
}

/// Why a release document is not shown whole.
package enum ReleaseRefusal: Refusal, Equatable {
    case reasonMissing

    package var code: String { "release.reasonMissing" }
    package var kind: RefusalKind { .invalid }
    package var field: String? { "reason" }
    package var words: Words { Words("请填写查看原因", "Say why you need to see it") }
}
