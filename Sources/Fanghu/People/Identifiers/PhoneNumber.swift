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

    private static func parse(mainland text: String) throws(IdentifierRefusal) -> ParsedIdentifier<PhoneNumber> {
        if text.wholeMatch(of: /1[3-9]\d{9}/) != nil {
            let isKnown = text.wholeMatch(of: /1(3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8}/) != nil
            return ParsedIdentifier(PhoneNumber(stored: "+86\(text)"), warnings: isKnown ? [] : [.numberRangeUnknown])
        }
        if let match = text.wholeMatch(of: /(?:0?21)?([2-9]\d{7})/) {
            return ParsedIdentifier(PhoneNumber(stored: "+8621\(match.1)"))
        }
        // Landlines of other cities: a parent's number is often one.
        if let match = text.wholeMatch(of: /0([3-9]\d{2}[2-9]\d{6,7}|10[2-9]\d{7}|2[0-9][2-9]\d{7})/) {
            return ParsedIdentifier(PhoneNumber(stored: "+86\(match.1)"))
        }
        throw IdentifierRefusal(.phone, .shape)
    }

    private static func parse(foreign text: String) throws(IdentifierRefusal) -> ParsedIdentifier<PhoneNumber> {
        guard !text.hasPrefix("0"), (7...15).contains(text.utf8.count) else { throw IdentifierRefusal(.phone, .shape) }
        let isNear = text.hasPrefix("852") || text.hasPrefix("853") || text.hasPrefix("886")
        let isMobile = text.wholeMatch(of: /852[4-9]\d{7}|8536\d{7}|8869\d{8}/) != nil
        return ParsedIdentifier(PhoneNumber(stored: "+\(text)"), warnings: isNear && !isMobile ? [.notAMobile] : [])
    }
}

extension PhoneNumber: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { Masking.phone(e164) }
    package var debugDescription: String { description }
}
