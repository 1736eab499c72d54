import Fanghu
import FanghuTesting
import Foundation
import Testing

struct BoundaryTests {
    private static let square = """
        {"type": "FeatureCollection", "features": [{"type": "Feature",
        "properties": {"code": "310105000000", "name": "长宁区"},
        "geometry": {"type": "Polygon", "coordinates": [
        [[121.0, 31.0], [121.4, 31.0], [121.4, 31.4], [121.0, 31.4], [121.0, 31.0]],
        [[121.1, 31.1], [121.2, 31.1], [121.2, 31.2], [121.1, 31.2], [121.1, 31.1]]]}}]}
        """

    private func territory() throws -> Territory {
        try Territory([
            .sample("310100000000", "市辖区"), .sample("310105000000", "长宁区", parent: "3101"),
            .sample("310104000000", "徐汇区", parent: "3101"),
        ])
    }

    @Test func `a point lies in the outline and not in its hole`() throws {
        let index = try BoundaryIndex([BoundaryFile(Data(Self.square.utf8), in: .wgs84)], in: territory())
        let district = try #require(DivisionID("310105"))
        #expect(index.divisions(at: GeoPoint(longitude: 121.3, latitude: 31.3)) == [district])
        #expect(index.divisions(at: GeoPoint(longitude: 121.15, latitude: 31.15)).isEmpty)
        #expect(index.divisions(at: GeoPoint(longitude: 121.5, latitude: 31.3)).isEmpty)
    }

    @Test func `a point outside its stated district is flagged, one without an outline is not`() throws {
        let index = try BoundaryIndex([BoundaryFile(Data(Self.square.utf8), in: .wgs84)], in: territory())
        let inside = GeoPoint(longitude: 121.3, latitude: 31.3)
        #expect(try !index.check(inside, liesIn: #require(DivisionID("310105"))).isFlagged)
        #expect(try index.check(inside, liesIn: #require(DivisionID("310104"))) == .notChecked)
        let outside = GeoPoint(longitude: 121.5, latitude: 31.3)
        #expect(try index.check(outside, liesIn: #require(DivisionID("310105"))) == .outside([]))
    }

    @Test func `a file in another datum is converted where it comes in`() throws {
        let file = try BoundaryFile(Data(Self.square.utf8), in: .gcj02)
        let corner = try #require(file.boundaries.first?.polygon.parts.first?.first?.first)
        #expect((400...600).contains(corner.distance(to: GeoPoint(longitude: 121, latitude: 31))))
    }

    @Test func `the name decides where a foreign code points elsewhere`() throws {
        let text = Self.square.replacing("310105000000", with: "310104000000")
        let index = try BoundaryIndex([BoundaryFile(Data(text.utf8), in: .wgs84)], in: territory())
        #expect(try index.knows(#require(DivisionID("310105"))))
        #expect(try !index.knows(#require(DivisionID("310104"))))
    }

    @Test(arguments: ["", "{}", "{\"features\": [{\"properties\": {}, \"geometry\": {\"type\": \"Point\"}}]}"])
    func `anything else is refused`(text: String) {
        #expect(throws: BoundaryRefusal.notGeoJSON) { try BoundaryFile(Data(text.utf8), in: .wgs84) }
    }
}

/// The shares that real points reach against real outlines, and how far the wrong datum falls short of them.
@Suite(.enabled(if: SharedData.isPresent, SharedData.absence))
struct BoundaryRateTests {
    private struct Sample {
        let district: DivisionID
        let township: DivisionID?
        let right: GeoPoint
        let wrong: GeoPoint
    }

    @Test func `98.5 % of the addresses lie in their stated district, 94.1 % in the wrong datum`() throws {
        let territory = try territory()
        let index = try BoundaryIndex([outlines("districts")], in: territory)
        #expect(index.unmatched.isEmpty)
        let samples = try samples()
        let right = samples.count { !index.check($0.right, liesIn: $0.district).isFlagged }
        let wrong = samples.count { !index.check($0.wrong, liesIn: $0.district).isFlagged }
        #expect(samples.count == 22_201)
        #expect(abs(Double(right) / 22_201 - 0.985) < 0.002)
        #expect(abs(Double(wrong) / 22_201 - 0.941) < 0.002)
    }

    @Test func `97.0 % lie in the sub-district the map service names, 71.3 % in the wrong datum`() throws {
        let territory = try territory()
        let index = try BoundaryIndex([outlines("townships")], in: territory)
        #expect(index.unmatched.isEmpty)
        let six = ["310101", "310104", "310105", "310106", "310109", "310115"].compactMap { DivisionID($0) }
        let samples = try samples().filter { six.contains($0.district) }
        let right = samples.count { sample in
            sample.township.map { index.divisions(at: sample.right).contains($0) } ?? false
        }
        let wrong = samples.count { sample in
            sample.township.map { index.divisions(at: sample.wrong).contains($0) } ?? false
        }
        #expect(abs(Double(right) / Double(samples.count) - 0.970) < 0.005)
        #expect(abs(Double(wrong) / Double(samples.count) - 0.713) < 0.01)
    }

    private func outlines(_ level: String) throws -> BoundaryFile {
        let bytes = try SharedData.bytes("boundaries/shanghai_\(level)_wgs84.geojson")
        return try BoundaryFile(Data(bytes), in: .wgs84)
    }

    private func territory() throws -> Territory {
        let file = try EditionFile(bytes: SharedData.bytes("divisions/shanghai_2021.csv"))
        let day = try #require(CivilDate(yyyymmdd: 2021_06_30))
        return Territory(EditionPlan(from: Territory([]), to: file, asOf: day).created)
    }

    private func samples() throws -> [Sample] {
        let text = try DelimitedText(SourceText.decode(SharedData.unzipped("places/addresses.csv.gz")))
        func column(_ name: String) throws -> Int { try #require(text.column([name])) }
        let (district, township) = try (column("district_code"), column("township_code_amap"))
        let numbers = try ["wgs84_lng", "wgs84_lat", "gcj02_lng", "gcj02_lat"].map(column)
        return try text.records.map { record in
            let values = try numbers.map { try #require(Double(record.field($0))) }
            return try Sample(
                district: #require(DivisionID(record.field(district))),
                township: DivisionID(record.field(township)),
                right: GeoPoint(longitude: values[0], latitude: values[1]),
                wrong: GeoPoint(longitude: values[2], latitude: values[3])
            )
        }
    }
}
