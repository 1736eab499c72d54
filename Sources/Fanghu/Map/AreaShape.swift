import Foundation

/// What an area covers: an outline drawn by hand, or stretches of streets (DOMAIN §8.2).
package enum AreaShape: Hashable, Sendable {
    /// The corners in WGS-84; the last joins the first by itself.
    case outline([GeoPoint])
    case streets([StreetRange])

    /// The most corners and streets that an area may have.
    package static let mostCorners = 200
    package static let mostStreets = 100
    /// An area is walked by people: wider than this it was drawn in another datum or by mistake.
    package static let widestMetres = 30_000.0

    /// Whether a place lies in it: by its point, or by its address.
    package func contains(_ place: InventoriedPlace) -> Bool {
        switch self {
        case .outline(let corners):
            place.point.map { GeoPolygon(parts: [[corners]]).contains($0) } ?? false
        case .streets(let ranges): ranges.contains { $0.contains(place.address) }
        }
    }

    /// From lines of `longitude, latitude`, or from a GeoJSON polygon, feature or collection of one.
    package init(outline text: String, in datum: Datum) throws(AreaRefusal) {
        let isDocument = text.contains("{") || text.hasPrefix("[")
        let corners = try isDocument ? AreaShape.document(text) : AreaShape.lines(text)
        self = .outline(try AreaShape.checked(corners.map { datum.toWGS84($0) }))
    }

    /// From lines such as `愚园路 1-99 单`: a road, numbers, and a side where it is one.
    package init(streets text: String) throws(AreaRefusal) {
        var ranges: [StreetRange] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.split { " \t,，".contains($0) }.map(String.init)
            guard let road = words.first else { continue }
            let sides: [String: StreetRange.Side] = [
                "单": .odd, "双": .even, "odd": .odd, "even": .even, "both": .both, "全": .both,
            ]
            let numbers = words.dropFirst().compactMap(AreaShape.numbers)
            let side = words.dropFirst().compactMap { sides[$0] }
            guard numbers.count + side.count == words.count - 1, numbers.count <= 1, side.count <= 1 else {
                throw .streetUnreadable(String(line.prefix(50)))
            }
            ranges.append(StreetRange(road: road, numbers: numbers.first ?? 1...99_999, side: side.first ?? .both))
        }
        guard !ranges.isEmpty else { throw .shapeMissing }
        guard ranges.count <= AreaShape.mostStreets else { throw .tooMany(AreaShape.mostStreets) }
        self = .streets(ranges)
    }

    private static func numbers(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split { "-–—~至".contains($0) }.map { Int($0) }
        switch ends.count {
        case 1: return ends[0].map { $0...$0 }
        case 2:
            guard let first = ends[0], let last = ends[1], first <= last else { return nil }
            return first...last
        default: return nil
        }
    }

    private static func lines(_ text: String) throws(AreaRefusal) -> [GeoPoint] {
        var corners: [GeoPoint] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let numbers = line.split { ",，;；\t ".contains($0) }.map { Double($0) }
            guard numbers.count == 2, let east = numbers[0], let north = numbers[1] else { throw .outlineUnreadable }
            corners.append(try point([east, north]))
        }
        return corners
    }

    private static func document(_ text: String) throws(AreaRefusal) -> [GeoPoint] {
        guard let document = try? JSONDecoder().decode(GeoDocument.self, from: Data(text.utf8)),
            let rings = document.rings, let outline = rings.first
        else { throw .outlineUnreadable }
        guard rings.count == 1 else { throw .hasHoles }
        var corners: [GeoPoint] = []
        for position in outline { corners.append(try point(position)) }
        return corners
    }

    private static func point(_ position: [Double]) throws(AreaRefusal) -> GeoPoint {
        guard position.count >= 2, position.allSatisfy(\.isFinite), abs(position[0]) <= 180, abs(position[1]) <= 90
        else { throw .outlineUnreadable }
        return GeoPoint(longitude: position[0], latitude: position[1])
    }
}

extension AreaShape {
    /// The corners once each; refuses too few, too many, too wide, and borders that cross.
    static func checked(_ given: [GeoPoint]) throws(AreaRefusal) -> [GeoPoint] {
        let corners = given.count > 1 && given.first == given.last ? Array(given.dropLast()) : given
        guard corners.count >= 3, Set(corners).count == corners.count else { throw .outlineUnreadable }
        guard corners.count <= mostCorners else { throw .tooMany(mostCorners) }
        let east = corners.map(\.longitude)
        let north = corners.map(\.latitude)
        let low = GeoPoint(longitude: east.min() ?? 0, latitude: north.min() ?? 0)
        let high = GeoPoint(longitude: east.max() ?? 0, latitude: north.max() ?? 0)
        guard low.distance(to: high) <= widestMetres else { throw .tooWide }
        guard !crosses(corners) else { throw .crossesItself }
        return corners
    }

    /// Whether two sides that are not neighbours meet.
    static func crosses(_ corners: [GeoPoint]) -> Bool {
        let count = corners.count
        for one in 0..<count {
            for other in (one + 1)..<count where other != one + 1 && (other + 1) % count != one {
                let meets = segmentsMeet(
                    corners[one],
                    corners[(one + 1) % count],
                    corners[other],
                    corners[(other + 1) % count]
                )
                if meets { return true }
            }
        }
        return false
    }

    /// By the sides on which the ends of each lie of the other; touching counts.
    private static func segmentsMeet(_ a: GeoPoint, _ b: GeoPoint, _ c: GeoPoint, _ d: GeoPoint) -> Bool {
        let (first, second) = (turn(a, b, c), turn(a, b, d))
        let (third, fourth) = (turn(c, d, a), turn(c, d, b))
        if first * second < 0, third * fourth < 0 { return true }
        return [(first, a, b, c), (second, a, b, d), (third, c, d, a), (fourth, c, d, b)]
            .contains { $0.0 == 0 && isWithin($0.1, $0.2, $0.3) }
    }

    private static func turn(_ a: GeoPoint, _ b: GeoPoint, _ c: GeoPoint) -> Double {
        let value =
            (b.longitude - a.longitude) * (c.latitude - a.latitude)
            - (b.latitude - a.latitude) * (c.longitude - a.longitude)
        return value > 0 ? 1 : value < 0 ? -1 : 0
    }

    private static func isWithin(_ a: GeoPoint, _ b: GeoPoint, _ c: GeoPoint) -> Bool {
        min(a.longitude, b.longitude) <= c.longitude && c.longitude <= max(a.longitude, b.longitude)
            && min(a.latitude, b.latitude) <= c.latitude && c.latitude <= max(a.latitude, b.latitude)
    }
}

/// A polygon, a feature with one, or a collection of one feature (RFC 7946).
private struct GeoDocument: Decodable {
    let type: String
    let coordinates: [[[Double]]]?
    let geometry: Geometry?
    let features: [Feature]?

    struct Geometry: Decodable {
        let type: String
        let coordinates: [[[Double]]]
    }

    struct Feature: Decodable {
        let geometry: Geometry
    }

    /// Nil for anything but one polygon.
    var rings: [[[Double]]]? {
        switch type {
        case "Polygon": coordinates
        case "Feature": geometry?.type == "Polygon" ? geometry?.coordinates : nil
        case "FeatureCollection":
            features?.count == 1 && features?.first?.geometry.type == "Polygon"
                ? features?.first?.geometry.coordinates : nil
        default: nil
        }
    }
}
