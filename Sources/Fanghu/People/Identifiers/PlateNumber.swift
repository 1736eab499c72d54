/// A mainland number plate (DOMAIN §3.9, GA 36).
///
/// It proves nothing about where its driver lives or has been (R-PRIV-12).
package struct PlateNumber: Hashable, Sendable {
    package let text: String

    package init(_ text: some StringProtocol) throws(IdentifierRefusal) {
        var normal = IdentifierText.normalised(text)
        normal.removeAll { PersonName.isMiddleDot($0) }
        guard !normal.isEmpty else { throw IdentifierRefusal(.plate, .missing) }
        guard let province = normal.first, PlateNumber.provinces.contains(province),
            PlateNumber.isPlate(String(normal.dropFirst()))
        else { throw IdentifierRefusal(.plate, .shape) }
        self.text = normal
    }

    private static let provinces: Set<Character> = Set("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼")

    /// What follows the province: the usual six characters, or seven of a new-energy plate.
    private static func isPlate(_ rest: String) -> Bool {
        let usual = /[A-HJ-NP-Z][A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]/
        let newEnergy = /[A-HJ-NP-Z]([A-HJK][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJK])/
        return rest.wholeMatch(of: usual) != nil || rest.wholeMatch(of: newEnergy) != nil
    }
}

extension PlateNumber: CustomStringConvertible {
    package var description: String { text }
}
