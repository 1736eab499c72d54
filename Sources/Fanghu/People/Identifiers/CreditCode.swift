/// A unified social credit code, GB 32100-2015 (DOMAIN §3.5).
///
/// The division inside is where the firm was registered by the registrar's own list, not where it is.
package struct CreditCode: Hashable, Sendable {
    /// 18 characters, upper case.
    package let text: String

    /// The organisation code inside: eight characters and its check character.
    package var organisationText: Substring { text.dropFirst(8).prefix(9) }

    /// The code; use `parse` where warnings matter.
    package init(_ text: some StringProtocol) throws(IdentifierRefusal) {
        self = try CreditCode.parse(text).value
    }

    private init(checked text: String) {
        self.text = text
    }

    /// The code with what is unusual about it.
    package static func parse(
        _ text: some StringProtocol
    ) throws(IdentifierRefusal) -> ParsedIdentifier<CreditCode> {
        let normal = IdentifierText.normalised(text)
        let bytes = Array(normal.utf8)
        guard !bytes.isEmpty else { throw IdentifierRefusal(.creditCode, .missing) }
        guard bytes.count == 18, bytes[2..<8].allSatisfy(\.isDigit), let check = checkCharacter(of: bytes[0..<17]),
            alphabet.contains(bytes[17])
        else { throw IdentifierRefusal(.creditCode, .shape) }
        guard check == bytes[17] else { throw IdentifierRefusal(.creditCode, .checkCharacter) }
        let organisationFits = OrganisationCode.checkCharacter(of: bytes[8..<16]) == bytes[16]
        return ParsedIdentifier(CreditCode(checked: normal), warnings: organisationFits ? [] : [.organisationDigit])
    }

    /// The check character of 17 characters; nil when one of them is not in the alphabet.
    static func checkCharacter(of body: ArraySlice<UInt8>) -> UInt8? {
        var sum = 0
        var weight = 1
        for byte in body {
            guard let value = alphabet.firstIndex(of: byte) else { return nil }
            sum += value * weight
            weight = weight * 3 % 31
        }
        // The outer remainder matters: a sum that divides by 31 gives '0'.
        return alphabet[(31 - sum % 31) % 31]
    }

    /// No I, O, S, V, Z: they look like digits.
    static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
}

extension CreditCode: CustomStringConvertible {
    package var description: String { text }
}
