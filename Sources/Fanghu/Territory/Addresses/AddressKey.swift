/// What two spellings of one dwelling have in common (DOMAIN §3.7): equal keys are duplicates.
///
/// Committee, road (or village, or compound), lane, sub-lane, number, building, entrance, room or position.
package struct AddressKey: Hashable, Sendable {
    package let committee: DivisionID
    /// The key within the committee.
    package let local: String

    package init(_ address: PostalAddress, in committee: DivisionID) {
        let position = [address.floor, address.position?.rawValue].compactMap(\.self).joined()
        let parts: [String?] = [
            AddressKey.place(address), address.lane, address.subLane, address.number, address.building,
            address.entrance, address.room ?? position,
        ]
        self.committee = committee
        local = parts.map { $0 ?? "" }.joined(separator: "|")
    }

    package var text: String { "\(committee)|\(local)" }

    /// The key in an order for people.
    ///
    /// Figures have six digits, so that 2号 comes before 10号; houses on the road come before those in its lanes.
    var order: String {
        var text = ""
        var figure = ""
        for character in local + " " {
            if AddressText.isFigure(character) {
                figure.append(character)
            } else {
                text += String(repeating: "0", count: figure.isEmpty ? 0 : max(0, 6 - figure.count)) + figure
                figure = ""
                text.append(character == "|" ? "!" : character)
            }
        }
        return String(text.dropLast())
    }

    /// A village's name counts only where no road says the same more exactly.
    private static func place(_ address: PostalAddress) -> String {
        if address.road != nil { return [address.road, address.compound].compactMap(\.self).joined(separator: "/") }
        let names = [address.compound, address.village, address.group, address.hamlet]
        return names.compactMap(\.self).joined(separator: "/")
    }
}
