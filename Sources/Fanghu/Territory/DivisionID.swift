package import Store

/// Our own stable id of a division of any level: the 12-digit code under which we first met it.
///
/// It never changes when the yearly list renumbers or moves the division (DESIGN §4.1). In fact tables the column is
/// called `committee` and holds the id of a committee, or of a township for the township's own things.
package struct DivisionID: Hashable, Comparable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// From 1 to 12 digits, filled with zeros on the right as the national list does: `310105` is `310105000000`.
    package init?(_ text: some StringProtocol) {
        guard (2...12).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }),
            let value = Int64(text + String(repeating: "0", count: 12 - text.utf8.count)), value > 0
        else { return nil }
        rawValue = value
    }

    package static func < (left: DivisionID, right: DivisionID) -> Bool {
        left.rawValue < right.rawValue
    }

    /// Twelve digits.
    package var text: String { String(rawValue) }
}

extension DivisionID: CustomStringConvertible {
    package var description: String { text }
}

extension DivisionID: SQLBindable, ColumnDecodable {
    package var sqlValue: SQLValue { .integer(rawValue) }

    package init?(column: SQLValue) {
        guard case .integer(let value) = column else { return nil }
        self.init(rawValue: value)
    }
}

extension DivisionID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = try DivisionID(container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a division code")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
