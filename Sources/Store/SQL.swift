/// A statement with its bound values.
///
/// Interpolation binds: `"SELECT name FROM division WHERE id = \(id)"` never puts `id` into the text. The only way to
/// put text in is `SQL(trusted:)`, for names from our own lists.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The literal text around the values: `values.count + 1` pieces.
    private(set) var pieces: [String]
    /// The bound values, in order of appearance.
    package private(set) var values: [SQLValue]

    package init(stringLiteral value: String) {
        pieces = [value]
        values = []
    }

    package init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
        values = stringInterpolation.values
    }

    /// Text that goes into a statement as it stands.
    ///
    /// Never pass anything that came from outside the program.
    package init(trusted text: String) {
        pieces = [text]
        values = []
    }

    /// The text with numbered placeholders: `?1` on SQLite, which would number `$2, $1` by first appearance, else `$1`.
    package func text(for engine: Engine) -> String {
        let mark = engine == .sqlite ? "?" : "$"
        var text = pieces[0]
        for (index, piece) in pieces.dropFirst().enumerated() {
            text += mark
            text += String(index + 1)
            text += piece
        }
        return text
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [String] = [""]
        fileprivate var values: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            values.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            pieces[pieces.count - 1] += literal
        }

        /// Binds a value.
        package mutating func appendInterpolation(_ value: some SQLBindable) {
            values.append(value.sqlValue)
            pieces.append("")
        }

        /// Binds a value or NULL.
        package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
            values.append(value.sqlValue)
            pieces.append("")
        }

        /// Puts another statement's text and values here.
        package mutating func appendInterpolation(_ sql: SQL) {
            pieces[pieces.count - 1] += sql.pieces[0]
            pieces.append(contentsOf: sql.pieces.dropFirst())
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
            for (index, row) in rows.enumerated() {
                if index > 0 { appendLiteral(", ") }
                appendTuple(row)
            }
        }

        private mutating func appendTuple(_ tuple: [SQLValue]) {
            appendLiteral("(")
            if tuple.isEmpty { appendLiteral("NULL") }
            for (index, value) in tuple.enumerated() {
                if index > 0 { appendLiteral(", ") }
                appendInterpolation(value)
            }
            appendLiteral(")")
        }
    }
}
