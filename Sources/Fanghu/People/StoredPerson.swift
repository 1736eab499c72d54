/// The sealed form of a person's details: short names, plain texts.
///
/// Fields are only ever added, as optional ones: rows sealed years ago must still open.
struct StoredPerson: Codable, Sendable {
    private let n: String
    private let s: Int
    private let b: Int?
    private let d: [Document]?
    private let p: [String]?
    private let c: String?
    private let r: String?
    private let a: String?
    private let x: String?

    private struct Document: Codable, Sendable {
        let k: DocumentKind
        let n: String
        let i: String?
    }

    init(_ details: PersonDetails) {
        n = details.name.text
        s = details.sex.rawValue
        b = details.birthDate?.yyyymmdd
        d =
            details.documents.isEmpty
            ? nil : details.documents.map { Document(k: $0.kind, n: $0.number, i: $0.issuer?.text) }
        p = details.phones.isEmpty ? nil : details.phones.map(\.e164)
        c = details.nationality == .china ? nil : details.nationality.text
        r = details.registeredDivision
        a = details.address
        x = details.documentNote
    }

    var details: PersonDetails {
        PersonDetails(
            name: PersonName(stored: n),
            sex: Sex(rawValue: s) ?? .unknown,
            birthDate: b.flatMap { CivilDate(yyyymmdd: $0) },
            documents: (d ?? []).map { IdentityDocument(stored: $0.n, kind: $0.k, issuer: $0.i) },
            phones: (p ?? []).map { PhoneNumber(stored: $0) },
            nationality: c.map { CountryCode(checked: $0) } ?? .china,
            registeredDivision: r,
            address: a,
            documentNote: x
        )
    }
}

extension IdentityDocument {
    /// For a number that passed the checks before it was stored.
    fileprivate init(stored number: String, kind: DocumentKind, issuer: String?) {
        let digits = number.hasPrefix("9") || kind != .foreignerCard ? EighteenDigits(stored: number) : nil
        self.init(
            kind: kind,
            number: number,
            issuer: issuer.map { CountryCode(checked: $0) },
            birthDate: digits?.birthDate,
            sex: digits?.sex
        )
    }
}
