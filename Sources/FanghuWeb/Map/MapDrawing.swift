import Fanghu
import Foundation

/// What the page's script draws, in the page itself: a second request would be a second view.
struct MapDrawing: Encodable {
    struct Outline: Encodable {
        let name: String
        /// Latitude and longitude, as the script's library wants them.
        let parts: [[[[Double]]]]
        /// How dark it is, from 0 to 1; absent where nothing is told.
        var weight: Double?
        var words: String?
    }

    struct Area: Encodable {
        let name: String
        let corners: [[Double]]
        let link: String
    }

    struct Gate: Encodable {
        let name: String
        let at: [Double]
        let state: String
        let words: Words
        let link: String?
    }

    struct Home: Encodable {
        let name: String
        let at: [Double]
        let count: Int
    }

    var outlines: [Outline] = []
    var areas: [Area] = []
    var gates: [Gate] = []
    var homes: [Home] = []

    init(_ outlines: [MapService.Outline], _ territory: Territory) {
        self.outlines = outlines.map { outline in
            Outline(
                name: PlaceText.name(outline.division, in: territory),
                parts: outline.polygon.parts.map { $0.map { $0.map(MapDrawing.at) } }
            )
        }
    }

    /// As text for an attribute; the template escapes it.
    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    mutating func draw(_ areas: [MapArea]) {
        self.areas += areas.compactMap { area in
            guard case .outline(let corners) = area.shape else { return nil }
            return Area(
                name: area.name,
                corners: corners.map(MapDrawing.at),
                link: MapAddress.area(.of(area.id)).path
            )
        }
    }

    /// A metre is enough for a gate, and keeps the page small.
    static func at(_ point: GeoPoint) -> [Double] {
        [(point.latitude * 1e5).rounded() / 1e5, (point.longitude * 1e5).rounded() / 1e5]
    }
}
