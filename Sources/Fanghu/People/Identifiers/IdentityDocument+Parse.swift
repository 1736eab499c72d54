extension IdentityDocument {
    /// A document as it was typed.
    ///
    /// An 18-digit number under the neighbouring type (a residence permit entered as an identity card) is taken for what
    /// it is, with a warning: at the door nobody should fail on a drop-down.
    package static func parse(
        _ kind: DocumentKind,
        _ text: some StringProtocol,
        issuer: CountryCode? = nil,
        on today: CivilDate
    ) throws(IdentifierRefusal) -> ParsedIdentifier<IdentityDocument> {
        let actual = eighteenDigitKind(of: text, stated: kind)
        let parsed = try document(actual, text, issuer: issuer, on: today)
        return actual == kind ? parsed : parsed.warning(.documentKindCorrected)
    }

    private static func document(
        _ kind: DocumentKind,
        _ text: some StringProtocol,
        issuer: CountryCode?,
        on today: CivilDate
    ) throws(IdentifierRefusal) -> ParsedIdentifier<IdentityDocument> {
        switch kind {
        case .citizenNumber: try CitizenNumber.parse(text, on: today).map(IdentityDocument.init)
        case .residencePermit: try ResidencePermitNumber.parse(text, on: today).map(IdentityDocument.init)
        case .foreignerCard: try ForeignerCardNumber.parse(text, on: today).map(IdentityDocument.init)
        case .hongKongMacauPermit:
            ParsedIdentifier(IdentityDocument(kind: kind, number: try TravelDocumentNumber.hongKongMacauPermit(text)))
        case .taiwanPermit:
            ParsedIdentifier(IdentityDocument(kind: kind, number: try TravelDocumentNumber.taiwanPermit(text)))
        case .chinesePassport:
            ParsedIdentifier(IdentityDocument(kind: kind, number: try TravelDocumentNumber.chinesePassport(text)))
        case .foreignPassport: try foreignPassport(text, issuer: issuer)
        case .birthCertificate:
            ParsedIdentifier(IdentityDocument(kind: kind, number: try TravelDocumentNumber.birthCertificate(text)))
        }
    }

    private static func foreignPassport(
        _ text: some StringProtocol,
        issuer: CountryCode?
    ) throws(IdentifierRefusal) -> ParsedIdentifier<IdentityDocument> {
        guard let issuer else { throw IdentifierRefusal(.country, .missing) }
        let number = try TravelDocumentNumber.foreignPassport(text)
        return ParsedIdentifier(IdentityDocument(kind: .foreignPassport, number: number, issuer: issuer))
    }

    /// The kind that an 18-digit number belongs to, by its first digits; the stated kind for everything else.
    private static func eighteenDigitKind(of text: some StringProtocol, stated kind: DocumentKind) -> DocumentKind {
        guard [.citizenNumber, .residencePermit, .foreignerCard].contains(kind) else { return kind }
        let normal = IdentifierText.normalised(text)
        guard normal.utf8.count == 18, normal.utf8.prefix(17).allSatisfy(\.isDigit) else { return kind }
        if ["810000", "820000", "830000"].contains(normal.prefix(6)) { return .residencePermit }
        if !normal.hasPrefix("9") { return .citizenNumber }
        // 99 is no province of the card either: a slip in an identity number rather than another document.
        return normal.hasPrefix("99") ? kind : .foreignerCard
    }

    init(_ number: CitizenNumber) {
        self.init(kind: .citizenNumber, number: number.text, birthDate: number.birthDate, sex: number.sex)
    }

    init(_ number: ResidencePermitNumber) {
        self.init(kind: .residencePermit, number: number.text, birthDate: number.birthDate, sex: number.sex)
    }

    init(_ number: ForeignerCardNumber) {
        let sex = number.sex == .unknown ? nil : number.sex
        self.init(kind: .foreignerCard, number: number.text, birthDate: number.birthDate, sex: sex)
    }
}
