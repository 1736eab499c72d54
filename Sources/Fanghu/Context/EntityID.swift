package import Store

/// An id that is nothing but an id: a UUID as lower-case text, a type of its own for each kind of thing.
package protocol EntityID: Hashable, Comparable, Codable, Sendable, CustomStringConvertible, SQLBindable,
    ColumnDecodable
{
    var text: String { get }
    /// For text that is already known to be a lower-case UUID.
    init(checked text: String)
}

extension EntityID {
    /// Nil for anything but a UUID; upper case is accepted and lowered.
    package init?(_ text: some StringProtocol) {
        guard let normal = EntityIDText.normalised(text) else { return nil }
        self.init(checked: normal)
    }

    package init?(column: SQLValue) {
        guard case .text(let text) = column else { return nil }
        self.init(checked: text)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let normal = try EntityIDText.normalised(container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID")
        }
        self.init(checked: normal)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var sqlValue: SQLValue { .text(text) }
    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool {
        left.text < right.text
    }
}

/// The text form of a UUID.
enum EntityIDText {
    static func format(_ octets: [UInt8]) -> String {
        var characters: [UInt8] = []
        characters.reserveCapacity(36)
        for (index, octet) in octets.enumerated() {
            if [4, 6, 8, 10].contains(index) { characters.append(UInt8(ascii: "-")) }
            characters.append(hexadecimal(octet >> 4))
            characters.append(hexadecimal(octet & 15))
        }
        return String(decoding: characters, as: UTF8.self)
    }

    static func normalised(_ text: some StringProtocol) -> String? {
        let lower = text.lowercased()
        let bytes = lower.utf8
        guard bytes.count == 36 else { return nil }
        for (index, byte) in bytes.enumerated() {
            let isDash = [8, 13, 18, 23].contains(index)
            let isHexadecimal = (48...57).contains(byte) || (97...102).contains(byte)
            guard isDash ? byte == 45 : isHexadecimal else { return nil }
        }
        return lower
    }

    private static func hexadecimal(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? 48 + nibble : 87 + nibble
    }
}
