import Fanghu
import FanghuTesting
import Testing

/// Areas by hand and by streets: what is read, and what is refused.
struct AreaShapeTests {
    static let square = "121.40, 31.20\n121.42, 31.20\n121.42, 31.22\n121.40, 31.22"

    /// From 121° east and 31° north on.
    static func box(east: Double) -> GeoPolygon {
        let corners: [(Double, Double)] = [(121, 31), (east, 31), (east, 32), (121, 32)]
        return GeoPolygon(parts: [[corners.map { GeoPoint(longitude: $0.0, latitude: $0.1) }]])
    }

    static func place(_ text: String, _ point: GeoPoint? = nil) -> InventoriedPlace {
        var address = PostalAddress(.road)
        address.road = "愚园路"
        address.number = text
        return InventoriedPlace(
            id: GateRoom.compound,
            isDwelling: true,
            building: nil,
            address: address,
            point: point
        )
    }

    @Test func `corners and GeoJSON are the same area`() throws {
        let lines = try AreaShape(outline: Self.square, in: .wgs84)
        let ring = "[[121.40,31.20],[121.42,31.20],[121.42,31.22],[121.40,31.22],[121.40,31.20]]"
        let polygon = #"{"type":"Polygon","coordinates":[\#(ring)]}"#
        #expect(try AreaShape(outline: polygon, in: .wgs84) == lines)
        let feature = #"{"type":"Feature","properties":{},"geometry":\#(polygon)}"#
        #expect(try AreaShape(outline: feature, in: .wgs84) == lines)
        let collection = #"{"type":"FeatureCollection","features":[\#(feature)]}"#
        #expect(try AreaShape(outline: collection, in: .wgs84) == lines)
        #expect(try AreaShape(outline: lines.text, in: .wgs84) == lines, "as it is stored")
        #expect(lines.contains(Self.place("1号", GeoPoint(longitude: 121.41, latitude: 31.21))))
        #expect(!lines.contains(Self.place("1号", GeoPoint(longitude: 121.43, latitude: 31.21))))
        #expect(!lines.contains(Self.place("1号")), "without a point nobody knows")
        #expect(try AreaShape(outline: Self.square, in: .gcj02) != lines, "another datum lies elsewhere")
    }

    @Test(arguments: [
        ("", AreaRefusal.outlineUnreadable), ("121.4, 31.2", .outlineUnreadable),
        ("121.4, 31.2\n121.5, 31.2\n121.4, 31.2", .outlineUnreadable), ("1\n2\n3", .outlineUnreadable),
        ("200, 31\n121, 31\n122, 31", .outlineUnreadable), ("nan, 31\n121, 31\n122, 31", .outlineUnreadable),
        ("{\"type\":\"Point\",\"coordinates\":[1,2]}", .outlineUnreadable), ("{", .outlineUnreadable),
        ("121.40,31.20\n121.42,31.22\n121.42,31.20\n121.40,31.22", .crossesItself),
        ("121.0,31.0\n122.0,31.0\n121.5,31.5", .tooWide),
        (
            #"{"type":"Polygon","coordinates":[[[0,0],[0.1,0],[0.1,0.1],[0,0]],[[0,0],[0.1,0],[0.1,0.1],[0,0]]]}"#,
            .hasHoles
        ),
    ])
    func `what is no simple area is refused`(text: String, refusal: AreaRefusal) {
        #expect(throws: refusal) { try AreaShape(outline: text, in: .wgs84) }
    }

    @Test func `too many corners are refused, and a border that touches itself`() {
        let many = (0...200).map { "121.\(400 + $0), 31.\(200 + $0 * $0)" }.joined(separator: "\n")
        #expect(throws: AreaRefusal.tooMany(200)) { try AreaShape(outline: many, in: .wgs84) }
        let touching = "121.40,31.20\n121.42,31.20\n121.42,31.22\n121.41,31.20\n121.40,31.22"
        #expect(throws: AreaRefusal.crossesItself) { try AreaShape(outline: touching, in: .wgs84) }
    }

    @Test func `streets take numbers and sides`() throws {
        let shape = try AreaShape(streets: "愚园路 1-99 单\n江苏路\n武夷路 36 双")
        guard case .streets(let ranges) = shape else { return #expect(Bool(false)) }
        #expect(
            ranges == [
                StreetRange(road: "愚园路", numbers: 1...99, side: .odd), StreetRange(road: "江苏路", numbers: 1...99_999),
                StreetRange(road: "武夷路", numbers: 36...36, side: .even),
            ]
        )
        #expect(
            shape.contains(Self.place("9")) && !shape.contains(Self.place("10")) && !shape.contains(Self.place("101"))
        )
        #expect(try AreaShape(streets: shape.text) == shape, "as it is stored")
        for wrong in ["愚园路 9-1", "愚园路 东段", "愚园路 1 2", "愚园路 单 双"] {
            #expect(throws: AreaRefusal.streetUnreadable(wrong)) { try AreaShape(streets: wrong) }
        }
        #expect(throws: AreaRefusal.shapeMissing) { try AreaShape(streets: " \n ") }
    }

    @Test func `a corner outside the township is flagged, not refused`() throws {
        let shape = try AreaShape(outline: Self.square, in: .wgs84)
        guard case .outline(let corners) = shape else { return #expect(Bool(false)) }
        let draft = MapArea.Draft(place: Net.committee, name: "东区", shape: shape)
        let id = MapAreaID(checked: "00000000-0000-7000-8000-00000000a001")
        let now = RosterRuleTests.at("10T08:00:00")
        let wide = Self.box(east: 122)
        #expect(try !MapArea.planned(draft, as: id, within: wide, at: now).isFlagged)
        let half = Self.box(east: 121.41)
        #expect(try MapArea.planned(draft, as: id, within: half, at: now).isFlagged)
        #expect(try !MapArea.planned(draft, as: id, within: nil, at: now).isFlagged)
        #expect(corners.count == 4)
        var late = draft
        late.to = now
        #expect(throws: AreaRefusal.endBeforeStart) { try MapArea.planned(late, as: id, within: nil, at: now) }
        late.name = ""
        #expect(throws: AreaRefusal.nameMissing) { try MapArea.planned(late, as: id, within: nil, at: now) }
    }
}
