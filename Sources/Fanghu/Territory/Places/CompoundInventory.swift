/// What stands in a compound: its gates, and its buildings with their entrances.
package struct CompoundInventory: Sendable {
    package let compound: Compound
    package let gates: [Gate]
    package let buildings: [Entry]

    /// A building in the order of a walk.
    package struct Entry: Sendable {
        package let building: Building
        package let entrances: [Entrance]
        package let dwellings: Int
    }
}
