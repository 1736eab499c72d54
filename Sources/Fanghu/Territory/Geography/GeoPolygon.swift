/// An area with its holes and islands, in WGS-84.
package struct GeoPolygon: Sendable {
    /// Parts that may lie apart; of each the outline first, then its holes.
    package let parts: [[[GeoPoint]]]
    private let box: (west: Double, south: Double, east: Double, north: Double)

    package init(parts: [[[GeoPoint]]]) {
        self.parts = parts
        let outline = parts.compactMap(\.first).joined()
        let longitudes = outline.map(\.longitude)
        let latitudes = outline.map(\.latitude)
        box = (
            longitudes.min() ?? .infinity, latitudes.min() ?? .infinity,
            longitudes.max() ?? -.infinity, latitudes.max() ?? -.infinity
        )
    }

    /// Whether a point lies in it (even–odd rule); on a border either answer may come.
    package func contains(_ point: GeoPoint) -> Bool {
        guard point.longitude >= box.west, point.longitude <= box.east, point.latitude >= box.south,
            point.latitude <= box.north
        else { return false }
        return parts.contains { rings in
            rings.reduce(false) { isInside, ring in isInside != GeoPolygon.isInside(point, ring) }
        }
    }

    private static func isInside(_ point: GeoPoint, _ ring: [GeoPoint]) -> Bool {
        guard var previous = ring.last else { return false }
        var isInside = false
        for corner in ring {
            if (corner.latitude > point.latitude) != (previous.latitude > point.latitude) {
                let share = (point.latitude - corner.latitude) / (previous.latitude - corner.latitude)
                if point.longitude < corner.longitude + share * (previous.longitude - corner.longitude) {
                    isInside.toggle()
                }
            }
            previous = corner
        }
        return isInside
    }
}
