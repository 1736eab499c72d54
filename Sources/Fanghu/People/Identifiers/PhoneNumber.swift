/// A telephone number in E.164 (DOMAIN §3.8).
///
/// Never a key of a person: one phone serves a whole household, and a child or an old person has none. Prints masked.
package struct PhoneNumber: Hashable, Sendable {
    /// With the plus sign: `+8613800138000`.
    package let e164: String

    /// The number as people in Shanghai write it: `13800138000`, `02164000000`, else E.164.
    package var local: String {
        guard e164.hasPrefix("+86") else { return e164 }
        let national = e164.dropFirst(3)
        return national.hasPrefix("1") && national.utf8.count == 11 ? String(national) : "0" + national
    }

    /// The last four digits, by which a desk finds it.
    package var tail: Substring { e164.suffix(4) }

    /// The number; use `parse` where warnings matter.
    package init(_ text: some StringProtocol) throws(IdentifierRefusal) {
        self = try PhoneNumber.parse(text).value
    }

    /// For text that passed the checks before it was stored.
    init(stored text: String) {
        e164 = text
    }

    /// The number with what is unusual about it.
    package static func parse(
        _ text: some StringProtocol
    ) throws(IdentifierRefusal) -> ParsedIdentifier<PhoneNumber> {
        var digits = IdentifierText.normalised(text)
        digits.removeAll { "()./".contains($0) }
        guard !digits.isEmpty else { throw IdentifierRefusal(.phone, .missing) }
        guard let number = international(digits) else { throw IdentifierRefusal(.phone, .shape) }
        if let foreign = number.foreign { return try parse(foreign: foreign) }
        return try parse(mainland: number.mainland)
    }

    /// Splits off the country code: what is dialled inside mainland China, or a foreign number without its plus sign.
    private static func international(_ text: String) -> (mainland: String, foreign: String?)? {
        var rest = Substring(text)
        var isInternational = false
        if rest.hasPrefix("+") {
            rest = rest.dropFirst()
            isInternational = true
        } else if rest.hasPrefix("00") {
            rest = rest.dropFirst(2)
            isInternational = true
        }
        guard !rest.isEmpty, rest.utf8.allSatisfy(\.isDigit) else { return nil }
        if isInternational, !rest.hasPrefix("86") { return ("", String(rest)) }
        // Without a plus sign "86" is the country only in front of a whole mobile number.
        let hasCountry = isInternational || (rest.hasPrefix("861") && rest.utf8.count == 13)
        guard hasCountry else { return (String(rest), nil) }
        let national = rest.dropFirst(2)
        let isDialledAsItIs = national.hasPrefix("0") || national.hasPrefix("1") && national.utf8.count == 11
        return (isDialledAsItIs ? String(national) : "0\(national)", nil)
    }

    /// By bytes and not by regular expressions: an import reads a hundred thousand of them.
    private static func parse(mainland text: String) throws(IdentifierRefusal) -> ParsedIdentifier<PhoneNumber> {
        let digits = Array(text.utf8).map { $0 - 48 }
        if digits.count == 11, digits[0] == 1, digits[1] >= 3 {
            let isKnown = isKnownRange(digits[1], digits[2])
            return ParsedIdentifier(PhoneNumber(stored: "+86\(text)"), warnings: isKnown ? [] : [.numberRangeUnknown])
        }
        if let local = shanghaiLandline(digits) {
            return ParsedIdentifier(PhoneNumber(stored: "+8621" + local.map(String.init).joined()))
        }
        guard isOtherLandline(digits) else { throw IdentifierRefusal(.phone, .shape) }
        return ParsedIdentifier(PhoneNumber(stored: "+86\(text.dropFirst())"))
    }

    /// Whether a mobile range is known to be in use; ranges grow, so others only warn.
    private static func isKnownRange(_ second: UInt8, _ third: UInt8) -> Bool {
        switch second {
        case 3, 8: true
        case 4: third >= 5
        case 5: third != 4
        case 6: [2, 5, 6, 7].contains(third)
        case 7: third <= 8
        case 9: third != 4
        default: false
        }
    }

    /// Eight digits, alone or behind 21 or 021.
    private static func shanghaiLandline(_ digits: [UInt8]) -> ArraySlice<UInt8>? {
        let area = digits.dropLast(8)
        guard digits.count >= 8, area.isEmpty || area == [2, 1] || area == [0, 2, 1] else { return nil }
        let local = digits.suffix(8)
        return local.first.map { $0 >= 2 } == true ? local : nil
    }

    /// Landlines of other cities, with their area code: a parent's number is often one.
    private static func isOtherLandline(_ digits: [UInt8]) -> Bool {
        guard digits.count >= 11, digits[0] == 0 else { return false }
        switch digits[1] {
        case 1: return digits.count == 11 && digits[2] == 0 && digits[3] >= 2
        case 2: return digits.count == 11 && digits[3] >= 2
        case 3...: return digits.count <= 12 && digits[4] >= 2
        default: return false
        }
    }

    private static func parse(foreign text: String) throws(IdentifierRefusal) -> ParsedIdentifier<PhoneNumber> {
        guard !text.hasPrefix("0"), (7...15).contains(text.utf8.count) else { throw IdentifierRefusal(.phone, .shape) }
        let isNear = ["852", "853", "886"].contains(text.prefix(3))
        let isMobile = text.wholeMatch(of: /852[4-9]\d{7}|8536\d{7}|8869\d{8}/) != nil
        return ParsedIdentifier(PhoneNumber(stored: "+\(text)"), warnings: isNear && !isMobile ? [.notAMobile] : [])
    }
}

extension PhoneNumber: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { Masking.phone(e164) }
    package var debugDescription: String { description }
}
