/// The kinds of documents that identify a person.
package enum DocumentKind: String, CaseIterable, Codable, Sendable {
    case citizenNumber
    case residencePermit
    case foreignerCard
    case hongKongMacauPermit
    case taiwanPermit
    case chinesePassport
    case foreignPassport
    case birthCertificate

    /// Document type code of GA/T 517 where there is one (DOMAIN §3.4).
    package var publicSecurityCode: Int? {
        switch self {
        case .citizenNumber: 111
        case .chinesePassport, .foreignPassport: 414
        case .taiwanPermit: 511
        case .hongKongMacauPermit: 516
        case .foreignerCard: 553
        case .residencePermit, .birthCertificate: nil
        }
    }

    package var identifier: IdentifierKind {
        switch self {
        case .citizenNumber: .citizenNumber
        case .residencePermit: .residencePermit
        case .foreignerCard: .foreignerCard
        case .hongKongMacauPermit: .hongKongMacauPermit
        case .taiwanPermit: .taiwanPermit
        case .chinesePassport: .chinesePassport
        case .foreignPassport: .foreignPassport
        case .birthCertificate: .birthCertificate
        }
    }
}

/// A document that passed its checks: kind and normalised number.
///
/// Prints masked.
package struct IdentityDocument: Hashable, Sendable {
    package let kind: DocumentKind
    package let number: String
    /// Who issued a foreign passport.
    package let issuer: CountryCode?
    /// Where the number tells it.
    package let birthDate: CivilDate?
    /// Where the number tells it.
    package let sex: Sex?

    init(
        kind: DocumentKind,
        number: String,
        issuer: CountryCode? = nil,
        birthDate: CivilDate? = nil,
        sex: Sex? = nil
    ) {
        self.kind = kind
        self.number = number
        self.issuer = issuer
        self.birthDate = birthDate
        self.sex = sex
    }

    /// What makes two documents the same one: two countries may issue the same passport number.
    package var indexKey: String {
        guard kind == .foreignPassport, let issuer else { return "\(kind.rawValue):\(number)" }
        return "\(kind.rawValue):\(issuer.text):\(number)"
    }
}

extension IdentityDocument: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { "\(kind.rawValue) \(Masking.document(number))" }
    package var debugDescription: String { description }
}
