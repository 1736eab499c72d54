/// A point on the earth in WGS-84, the only datum that is stored; others are converted where they come in.
package struct GeoPoint: Hashable, Sendable {
    /// Degrees east.
    package let longitude: Double
    /// Degrees north.
    package let latitude: Double

    package init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// A point given in another datum.
    package init(longitude: Double, latitude: Double, in datum: Datum) {
        self = datum.toWGS84(GeoPoint(longitude: longitude, latitude: latitude))
    }

    /// Metres to another point, on a sphere: right to half a per cent.
    package func distance(to other: GeoPoint) -> Double {
        let radians = Double.pi / 180
        let halfLatitude = (other.latitude - latitude) * radians / 2
        let halfLongitude = (other.longitude - longitude) * radians / 2
        let square =
            Trigonometry.sine(halfLatitude) * Trigonometry.sine(halfLatitude)
            + Trigonometry.cosine(latitude * radians) * Trigonometry.cosine(other.latitude * radians)
            * Trigonometry.sine(halfLongitude) * Trigonometry.sine(halfLongitude)
        return 2 * 6_371_008.8 * Trigonometry.arcSine(square.squareRoot())
    }
}
