/// The whole key of an arrival.
package struct ArrivalKey: Hashable, Comparable, Sendable {
    package let committee: DivisionID
    package let id: ArrivalID

    package init(committee: DivisionID, id: ArrivalID) {
        self.committee = committee
        self.id = id
    }

    package static func < (left: ArrivalKey, right: ArrivalKey) -> Bool {
        (left.committee, left.id) < (right.committee, right.id)
    }

    /// Before the first.
    package static let start = ArrivalKey(committee: DivisionID(rawValue: 0), id: ArrivalID(checked: ""))

    /// `310105002001.0190…`, as lists hand it out to ask for the next page.
    package var text: String { "\(committee).\(id)" }

    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let committee = DivisionID(parts[0]), let id = ArrivalID(parts[1]) else { return nil }
        self.init(committee: committee, id: id)
    }
}

/// The private link of one registration: whoever holds it may see its course and report for it, and nothing else.
///
/// Made from the key and a keyed hash of it, so that it needs no table, cannot be guessed and is the same again when a
/// lost answer is asked for once more.
package struct ArrivalLink: Hashable, Sendable {
    package let key: ArrivalKey
    package let text: String

    /// The link of a registration.
    package init(_ key: ArrivalKey, _ vault: Vault) {
        self.key = key
        text = "\(key.text).\(ArrivalLink.seal(of: key, vault))"
    }

    /// The link that somebody opened; nil unless it is a genuine one.
    package init?(_ text: some StringProtocol, _ vault: Vault) {
        let parts = text.split(separator: ".")
        guard parts.count == 3, let key = ArrivalKey("\(parts[0]).\(parts[1])"),
            SafeComparison.equal(Array(parts[2].utf8), Array(ArrivalLink.seal(of: key, vault).utf8))
        else { return nil }
        self.key = key
        self.text = String(text)
    }

    private static func seal(of key: ArrivalKey, _ vault: Vault) -> String {
        OneTimeCode.base32(Array(vault.hash("arrival-link:\(key.text)", of: .secret).prefix(15))).lowercased()
    }
}
