package import Store

/// A 12-digit code of the national list: province 2, city 2, district 2, township 3, committee 3, zero-filled.
///
/// It names a division in one edition of the list only. What keeps its name for ever is `DivisionID`.
package struct DivisionCode: Hashable, Comparable, Sendable {
    package let rawValue: Int64

    /// From 2, 4, 6, 9 or 12 digits; nil for any other length, and for a gap (a committee without a township).
    package init?(_ text: some StringProtocol) {
        let count = text.utf8.count
        guard [2, 4, 6, 9, 12].contains(count), text.utf8.allSatisfy({ (48...57).contains($0) }),
            var value = Int64(text)
        else { return nil }
        for _ in count..<12 { value *= 10 }
        guard value >= 110_000_000_000 else { return nil }
        rawValue = value
        guard level != .committee || townshipNumber > 0 else { return nil }
    }

    /// The code under which a division was first met.
    package init(_ id: DivisionID) {
        rawValue = id.rawValue
    }

    /// Twelve digits.
    package var text: String { String(rawValue) }

    /// Digits 7 to 9.
    package var townshipNumber: Int { Int(rawValue / 1000 % 1000) }

    /// Digits 10 to 12.
    package var committeeNumber: Int { Int(rawValue % 1000) }

    /// As the zeros at the end say.
    ///
    /// A city without districts has its townships at `xxxx00ttt000`: level 4 all the same.
    package var level: DivisionLevel {
        if rawValue % 1000 != 0 { return .committee }
        if rawValue % 1_000_000 != 0 { return .township }
        if rawValue % 100_000_000 != 0 { return .district }
        return rawValue % 10_000_000_000 != 0 ? .city : .province
    }

    /// The next code up; nil for a province.
    ///
    /// A township of a city without districts gets the city, for the district's place is filled with zeros.
    package var parent: DivisionCode? {
        let step: Int64 =
            switch level {
            case .province: 0
            case .city: 10_000_000_000
            case .district: 100_000_000
            case .township: 1_000_000
            case .committee: 1000
            }
        return step == 0 ? nil : DivisionCode(checked: rawValue / step * step)
    }

    private init(checked value: Int64) {
        rawValue = value
    }

    package static func < (left: DivisionCode, right: DivisionCode) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension DivisionCode: CustomStringConvertible {
    package var description: String { text }
}

extension DivisionCode: SQLBindable, ColumnDecodable {
    package var sqlValue: SQLValue { .integer(rawValue) }

    package init?(column: SQLValue) {
        guard case .integer(let value) = column else { return nil }
        self.init(checked: value)
    }
}
