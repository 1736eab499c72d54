/// A building: in Shanghai a 号, the door of a stairwell.
package struct Building: Hashable, Sendable {
    package let committee: DivisionID
    package let id: PlaceID
    package let compound: PlaceID?
    package let address: String
}

/// An entrance (单元, 门洞) of a building that has several.
package struct Entrance: Hashable, Sendable {
    package let committee: DivisionID
    package let id: PlaceID
    package let building: PlaceID
    package let name: String
}

/// A dwelling: the unit of responsibility and of rationing (DOMAIN §2.1).
package struct Dwelling: Hashable, Sendable {
    package let committee: DivisionID
    package let id: PlaceID
    package let building: PlaceID
    package let compound: PlaceID?
    /// The whole address in one writing.
    package let address: String
    /// Room or position within the building; empty where the building is the dwelling.
    package let room: String
}
