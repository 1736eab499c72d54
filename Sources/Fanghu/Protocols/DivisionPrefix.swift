/// The first digits of a division code: a piece of the country of any depth, from a province (`42`) to a committee.
///
/// Itineraries and key areas are written with it, because neither waits for a territory list of the whole country.
package struct DivisionPrefix: Hashable, Comparable, Sendable {
    /// 2, 4, 6, 9 or 12 digits without the zeros that stand for "all of it".
    package let digits: String

    /// From 2, 4, 6, 9 or 12 digits; `420000`, `4200` and `42` are the same.
    package init?(_ text: some StringProtocol) {
        guard [2, 4, 6, 9, 12].contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }),
            text.utf8.first != UInt8(ascii: "0")
        else { return nil }
        var digits = Substring(text)
        for (length, step) in [(12, 3), (9, 3), (6, 2), (4, 2)]
        where digits.count == length && digits.suffix(step).allSatisfy({ $0 == "0" }) {
            digits = digits.dropLast(step)
        }
        self.digits = String(digits)
    }

    package init?(_ id: DivisionID) {
        self.init(id.text)
    }

    /// The same place as the list writes it, with twelve digits.
    package var id: DivisionID? { DivisionID(digits) }

    /// Whether the other place is this one or lies in it.
    package func contains(_ other: DivisionPrefix) -> Bool {
        other.digits.hasPrefix(digits)
    }

    package static func < (left: DivisionPrefix, right: DivisionPrefix) -> Bool {
        left.digits < right.digits
    }
}

extension DivisionPrefix: CustomStringConvertible {
    package var description: String { digits }
}

extension DivisionPrefix: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let prefix = try DivisionPrefix(container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not the start of a division code")
        }
        self = prefix
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(digits)
    }
}
