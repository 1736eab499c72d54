import Fanghu
import FanghuTesting
import Testing

struct DatumTests {
    private static let places = [
        GeoPoint(longitude: 121.4737, latitude: 31.2304), GeoPoint(longitude: 121.0, latitude: 30.7),
        GeoPoint(longitude: 121.9, latitude: 31.8), GeoPoint(longitude: 87.6, latitude: 43.8),
        GeoPoint(longitude: 110.3, latitude: 20.0),
    ]

    @Test func `in Shanghai GCJ-02 lies about 430 m east and 220 m south`() {
        let point = GeoPoint(longitude: 121.4737, latitude: 31.2304)
        let shifted = Datum.gcj02.fromWGS84(point)
        #expect(abs(shifted.longitude - point.longitude - 0.0045) < 0.0003)
        #expect(abs(shifted.latitude - point.latitude + 0.0021) < 0.0003)
        #expect((450...520).contains(point.distance(to: shifted)))
    }

    @Test(arguments: Datum.allCases)
    func `there and back is less than half a metre`(datum: Datum) {
        for place in Self.places {
            let back = datum.toWGS84(datum.fromWGS84(place))
            #expect(place.distance(to: back) < 0.01)
        }
    }

    @Test func `outside China nothing is shifted`() {
        let paris = GeoPoint(longitude: 2.35, latitude: 48.85)
        #expect(Datum.gcj02.fromWGS84(paris) == paris)
    }

    @Test(arguments: [
        ("WGS-84", Datum.wgs84), ("wgs84", .wgs84), ("CGCS2000", .wgs84), ("GCJ_02", .gcj02), ("bd09ll", .bd09),
    ])
    func `a datum is declared in words`(text: String, datum: Datum) {
        #expect(Datum(text) == datum)
    }

    @Test func `an unknown datum is none`() {
        #expect(Datum("Beijing 54") == nil)
    }

    @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
    func `both coordinates of 22,201 published addresses agree within 3 m`() throws {
        let text = try DelimitedText(SourceText.decode(SharedData.unzipped("places/addresses.csv.gz")))
        let columns = try ["gcj02_lng", "gcj02_lat", "wgs84_lng", "wgs84_lat"].map { try #require(text.column([$0])) }
        var worst = 0.0
        for record in text.records {
            let values = try columns.map { try #require(Double(record.field($0))) }
            let point = GeoPoint(longitude: values[0], latitude: values[1], in: .gcj02)
            worst = max(worst, point.distance(to: GeoPoint(longitude: values[2], latitude: values[3])))
        }
        #expect(text.records.count == 22_201)
        // The file's own conversion is one step of the inverse; ours goes on to the end.
        #expect(worst < 3)
    }
}
