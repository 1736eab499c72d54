/// Rows of a text with a separator, as RFC 4180 and its relatives write them.
///
/// The separator (comma, tab, semicolon) is the one that the header line holds most of. Quotes may hold line ends.
/// Blank lines count as lines and are no rows.
package struct DelimitedText: Sendable {
    /// One row: its line in the file, counted from 1, and its fields without blanks around them.
    package struct Record: Sendable {
        package let line: Int
        package let fields: [String]

        /// A field, empty where the row is too short or the column is absent.
        package func field(_ column: Int?) -> String {
            guard let column, column < fields.count else { return "" }
            return fields[column]
        }
    }

    package let header: [String]
    package let records: [Record]

    package init(_ text: String) {
        var scanner = DelimitedScanner(text)
        header = scanner.next()?.fields ?? []
        var records: [Record] = []
        while let record = scanner.next() { records.append(record) }
        self.records = records
    }

    /// The column of the first of some headings that is there; case, blanks and a trailing `*` do not matter.
    package func column(_ headings: [String]) -> Int? {
        let normal = header.map(DelimitedText.normalise)
        for heading in headings {
            if let index = normal.firstIndex(of: DelimitedText.normalise(heading)) { return index }
        }
        return nil
    }

    private static func normalise(_ heading: String) -> String {
        heading.lowercased().filter { !$0.isWhitespace && $0 != "*" && $0 != "_" }
    }
}

/// Reads one record after the other.
private struct DelimitedScanner {
    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var line = 1

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(_ text: String) {
        bytes = Array(text.utf8)
        let header = bytes.prefix { $0 != Self.lineFeed && $0 != Self.carriageReturn }
        let candidates = ",\t;".utf8.map { mark in (mark: mark, count: header.count { $0 == mark }) }
        separator = candidates.max { $0.count < $1.count }.map { $0.count > 0 ? $0.mark : 44 } ?? 44
    }

    /// The next row that is not blank.
    mutating func next() -> DelimitedText.Record? {
        while position < bytes.count {
            let start = line
            let fields = record()
            if fields.contains(where: { !$0.isEmpty }) { return DelimitedText.Record(line: start, fields: fields) }
        }
        return nil
    }

    private mutating func record() -> [String] {
        var fields: [String] = []
        while true {
            fields.append(field())
            guard position < bytes.count else { return fields }
            let end = bytes[position]
            position += 1
            if end == separator { continue }
            if end == Self.carriageReturn, position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
            line += 1
            return fields
        }
    }

    /// Stops at the separator or line end behind the field.
    private mutating func field() -> String {
        if position < bytes.count, bytes[position] == Self.quote { return quotedField() }
        let start = position
        while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
        return trimmed(bytes[start..<position])
    }

    private mutating func quotedField() -> String {
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == Self.lineFeed { line += 1 }
            guard byte == Self.quote else {
                content.append(byte)
                continue
            }
            guard position < bytes.count, bytes[position] == Self.quote else { break }
            content.append(byte)
            position += 1
        }
        while position < bytes.count, !isEnd(bytes[position]) {
            content.append(bytes[position])
            position += 1
        }
        return trimmed(content[...])
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    /// Without ASCII blanks, U+3000 and U+00A0 around it: sheets from China are full of them.
    private func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var scalars = Substring(decoding: bytes, as: UTF8.self).unicodeScalars
        while let first = scalars.first, Self.isBlank(first) { scalars.removeFirst() }
        while let last = scalars.last, Self.isBlank(last) { scalars.removeLast() }
        return String(scalars)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\u{3000}" || scalar == "\u{A0}" || scalar == "\u{FEFF}"
            || scalar == "\r" || scalar == "\n"
    }
}
