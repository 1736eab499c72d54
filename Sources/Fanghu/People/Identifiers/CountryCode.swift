/// A country or region: three letters of ISO 3166 (GB/T 2659), such as `CHN`, `HKG`, `MAC`, `TWN`.
package struct CountryCode: Hashable, Sendable {
    package let text: String

    package static let china = CountryCode(checked: "CHN")

    /// Any three letters; the list of countries belongs to the form.
    package init(_ text: some StringProtocol) throws(IdentifierRefusal) {
        let normal = IdentifierText.normalised(text)
        guard !normal.isEmpty else { throw IdentifierRefusal(.country, .missing) }
        guard normal.utf8.count == 3, normal.utf8.allSatisfy(\.isCapital) else {
            throw IdentifierRefusal(.country, .shape)
        }
        self.init(checked: normal)
    }

    init(checked text: String) {
        self.text = text
    }
}
