/// What is shown of personal data before anyone asks to see it (R-PRIV-06).
///
/// Every mask shows less than the whole, also of very short values.
package enum Masking {
    /// `张*`, `欧阳**`; of other scripts the first letter alone.
    package static func name(_ name: some StringProtocol) -> String {
        let length = name.count
        let shown = length > 2 && CompoundSurname.all.contains(String(name.prefix(2))) ? 2 : 1
        guard length > 1, let first = name.unicodeScalars.first else { return "*" }
        // A long row of stars would tell a rare name by its length.
        let hidden = first.isASCII ? 2 : min(length - shown, 3)
        return name.prefix(shown) + String(repeating: "*", count: hidden)
    }

    /// The first three and last four of a long number, less of a short one.
    package static func document(_ number: some StringProtocol) -> String {
        let length = number.count
        let (head, tail) =
            switch length {
            case 15...: (3, 4)
            case 8...: (1, 2)
            default: (0, min(1, length / 2))
            }
        return number.prefix(head) + String(repeating: "*", count: length - head - tail) + number.suffix(tail)
    }

    /// `138****8000`; other numbers keep their country and the last two digits.
    package static func phone(_ number: some StringProtocol) -> String {
        let national = number.hasPrefix("+86") ? number.dropFirst(3) : number[...]
        if national.count == 11, national.hasPrefix("1") {
            return national.prefix(3) + "****" + national.suffix(4)
        }
        let head = national.count > 9 ? 4 : national.count > 6 ? 2 : 0
        let tail = national.count > 4 ? 2 : 0
        return national.prefix(head) + "****" + national.suffix(tail)
    }

    /// An address up to the building, without entrance, floor and room.
    package static func address(_ text: some StringProtocol) -> String {
        let plain = String(text)
        let building = /^.*?\d[甲乙丙丁临]?(?:号楼|号|幢|栋)(?:\d+(?:号楼|幢|栋))?/
        if let match = plain.firstMatch(of: building) {
            return match.output.count < plain.count ? match.output + "***" : plain
        }
        // No house number: the road, lane or village, and nothing behind it.
        let place = /^.*(?:弄|路|街|村|镇|组|队|宅)/
        guard let match = plain.firstMatch(of: place) else { return "***" }
        return match.output + "***"
    }
}
