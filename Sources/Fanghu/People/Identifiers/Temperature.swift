/// A body temperature in tenths of a degree Celsius, 34.0 to 43.0 (DOMAIN §3.10).
///
/// What counts as fever is in the protocol version, not here.
package struct Temperature: Hashable, Comparable, Sendable {
    /// 365 is 36.5 °C.
    package let tenths: Int

    package init(tenths: Int) throws(IdentifierRefusal) {
        guard (340...430).contains(tenths) else { throw IdentifierRefusal(.temperature, .outOfRange) }
        self.tenths = tenths
    }

    /// From `36.5`, `３６．５`, `36.5℃`; at most one decimal.
    package init(_ text: some StringProtocol) throws(IdentifierRefusal) {
        let normal = IdentifierText.normalised(text)
        guard !normal.isEmpty else { throw IdentifierRefusal(.temperature, .missing) }
        let unit = ["℃", "°C", "度", "C"].first { normal.hasSuffix($0) } ?? ""
        let number = normal.dropLast(unit.count)
        let parts = number.split(omittingEmptySubsequences: false) { ".。".contains($0) }
        guard parts.count <= 2, number.count <= 5, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }),
            let whole = Int(parts[0]), let tenths = parts.count == 2 ? Int(parts[1]) : 0, tenths < 10,
            parts.count == 1 || parts[1].utf8.count == 1
        else { throw IdentifierRefusal(.temperature, .shape) }
        try self.init(tenths: whole * 10 + tenths)
    }

    /// From a JSON number; more than one decimal is refused, not rounded.
    package init(celsius: Double) throws(IdentifierRefusal) {
        let scaled = celsius * 10
        guard scaled.isFinite, abs(scaled) < 10000, abs(scaled - scaled.rounded()) < 1e-6 else {
            throw IdentifierRefusal(.temperature, .shape)
        }
        try self.init(tenths: Int(scaled.rounded()))
    }

    package var celsius: Double { Double(tenths) / 10 }

    /// Below 35.0 or above 41.0 the thermometer is doubted first.
    package var needsSecondReading: Bool { tenths < 350 || tenths > 410 }

    package static func < (left: Temperature, right: Temperature) -> Bool {
        left.tenths < right.tenths
    }
}

extension Temperature: CustomStringConvertible {
    package var description: String { "\(tenths / 10).\(tenths % 10)" }
}
