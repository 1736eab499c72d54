/// Where a place lies, and whether that was found doubtful.
package struct PlaceLocation: Hashable, Sendable {
    package let point: GeoPoint
    /// The point lies outside the district of the place: nearly always it was given in another datum.
    package let isFlagged: Bool
}
