/// How coordinates are meant: a point read in the wrong datum still lies in Shanghai, 500 m off.
package enum Datum: String, CaseIterable, Sendable {
    case wgs84 = "WGS-84"
    /// Of Chinese map services by law.
    case gcj02 = "GCJ-02"
    /// Of Baidu: GCJ-02 shifted once more.
    case bd09 = "BD-09"

    /// From what a file or form says, such as `gcj02`, `GCJ-02`, `bd09ll`.
    package init?(_ text: some StringProtocol) {
        let plain = text.lowercased().filter { $0.isLetter || $0.isNumber }
        switch plain {
        case "wgs84", "epsg4326", "crs84", "cgcs2000": self = .wgs84
        case "gcj02": self = .gcj02
        case "bd09", "bd09ll": self = .bd09
        default: return nil
        }
    }

    /// A point of this datum in WGS-84.
    ///
    /// The shift has no closed inverse: the forward one is repeated until it lands on the point, to 1 mm.
    package func toWGS84(_ point: GeoPoint) -> GeoPoint {
        guard self != .wgs84 else { return point }
        var guess = point
        for _ in 0..<20 {
            let landed = fromWGS84(guess)
            let east = point.longitude - landed.longitude
            let north = point.latitude - landed.latitude
            guess = GeoPoint(longitude: guess.longitude + east, latitude: guess.latitude + north)
            if abs(east) < 1e-8, abs(north) < 1e-8 { break }
        }
        return guess
    }

    /// A WGS-84 point in this datum, for maps that want it.
    package func fromWGS84(_ point: GeoPoint) -> GeoPoint {
        switch self {
        case .wgs84: point
        case .gcj02: ChinaShift.gcj02(point)
        case .bd09: ChinaShift.bd09(ChinaShift.gcj02(point))
        }
    }
}

/// The shifts as they have been published for years; the constants are those of the Krasovsky 1940 ellipsoid.
private enum ChinaShift {
    private static let semiMajorAxis = 6_378_245.0
    private static let squaredEccentricity = 0.006_693_421_622_965_943_23

    /// Outside the box around China nothing is shifted.
    static func gcj02(_ point: GeoPoint) -> GeoPoint {
        guard (72.004...137.8347).contains(point.longitude), (0.8293...55.8271).contains(point.latitude) else {
            return point
        }
        let x = point.longitude - 105
        let y = point.latitude - 35
        let angle = point.latitude / 180 * .pi
        let sine = Trigonometry.sine(angle)
        let magic = 1 - squaredEccentricity * sine * sine
        let root = magic.squareRoot()
        let north =
            northShift(x, y) * 180
            / (semiMajorAxis * (1 - squaredEccentricity) / (magic * root) * .pi)
        let east = eastShift(x, y) * 180 / (semiMajorAxis / root * Trigonometry.cosine(angle) * .pi)
        return GeoPoint(longitude: point.longitude + east, latitude: point.latitude + north)
    }

    static func bd09(_ point: GeoPoint) -> GeoPoint {
        let turn = Double.pi * 3000 / 180
        let radius =
            (point.longitude * point.longitude + point.latitude * point.latitude).squareRoot()
            + 0.00002 * Trigonometry.sine(point.latitude * turn)
        let angle =
            Trigonometry.arcTangent(point.latitude, point.longitude)
            + 0.000_003 * Trigonometry.cosine(point.longitude * turn)
        return GeoPoint(
            longitude: radius * Trigonometry.cosine(angle) + 0.0065,
            latitude: radius * Trigonometry.sine(angle) + 0.006
        )
    }

    private static func northShift(_ x: Double, _ y: Double) -> Double {
        let base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot()
        let waves: [(weight: Double, angle: Double)] = [
            (20, 6 * x), (20, 2 * x), (20, y), (40, y / 3), (160, y / 12), (320, y / 30),
        ]
        return base + sum(waves)
    }

    private static func eastShift(_ x: Double, _ y: Double) -> Double {
        let base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot()
        let waves: [(weight: Double, angle: Double)] = [
            (20, 6 * x), (20, 2 * x), (20, x), (40, x / 3), (150, x / 12), (300, x / 30),
        ]
        return base + sum(waves)
    }

    private static func sum(_ waves: [(weight: Double, angle: Double)]) -> Double {
        waves.reduce(0) { $0 + $1.weight * Trigonometry.sine($1.angle * .pi) } * 2 / 3
    }
}
