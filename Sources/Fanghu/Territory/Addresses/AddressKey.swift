package import Store

/// What two spellings of one dwelling have in common (DOMAIN §3.7): equal keys are duplicates.
///
/// Committee, road (or village, or compound), lane, sub-lane, number, building, room or position.
package struct AddressKey: Hashable, Sendable {
    package let text: String

    package init(_ address: PostalAddress, in committee: DivisionID) {
        let place = AddressKey.place(address)
        let position = [address.floor, address.position?.rawValue].compactMap(\.self).joined()
        let parts: [String?] = [
            committee.text, place, address.lane, address.subLane, address.number, address.building, address.entrance,
            address.room ?? position,
        ]
        text = parts.map { $0 ?? "" }.joined(separator: "|")
    }

    /// A village's name counts only where no road says the same more exactly.
    private static func place(_ address: PostalAddress) -> String {
        if address.road != nil { return [address.road, address.compound].compactMap(\.self).joined(separator: "/") }
        let names = [address.compound, address.village, address.group, address.hamlet]
        return names.compactMap(\.self).joined(separator: "/")
    }
}

extension AddressKey: SQLBindable, ColumnDecodable {
    package var sqlValue: SQLValue { .text(text) }

    package init?(column: SQLValue) {
        guard case .text(let text) = column else { return nil }
        self.text = text
    }
}
