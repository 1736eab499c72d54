import CQREncode

/// A QR code as a path for SVG, for the partial `qr`.
package struct QRCode: Sendable, Equatable {
    /// Modules along a side, with the quiet border of four that readers need.
    package let size: Int
    /// Everything dark, a unit a module.
    package let path: String

    private static let border = 4

    /// Nil for text that is empty or longer than a code holds (about 2,300 bytes).
    ///
    /// Error correction M: a sixth of the code may be dirty or torn.
    package init?(_ text: String) {
        guard !text.isEmpty, !text.utf8.contains(0) else { return nil }
        guard let code = unsafe QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { unsafe QRcode_free(code) }
        let width = Int(unsafe code.pointee.width)
        guard let data = unsafe code.pointee.data else { return nil }
        // The lowest bit of each module says whether it is dark.
        let isDark = (0..<width * width).map { unsafe data[$0] & 1 == 1 }
        size = width + 2 * QRCode.border
        path = (0..<width).map { QRCode.line($0, Array(isDark[$0 * width..<($0 + 1) * width])) }.joined()
    }

    /// One line of modules; neighbours become one bar.
    private static func line(_ row: Int, _ isDark: [Bool]) -> String {
        var path = ""
        var column = 0
        while column < isDark.count {
            guard isDark[column] else {
                column += 1
                continue
            }
            let end = isDark[column...].firstIndex(of: false) ?? isDark.count
            let length = end - column
            path += "M\(column + QRCode.border) \(row + QRCode.border)h\(length)v1h-\(length)z"
            column = end
        }
        return path
    }
}
