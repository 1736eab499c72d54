/// A statement with its bound values.
///
/// Interpolation binds: `"SELECT name FROM division WHERE id = \(id)"` never puts `id` into the text. The only way to
/// put text in is `SQL(trusted:)`, for names from our own lists.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// Stands in the template for the next bound value; no statement of ours holds this control character otherwise.
    static let mark = "\u{1}"

    /// The text with a mark for each value: the same for the same statement, so it is the key of statement caches.
    private(set) var template: String
    /// The bound values, in order of appearance.
    package private(set) var values: [SQLValue]

    package init(stringLiteral value: String) {
        template = value
        values = []
    }

    package init(stringInterpolation: StringInterpolation) {
        template = stringInterpolation.template
        values = stringInterpolation.values
    }

    /// Text that goes into a statement as it stands.
    ///
    /// Never pass anything that came from outside the program.
    package init(trusted text: String) {
        precondition(!text.contains(SQL.mark), "a statement holds the mark of a bound value")
        template = text
        values = []
    }

    /// The text with numbered placeholders: `?1` on SQLite, which would number `$2, $1` by first appearance, else `$1`.
    package func text(for engine: Engine) -> String {
        if values.isEmpty { return template }
        let sign = engine == .sqlite ? UInt8(ascii: "?") : UInt8(ascii: "$")
        var text: [UInt8] = []
        text.reserveCapacity(template.utf8.count + values.count * 5)
        var number = 0
        for byte in template.utf8 {
            guard byte == 1 else {
                text.append(byte)
                continue
            }
            number += 1
            text.append(sign)
            SQL.append(decimal: number, to: &text)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func append(decimal number: Int, to text: inout [UInt8]) {
        if number >= 10 { append(decimal: number / 10, to: &text) }
        text.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var template = ""
        fileprivate var values: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            template.reserveCapacity(literalCapacity + interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            template += literal
        }

        /// Binds a value.
        package mutating func appendInterpolation(_ value: some SQLBindable) {
            template += SQL.mark
            values.append(value.sqlValue)
        }

        /// Binds a value or NULL.
        ///
        /// Spelled out although `Optional` is bindable: the compiler warns of optionals in all other interpolations.
        package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
            template += SQL.mark
            values.append(value?.sqlValue ?? .null)
        }

        /// Puts another statement's text and values here.
        package mutating func appendInterpolation(_ sql: SQL) {
            template += sql.template
            values.append(contentsOf: sql.values)
        }

        /// Binds a list, written `(a, b, c)`; an empty list becomes `(NULL)`, which matches nothing.
        package mutating func appendInterpolation(list: some Sequence<some SQLBindable>) {
            appendTuple(list.map(\.sqlValue))
        }

        /// Binds the rows of a multi-row `VALUES`, written `(a, b), (c, d)`.
        ///
        /// At least one row.
        package mutating func appendInterpolation(rows: [[SQLValue]]) {
            precondition(!rows.isEmpty, "VALUES needs a row")
            values.reserveCapacity(values.count + rows.count * rows[0].count)
            for (index, row) in rows.enumerated() {
                if index > 0 { template += ", " }
                appendTuple(row)
            }
        }

        private mutating func appendTuple(_ tuple: [SQLValue]) {
            guard !tuple.isEmpty else {
                template += "(NULL)"
                return
            }
            template += "(\u{1}"
            for _ in 1..<tuple.count { template += ", \u{1}" }
            template += ")"
            values.append(contentsOf: tuple)
        }
    }
}
