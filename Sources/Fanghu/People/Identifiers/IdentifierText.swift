/// How text is made comparable before it is judged (DOMAIN §3).
package enum IdentifierText {
    /// Full-width to half-width, Roman ten to `X`, upper case, without blanks and hyphens.
    package static func normalised(_ text: some StringProtocol) -> String {
        if let plain = normalisedASCII(text) { return plain }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isBlank(scalar) && !isHyphen(scalar) {
            result.append(contentsOf: halfWidth(scalar).properties.uppercaseMapping.unicodeScalars)
        }
        return String(result)
    }

    /// Full-width letters, digits and signs as their half-width ones; everything else as it is.
    package static func halfWidth(_ text: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(halfWidth(scalar))
        }
        return String(result)
    }

    /// Blanks at both ends dropped, runs of blanks inside made one.
    static func singleSpaced(_ text: some StringProtocol) -> String {
        var words: [String.UnicodeScalarView] = []
        var isInside = false
        for scalar in text.unicodeScalars {
            if isBlank(scalar) {
                isInside = false
                continue
            }
            if !isInside { words.append(String.UnicodeScalarView()) }
            isInside = true
            words[words.count - 1].append(scalar)
        }
        return words.map { String($0) }.joined(separator: " ")
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF:
            true
        default: false
        }
    }

    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0xAD, 0x2010...0x2015, 0x2043, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
        default: false
        }
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000: " "
        // Old input methods offer the Roman numeral where the keyboard has no X.
        case 0x2169, 0x2179: "X"
        default: scalar
        }
    }

    /// The same for plain ASCII, which is nearly every number of an import; nil for other text.
    private static func normalisedASCII(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case 0x80...: return nil
            case 0x09...0x0D, 0x20, 0x2D: continue
            case 0x61...0x7A: bytes.append(byte - 0x20)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    /// An ASCII digit.
    var isDigit: Bool { (48...57).contains(self) }

    /// An ASCII capital.
    var isCapital: Bool { (65...90).contains(self) }
}
