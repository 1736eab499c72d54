/// The number of a foreigner's permanent residence card, of the 2023 edition or the older one (DOMAIN §3.3).
package struct ForeignerCardNumber: Hashable, Sendable {
    package let text: String
    /// Known from the 2023 edition only.
    package let birthDate: CivilDate?
    /// Known from the 2023 edition only.
    package let sex: Sex

    /// The number with what is unusual about it.
    package static func parse(
        _ text: some StringProtocol,
        on today: CivilDate
    ) throws(IdentifierRefusal) -> ParsedIdentifier<ForeignerCardNumber> {
        let normal = IdentifierText.normalised(text)
        let bytes = Array(normal.utf8)
        if bytes.count == 15, bytes[0..<3].allSatisfy(\.isCapital), bytes[3...].allSatisfy(\.isDigit) {
            return ParsedIdentifier(ForeignerCardNumber(text: normal, birthDate: nil, sex: .unknown))
        }
        let digits = try EighteenDigits(normal, as: .foreignerCard, on: today)
        guard bytes[0] == UInt8(ascii: "9") else { throw IdentifierRefusal(.foreignerCard, .otherDocument) }
        var warnings: [IdentifierWarning] = []
        if digits.isOlderThan120(on: today) { warnings.append(.ageAbove120) }
        // The layout behind the nine is not published for certain, so a strange province only warns.
        if !ProvincePrefix.isProvince(EighteenDigits.number(bytes[1..<3])) { warnings.append(.provinceUnknown) }
        let card = ForeignerCardNumber(text: normal, birthDate: digits.birthDate, sex: digits.sex)
        return ParsedIdentifier(card, warnings: warnings)
    }
}

extension ForeignerCardNumber: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { Masking.document(text) }
    package var debugDescription: String { description }
}
