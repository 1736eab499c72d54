/// The one row and column for which a value is sealed.
package struct SealedPlace: Hashable, Sendable {
    let bytes: [UInt8]

    /// - Parameter field: table and column, `person.sealed`; never changes, for old values hang on it.
    package init(_ field: StaticString, committee: DivisionID, id: some EntityID) {
        self.init(field, committee: committee, key: id.text)
    }

    /// For rows whose key is no entity id.
    package init(_ field: StaticString, committee: DivisionID, key: String) {
        var bytes = Array(field.description.utf8) + [0]
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: committee.rawValue >> Int64(shift)))
        }
        self.bytes = bytes + Array(key.utf8)
    }
}
