/// A citizen identity number, GB 11643-1999 (DOMAIN §3.1).
///
/// Prints masked. Sex and birth date are read from it, a region never (R-PRIV-12).
package struct CitizenNumber: Hashable, Sendable {
    private let digits: EighteenDigits

    /// 18 characters, upper case.
    package var text: String { digits.text }
    package var birthDate: CivilDate { digits.birthDate }
    package var sex: Sex { digits.sex }

    /// The 18-character number; 15 digits are refused here.
    package init(_ text: some StringProtocol, on today: CivilDate) throws(IdentifierRefusal) {
        self = try CitizenNumber.parse(text, on: today).value
    }

    private init(_ digits: EighteenDigits) {
        self.digits = digits
    }

    /// For text that passed the checks before it was stored.
    init?(stored text: String) {
        guard let digits = EighteenDigits(stored: text) else { return nil }
        self.init(digits)
    }

    /// The number with what is unusual about it.
    package static func parse(
        _ text: some StringProtocol,
        on today: CivilDate
    ) throws(IdentifierRefusal) -> ParsedIdentifier<CitizenNumber> {
        let normal = IdentifierText.normalised(text)
        let digits = try EighteenDigits(normal, as: .citizenNumber, on: today)
        let prefix = EighteenDigits.number(Array(normal.utf8.prefix(6))[...])
        // 81 to 83 are residence permits, 9 is a foreigner's card: right numbers under the wrong type.
        guard prefix < 810_000 || prefix >= 840_000 && prefix < 900_000 || prefix >= 990_000 else {
            throw IdentifierRefusal(.citizenNumber, .otherDocument)
        }
        guard ProvincePrefix.isProvince(prefix / 10000) else {
            throw IdentifierRefusal(.citizenNumber, .provinceUnknown)
        }
        var warnings: [IdentifierWarning] = []
        if digits.isOlderThan120(on: today) { warnings.append(.ageAbove120) }
        if !ProvincePrefix.isKnownCounty(prefix) { warnings.append(.countyUnknown) }
        return ParsedIdentifier(CitizenNumber(digits), warnings: warnings)
    }

    /// A 15-digit number of before 1999, for the import of old ledgers only.
    ///
    /// Such documents are no longer valid: at entry the person is asked for the present one.
    package static func parseLegacy(
        _ text: some StringProtocol,
        on today: CivilDate
    ) throws(IdentifierRefusal) -> ParsedIdentifier<CitizenNumber> {
        let old = Array(IdentifierText.normalised(text).utf8)
        guard old.count == 15, old.allSatisfy(\.isDigit) else { throw IdentifierRefusal(.citizenNumber, .shape) }
        var body = old[0..<6] + Array("19".utf8) + old[6...]
        body.append(EighteenDigits.checkCharacter(of: body))
        return try parse(String(decoding: body, as: UTF8.self), on: today).warning(.legacyNumber)
    }
}

extension CitizenNumber: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { Masking.document(text) }
    package var debugDescription: String { description }
}
