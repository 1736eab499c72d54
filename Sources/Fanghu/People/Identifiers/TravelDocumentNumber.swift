/// The numbers of travel permits, passports and birth certificates, judged by their shape alone (DOMAIN §3.4).
enum TravelDocumentNumber {
    /// Mainland travel permit of Hong Kong and Macau residents; the last two digits are the old card's issue count.
    static func hongKongMacauPermit(_ text: some StringProtocol) throws(IdentifierRefusal) -> String {
        try number(text, as: .hongKongMacauPermit, /[HM]\d{8}(\d{2})?/)
    }

    /// Mainland travel permit of Taiwan residents; the long form is for a single journey.
    static func taiwanPermit(_ text: some StringProtocol) throws(IdentifierRefusal) -> String {
        try number(text, as: .taiwanPermit, /(\d{8}|[0-9A-Z]{10,12})/)
    }

    static func chinesePassport(_ text: some StringProtocol) throws(IdentifierRefusal) -> String {
        try number(text, as: .chinesePassport, /(E\d{8}|E[A-HJ-NP-Z]\d{7}|G\d{8}|[DSP]\d{7,8}|[DSP]E\d{7})/)
    }

    static func foreignPassport(_ text: some StringProtocol) throws(IdentifierRefusal) -> String {
        try number(text, as: .foreignPassport, /([A-Z0-9]{5,20})/)
    }

    static func birthCertificate(_ text: some StringProtocol) throws(IdentifierRefusal) -> String {
        try number(text, as: .birthCertificate, /([A-Z]\d{9})/)
    }

    private static func number<Output>(
        _ text: some StringProtocol,
        as kind: IdentifierKind,
        _ pattern: Regex<Output>
    ) throws(IdentifierRefusal) -> String {
        let normal = IdentifierText.normalised(text)
        guard !normal.isEmpty else { throw IdentifierRefusal(kind, .missing) }
        guard normal.utf8.allSatisfy({ $0 < 0x80 }), normal.wholeMatch(of: pattern) != nil else {
            throw IdentifierRefusal(kind, .shape)
        }
        return normal
    }
}
