import Foundation

/// The text of a file that somebody sent, whatever wrote it: UTF-8 with or without a mark, UTF-16 with one, GB18030.
///
/// What cannot be read becomes U+FFFD, so that the row can be named; a file is never refused for one broken character.
package enum SourceText {
    /// The text without its byte-order mark.
    package static func decode(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return repairedUTF8(bytes.dropFirst(3)) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return String(data: Data(bytes), encoding: .utf16) ?? repairedUTF8(bytes[...])
        }
        let repaired = repairedUTF8(bytes[...])
        return isMostlyUTF8(repaired) ? repaired : gb18030(bytes)
    }

    /// No encoding of Foundation's own list names it; this is the number it gives to GB18030 (2000).
    private static let gb18030Encoding = String.Encoding(rawValue: 0x8000_0632)

    private static func repairedUTF8(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// One slip in a UTF-8 file must not turn it into GB18030, which reads most of such a file as other characters.
    private static func isMostlyUTF8(_ text: String) -> Bool {
        var broken = 0
        var foreign = 0
        for scalar in text.unicodeScalars where scalar.value > 0x7F {
            foreign += 1
            if scalar == "\u{FFFD}" { broken += 1 }
        }
        return broken * 20 <= foreign
    }

    /// Commas, blanks and line ends never occur inside a GB18030 character, so a broken field stays alone.
    private static func gb18030(_ bytes: [UInt8]) -> String {
        if let whole = String(data: Data(bytes), encoding: gb18030Encoding) { return whole }
        var text = ""
        for field in bytes.split(omittingEmptySubsequences: false, whereSeparator: { separators.contains($0) }) {
            text += String(data: Data(field), encoding: gb18030Encoding) ?? "\u{FFFD}"
            if field.endIndex < bytes.endIndex { text.unicodeScalars.append(Unicode.Scalar(bytes[field.endIndex])) }
        }
        return text
    }

    private static let separators = Set("\r\n,;\t\"".utf8)
}
