/// A dwelling that a free text may mean; the text itself is always kept beside it (DOMAIN §3.7).
package struct DwellingMatch: Hashable, Sendable {
    /// How sure it is.
    package enum Confidence: Int, Comparable, Sendable {
        /// The building is there, the room is not in the register or not in the text.
        case building = 1
        /// The address is that of a dwelling in another committee of the township.
        case otherCommittee = 2
        /// The address is that of a dwelling, once its compound's road and lane are put in front.
        case throughCompound = 3
        /// The address is that of the dwelling.
        case exact = 4

        package static func < (left: Confidence, right: Confidence) -> Bool {
            left.rawValue < right.rawValue
        }

        /// Whether it may be taken without somebody looking.
        package var isSure: Bool { self >= .throughCompound }
    }

    package let confidence: Confidence
    package let committee: DivisionID
    package let building: PlaceID
    /// Nil where only the building is known.
    package let dwelling: Dwelling?
    package let address: String
}
