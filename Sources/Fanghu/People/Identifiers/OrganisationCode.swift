/// An organisation code, GB 11714: eight characters and a check character (DOMAIN §3.5).
package struct OrganisationCode: Hashable, Sendable {
    /// Nine characters, without the hyphen.
    package let text: String

    package init(_ text: some StringProtocol) throws(IdentifierRefusal) {
        let normal = IdentifierText.normalised(text)
        let bytes = Array(normal.utf8)
        guard !bytes.isEmpty else { throw IdentifierRefusal(.organisationCode, .missing) }
        guard bytes.count == 9, bytes.allSatisfy({ $0.isDigit || $0.isCapital }) else {
            throw IdentifierRefusal(.organisationCode, .shape)
        }
        guard OrganisationCode.checkCharacter(of: bytes[0..<8]) == bytes[8] else {
            throw IdentifierRefusal(.organisationCode, .checkCharacter)
        }
        self.text = normal
    }

    /// The check character of eight; letters count from ten.
    static func checkCharacter(of body: ArraySlice<UInt8>) -> UInt8 {
        let weights = [3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body, weights)
            .reduce(0) { sum, pair in
                sum + Int(pair.0.isDigit ? pair.0 - 48 : pair.0 &- 55) * pair.1
            }
        return switch 11 - sum % 11 {
        case 10: UInt8(ascii: "X")
        case 11: UInt8(ascii: "0")
        case let digit: UInt8(48 + digit)
        }
    }
}

extension OrganisationCode: CustomStringConvertible {
    package var description: String { "\(text.prefix(8))-\(text.suffix(1))" }
}
