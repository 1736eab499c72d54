import Foundation

/// A row as a line: a JSON array of `null`, whole numbers, strings, `{"d":"…"}` for doubles and `{"b":"…"}` for bytes.
///
/// Written and read by hand: a million rows pass here, and general JSON takes ten times as long and turns large whole
/// numbers into doubles.
enum ArchiveLine {
    /// Appends the row's line with its line feed.
    static func write(_ row: Row, to line: inout [UInt8]) {
        line.append(UInt8(ascii: "["))
        for (index, value) in row.columns.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            write(value, to: &line)
        }
        line.append(UInt8(ascii: "]"))
        line.append(UInt8(ascii: "\n"))
    }

    private static func write(_ value: SQLValue, to line: inout [UInt8]) {
        switch value {
        case .null: line.append(contentsOf: "null".utf8)
        case .integer(let value): line.append(contentsOf: String(value).utf8)
        case .double(let value): line.append(contentsOf: "{\"d\":\"\(value)\"}".utf8)
        case .bytes(let bytes): line.append(contentsOf: "{\"b\":\"\(Data(bytes).base64EncodedString())\"}".utf8)
        case .text(let text): write(text, to: &line)
        }
    }

    private static func write(_ text: String, to line: inout [UInt8]) {
        line.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                line.append(UInt8(ascii: "\\"))
                line.append(byte)
            case 0..<32:
                line.append(contentsOf: "\\u00".utf8)
                line.append(hexadecimal[Int(byte >> 4)])
                line.append(hexadecimal[Int(byte & 15)])
            default: line.append(byte)
            }
        }
        line.append(UInt8(ascii: "\""))
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)

    /// The row of a line; nil when it is not one.
    static func row(_ line: ArraySlice<UInt8>) -> [SQLValue]? {
        var parser = Parser(rest: line)
        return parser.row()
    }

    private struct Parser {
        var rest: ArraySlice<UInt8>

        mutating func row() -> [SQLValue]? {
            guard take("[") else { return nil }
            var values: [SQLValue] = []
            repeat {
                guard let value = value() else { return nil }
                values.append(value)
            } while take(",")
            return take("]") && rest.isEmpty ? values : nil
        }

        private mutating func value() -> SQLValue? {
            switch rest.first {
            case UInt8(ascii: "\""): return text().map(SQLValue.text)
            case UInt8(ascii: "n"): return take("null") ? .null : nil
            case UInt8(ascii: "{"):
                if take("{\"d\":") {
                    guard let number = text().flatMap(Double.init), take("}") else { return nil }
                    return .double(number)
                }
                guard take("{\"b\":"), let text = text(), take("}") else { return nil }
                return Data(base64Encoded: text).map { .bytes([UInt8]($0)) }
            default: return integer()
            }
        }

        private mutating func integer() -> SQLValue? {
            let digits = rest.prefix { $0 == UInt8(ascii: "-") || (48...57).contains($0) }
            rest = rest.dropFirst(digits.count)
            return Int64(String(decoding: digits, as: UTF8.self)).map(SQLValue.integer)
        }

        private mutating func text() -> String? {
            guard take("\"") else { return nil }
            var bytes: [UInt8] = []
            while let byte = rest.popFirst() {
                switch byte {
                case UInt8(ascii: "\""): return String(validating: bytes, as: UTF8.self)
                case UInt8(ascii: "\\"):
                    guard let escaped = escaped() else { return nil }
                    bytes.append(escaped)
                default: bytes.append(byte)
                }
            }
            return nil
        }

        private mutating func escaped() -> UInt8? {
            guard let byte = rest.popFirst() else { return nil }
            guard byte == UInt8(ascii: "u") else { return byte }
            let digits = rest.prefix(4)
            rest = rest.dropFirst(4)
            return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
        }

        private mutating func take(_ word: StaticString) -> Bool {
            let word = "\(word)".utf8
            guard rest.starts(with: word) else { return false }
            rest = rest.dropFirst(word.count)
            return true
        }
    }
}
