import Fanghu
import FanghuTesting
import Testing

/// R-PRIV-12: nothing decides by the region of an identity number, a phone or a plate.
struct PrivacyOfClassificationTests {
    private static let regions = ["110101", "310100", "420100", "420106", "330302", "411500", "654300", "810000"]
    private static let phones = [
        "13800138000", "13871000000", "15400000000", "+85291234567", "02785550000", "021-64000000",
    ]
    private static let plates = ["沪A12345", "鄂A12345", "鄂AD12345", "浙C12345", "粤Z1234港", nil]

    @Test(arguments: 0..<40)
    func `R-PRIV-12: changing only number, phone and plate never changes the result`(seed: UInt64) throws {
        var generator = FixtureSeed(seed)
        let book = try ShippedData.book()
        let base = randomDraft(&generator)
        let version = try book.version(ProtocolID("sh-2020-02"))
        let now = at(2020_02_10, 14)
        let first = try base.checked(by: version, areas: book.areas, notice: "2020-02", now: now)
        let expected = try book.classify(first.facts, at: ProtocolBook.jiangsuRoad)
        for region in Self.regions {
            for phone in Self.phones {
                var other = base
                other.documentNumber = FixtureVectors.rechecked("\(region)19050101001" + "0")
                other.documentKind = region == "810000" ? .residencePermit : .citizenNumber
                other.phone = phone
                other.transport = .car
                other.transportNumber = Self.plates.randomElement(using: &generator) ?? nil
                let registration = try other.checked(by: version, areas: book.areas, notice: "2020-02", now: now)
                #expect(registration.filing.form == first.filing.form)
                #expect(try book.classify(registration.facts, at: ProtocolBook.jiangsuRoad) == expected)
            }
        }
    }

    @Test func `the facts of a classification have no place for number, phone or plate`() {
        let facts = ArrivalFacts(arrivedOn: day(2020_02_10))
        let fields = Set(Mirror(reflecting: facts).children.compactMap(\.label))
        #expect(
            fields == ["arrivedOn", "itinerary", "contacts", "temperature", "symptoms", "declaredKeyArea"],
            "a new fact must be shown to be neither a region of a number, nor of a phone, nor of a plate"
        )
    }

    private func randomDraft(_ seed: inout FixtureSeed) -> Registration.Draft {
        var draft = Registration.Draft.fromWuhan()
        let places = ["42", "4201", "33", "310105", "110101", "ITA"]
        draft.itinerary = (0..<Int.random(in: 1...4, using: &seed))
            .map { _ in
                let start = day(2020_01_01).adding(days: Int.random(in: 0..<38, using: &seed))
                return Registration.StopDraft(
                    place: places.randomElement(using: &seed) ?? "42",
                    from: start.iso,
                    to: start.adding(days: Int.random(in: 0...2, using: &seed)).iso,
                    kind: .transit
                )
            }
        draft.declaredKeyArea = Bool.random(using: &seed)
        draft.contacts?.feverPatient = Int.random(in: 0..<4, using: &seed) == 0
        draft.temperature = Int.random(in: 0..<4, using: &seed) == 0 ? "37.8" : "36.4"
        draft.symptoms = Int.random(in: 0..<4, using: &seed) == 0 ? [.dryCough] : []
        return draft
    }
}
