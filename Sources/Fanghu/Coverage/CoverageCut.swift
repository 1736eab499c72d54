/// How a piece is cut from the places of its committee.
package enum CoverageCut: Sendable {
    /// These places and no other.
    case places([PlaceID])
    /// These addresses, however each is written.
    case addresses([PostalAddress])
    /// Every dwelling of these buildings.
    case buildings([PlaceID])
    case street(StreetRange)
    /// Premises by their own point, dwellings by their compound's.
    case polygon(GeoPolygon)

    /// The places it takes, in the order given.
    package func selects(from places: [InventoriedPlace]) -> [PlaceID] {
        switch self {
        case .places(let wanted):
            let wanted = Set(wanted)
            return places.map(\.id).filter(wanted.contains)
        case .addresses(let addresses):
            let wanted = Set(addresses.map(CoverageCut.key))
            return places.filter { wanted.contains(CoverageCut.key($0.address)) }.map(\.id)
        case .buildings(let buildings):
            let buildings = Set(buildings)
            return places.filter { $0.building.map(buildings.contains) ?? false }.map(\.id)
        case .street(let range):
            return places.filter { range.contains($0.address) }.map(\.id)
        case .polygon(let polygon):
            return places.filter { $0.point.map(polygon.contains) ?? false }.map(\.id)
        }
    }

    /// Whether it names each place, so that one of another kind among them is a mistake.
    package var isList: Bool {
        switch self {
        case .places, .addresses: true
        case .buildings, .street, .polygon: false
        }
    }

    /// Those of the addresses of a list at which nothing stands; a list must not lose a line unseen.
    package func missing(from places: [InventoriedPlace]) -> [PostalAddress] {
        guard case .addresses(let addresses) = self else { return [] }
        let known = Set(places.map { CoverageCut.key($0.address) })
        return addresses.filter { !known.contains(CoverageCut.key($0)) }
    }

    /// A piece is cut within one committee, so that no other's address can be meant.
    private static func key(_ address: PostalAddress) -> AddressKey {
        AddressKey(address, in: DivisionID(rawValue: 0))
    }
}

/// A stretch of one side or both sides of a road, by house or lane numbers, both ends included.
package struct StreetRange: Hashable, Sendable {
    package enum Side: String, CaseIterable, Sendable {
        case both
        case odd
        case even
    }

    package let road: String
    package let numbers: ClosedRange<Int>
    package let side: Side

    package init(road: String, numbers: ClosedRange<Int>, side: Side = .both) {
        self.road = road
        self.numbers = numbers
        self.side = side
    }

    /// Whether an address lies in it: the lane's number counts, or the house's where it stands on the road.
    package func contains(_ address: PostalAddress) -> Bool {
        guard address.road == road, let figure = Self.figure(address.lane ?? address.number) else { return false }
        guard numbers.contains(figure) else { return false }
        switch side {
        case .both: return true
        case .odd: return figure % 2 == 1
        case .even: return figure % 2 == 0
        }
    }

    /// `45甲` and `36-38` begin with the figure that tells the side.
    private static func figure(_ number: String?) -> Int? {
        number.flatMap { Int($0.prefix { $0.isASCII && $0.isNumber }) }
    }
}
