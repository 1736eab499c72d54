package import Foundation

/// Outlines of divisions as a GeoJSON file (RFC 7946) gives them.
package struct BoundaryFile: Sendable {
    /// One feature.
    package struct Boundary: Sendable {
        /// As the file says; lists disagree about codes (DOMAIN §3.6), so the name is there to check it.
        package let code: DivisionCode?
        package let name: String
        /// Name of the district, where the file says it.
        package let district: String?
        package let polygon: GeoPolygon
    }

    package let boundaries: [Boundary]

    /// Reads a file; its coordinates are in the datum given, for a file says at most in words which one it means.
    package init(_ data: Data, in datum: Datum) throws(BoundaryRefusal) {
        let collection: FeatureCollection
        do {
            collection = try JSONDecoder().decode(FeatureCollection.self, from: data)
        } catch {
            throw .notGeoJSON
        }
        var boundaries: [Boundary] = []
        for feature in collection.features {
            let parts = feature.geometry.parts.map { $0.map { $0.map { datum.toWGS84($0) } } }
            guard let ring = parts.first?.first, ring.count > 3 else { throw .noArea(feature.properties.name ?? "") }
            boundaries.append(
                Boundary(
                    code: feature.properties.code.flatMap { DivisionCode($0) },
                    name: feature.properties.name ?? "",
                    district: feature.properties.district,
                    polygon: GeoPolygon(parts: parts)
                )
            )
        }
        self.boundaries = boundaries
    }
}

/// Why a file of outlines is refused.
package enum BoundaryRefusal: Refusal, Equatable {
    case notGeoJSON
    case noArea(String)

    package var code: String {
        switch self {
        case .notGeoJSON: "boundary.notGeoJSON"
        case .noArea: "boundary.noArea"
        }
    }

    package var kind: RefusalKind { .invalid }

    package var words: Words {
        switch self {
        case .notGeoJSON: Words("文件不是GeoJSON面要素集", "the file is no GeoJSON collection of polygons")
        case .noArea(let name): Words("“\(name)”没有面", "“\(name)” has no area")
        }
    }
}

private struct FeatureCollection: Decodable {
    let features: [Feature]
}

private struct Feature: Decodable {
    let properties: Properties
    let geometry: Geometry

    struct Properties: Decodable {
        let code: String?
        let name: String?
        let district: String?
    }
}

/// A Polygon or MultiPolygon.
private struct Geometry: Decodable {
    let parts: [[[GeoPoint]]]

    private enum Key: String, CodingKey {
        case type
        case coordinates
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch try container.decode(String.self, forKey: .type) {
        case "Polygon": parts = try [Geometry.rings(container.decode([[[Double]]].self, forKey: .coordinates))]
        case "MultiPolygon":
            parts = try container.decode([[[[Double]]]].self, forKey: .coordinates).map(Geometry.rings)
        default:
            throw DecodingError.dataCorruptedError(forKey: .type, in: container, debugDescription: "not an area")
        }
    }

    private static func rings(_ rings: [[[Double]]]) throws -> [[GeoPoint]] {
        try rings.map { ring in
            try ring.map { position in
                guard position.count >= 2, abs(position[0]) <= 180, abs(position[1]) <= 90 else {
                    throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "not a position"))
                }
                return GeoPoint(longitude: position[0], latitude: position[1])
            }
        }
    }
}
