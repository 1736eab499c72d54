/// Tolerance for how people type: stray spaces, full-width digits of a Chinese keyboard.
package enum FormText {
    package static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    package static func compact(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isSpace(scalar) {
            result.append(plain(scalar))
        }
        return String(result)
    }

    /// Full-width forms U+FF01 … U+FF5E are ASCII moved by 0xFEE0; `。` stands for the decimal point on many keyboards.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3002: "."
        default: scalar
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || [0xFEFF, 0x200B, 0x200E, 0x200F].contains(scalar.value)
    }
}
