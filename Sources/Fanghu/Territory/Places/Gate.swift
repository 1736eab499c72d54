/// An entrance of a compound with its post.
package struct Gate: Hashable, Sendable {
    package let committee: DivisionID
    package let id: PlaceID
    package let compound: PlaceID
    package let name: String
    /// Closed gates are locked; nobody is posted there.
    package let isOpen: Bool
    package let location: PlaceLocation?
}

/// A checkpoint on a road (道口); it belongs to a committee or to a township as a whole.
package struct Checkpoint: Hashable, Sendable {
    package let committee: DivisionID
    package let id: PlaceID
    package let name: String
    package let road: String
    package let location: PlaceLocation?
}
