/// The number of a residence permit of Hong Kong, Macau and Taiwan residents, since 2018 (DOMAIN §3.2).
package struct ResidencePermitNumber: Hashable, Sendable {
    private let digits: EighteenDigits

    package var text: String { digits.text }
    package var birthDate: CivilDate { digits.birthDate }
    package var sex: Sex { digits.sex }

    /// The number with what is unusual about it.
    package static func parse(
        _ text: some StringProtocol,
        on today: CivilDate
    ) throws(IdentifierRefusal) -> ParsedIdentifier<ResidencePermitNumber> {
        let digits = try EighteenDigits(IdentifierText.normalised(text), as: .residencePermit, on: today)
        guard ["810000", "820000", "830000"].contains(digits.text.prefix(6)) else {
            throw IdentifierRefusal(.residencePermit, .provinceUnknown)
        }
        let warnings: [IdentifierWarning] = digits.isOlderThan120(on: today) ? [.ageAbove120] : []
        return ParsedIdentifier(ResidencePermitNumber(digits: digits), warnings: warnings)
    }
}

extension ResidencePermitNumber: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { Masking.document(text) }
    package var debugDescription: String { description }
}
