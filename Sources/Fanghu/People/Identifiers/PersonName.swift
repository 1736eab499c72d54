/// A person's whole name; family and given name are not told apart (DOMAIN §3.10).
///
/// Prints masked.
package struct PersonName: Hashable, Sendable {
    /// 1 to 50 characters; one middle dot `·`, no blanks between Chinese characters.
    package let text: String

    /// The name; use `parse` where warnings matter.
    package init(_ text: some StringProtocol) throws(IdentifierRefusal) {
        self = try PersonName.parse(text).value
    }

    /// For text that passed the checks before it was stored.
    init(stored text: String) {
        self.text = text
    }

    /// The name with what is unusual about it.
    package static func parse(
        _ text: some StringProtocol
    ) throws(IdentifierRefusal) -> ParsedIdentifier<PersonName> {
        let spaced = IdentifierText.singleSpaced(IdentifierText.halfWidth(text))
        guard !spaced.isEmpty else { throw IdentifierRefusal(.personName, .missing) }
        let dotted = String(spaced.map { isMiddleDot($0) ? "\u{B7}" : $0 })
        guard dotted.unicodeScalars.allSatisfy({ isHan($0) || isLatin($0) || isJoiner($0) || isPrivate($0) }),
            let first = dotted.unicodeScalars.first, !isJoiner(first)
        else { throw IdentifierRefusal(.personName, .shape) }
        let isChinese = dotted.unicodeScalars.contains { isHan($0) }
        let name = isChinese ? dotted.filter { $0 != " " } : dotted
        guard name.count <= 50 else { throw IdentifierRefusal(.personName, .outOfRange) }
        let isRare = name.unicodeScalars.contains { isPrivate($0) }
        return ParsedIdentifier(PersonName(stored: name), warnings: isRare ? [.rareCharacter] : [])
    }

    /// The dots that input methods offer for the one in 买买提·吐尔逊.
    static func isMiddleDot(_ character: Character) -> Bool {
        ["\u{B7}", "\u{2022}", "\u{2027}", "\u{22C5}", "\u{30FB}", "\u{FF65}"].contains(character)
    }

    /// Chinese characters with all extensions.
    static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
        default: false
        }
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x300...0x36F, 0x1E00...0x1EFF: true
        default: false
        }
    }

    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        [" ", "\u{B7}", "-", "'", "\u{2019}", "."].contains(scalar)
    }

    /// Registers of before Unicode extension B put rare characters here.
    private static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
        (0xE000...0xF8FF).contains(scalar.value)
    }
}

extension PersonName: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { Masking.name(text) }
    package var debugDescription: String { description }
}
