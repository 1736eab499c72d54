import Fanghu
import Foundation
import Testing

/// Classification by recorded travel and contact, with its reasons (DOMAIN §6.1, §7).
struct ClassifierTests {
    private let book: ProtocolBook

    init() throws {
        book = try ShippedData.book()
    }

    private func stop(_ place: String, _ from: Int, _ to: Int, _ kind: ItineraryStop.Kind = .origin) -> ItineraryStop {
        guard let place = Whereabouts(place),
            let stop = ItineraryStop(place: place, from: day(from), to: day(to), kind: kind)
        else { preconditionFailure("not a stop: \(place)") }
        return stop
    }

    private func classify(_ facts: ArrivalFacts) throws -> Classification {
        try book.classify(facts, at: ProtocolBook.jiangsuRoad)
    }

    @Test(arguments: [ItineraryStop.Kind.origin, .transit, .residence])
    func `setting out from Hubei, living there and passing through count alike`(kind: ItineraryStop.Kind) throws {
        let facts = ArrivalFacts(
            arrivedOn: day(2020_02_10),
            itinerary: [stop("420100", 2020_02_01, 2020_02_08, kind), stop("34", 2020_02_08, 2020_02_10, .transit)],
            declaredKeyArea: true
        )
        let result = try classify(facts)
        #expect(result.version.text == "sh-2020-02")
        #expect(result.riskClass == "keyArea")
        #expect(result.disposition == .homeObservation)
        #expect(result.mode == .home)
        #expect(result.checkCode == .takeAside)
        #expect(result.needsObservation && result.isFromKeyArea)
        #expect(result.reasons.map(\.code) == ["visited", "declaredKeyArea"])
        #expect(result.secondCheck.isEmpty)
        #expect(result.reasons[0].words.chinese.contains("湖北省"))
        #expect(result.reasons[0].words.english.contains("Hubei"))
    }

    @Test func `everybody else registers and measures at home`() throws {
        let facts = ArrivalFacts(
            arrivedOn: day(2020_02_10),
            itinerary: [stop("330100", 2020_01_20, 2020_02_10)],
            declaredKeyArea: false
        )
        let result = try classify(facts)
        #expect(result.riskClass == "others")
        #expect(result.disposition == .selfMonitoring)
        #expect(result.checkCode == .pass)
        #expect(!result.needsObservation && !result.isFromKeyArea)
        #expect(result.reasons == [.everybodyElse])
    }

    @Test(arguments: [
        (2020_01_20, 2020_01_26, 2020_02_10, "others"), (2020_01_20, 2020_01_27, 2020_02_10, "keyArea"),
        (2020_01_20, 2020_02_10, 2020_02_10, "keyArea"), (2020_02_11, 2020_02_12, 2020_02_10, "others"),
        (2020_03_20, 2020_04_07, 2020_04_10, "keyArea"), (2020_04_08, 2020_04_09, 2020_04_10, "others"),
        (2020_04_01, 2020_04_09, 2020_04_25, "others"),
    ])
    func `a stay counts by the level of its days and the fourteen days before arrival`(
        from: Int,
        to: Int,
        arrived: Int,
        expected: String
    ) throws {
        let facts = ArrivalFacts(arrivedOn: day(arrived), itinerary: [stop("42", from, to)])
        #expect(try classify(facts).riskClass == expected)
    }

    @Test(arguments: [(2020_01_11, "others"), (2020_01_12, "keyArea"), (2020_01_13, "keyArea")])
    func `in January everybody counts who was in Hubei since the twelfth`(lastDay: Int, expected: String) throws {
        let facts = ArrivalFacts(arrivedOn: day(2020_01_30), itinerary: [stop("42", 2020_01_05, lastDay)])
        let result = try classify(facts)
        #expect(result.version.text == "sh-2020-01-27")
        #expect(result.riskClass == expected)
    }

    @Test func `what was said and what was travelled are compared`() throws {
        let declared = try classify(ArrivalFacts(arrivedOn: day(2020_02_10), declaredKeyArea: true))
        #expect(declared.riskClass == "keyArea")
        #expect(declared.secondCheck == [.declaredButNotInItinerary])
        let denied = try classify(
            ArrivalFacts(
                arrivedOn: day(2020_02_10),
                itinerary: [stop("4201", 2020_02_01, 2020_02_09)],
                declaredKeyArea: false
            )
        )
        #expect(denied.riskClass == "keyArea")
        #expect(denied.secondCheck == [.inItineraryButNotDeclared])
        #expect(denied.checkCode == .takeAside)
    }

    @Test func `a place named too coarsely is asked again, not counted`() throws {
        let wenzhou = AreaLevel(
            division: try #require(DivisionPrefix("3303")),
            name: Words("温州市", "Wenzhou"),
            risk: .keyArea,
            validFrom: day(2020_02_01),
            source: "test"
        )
        let version = try book.version(inForceOn: day(2020_02_10), at: ProtocolBook.jiangsuRoad)
        let facts = ArrivalFacts(arrivedOn: day(2020_02_10), itinerary: [stop("33", 2020_02_01, 2020_02_09)])
        let result = try Classifier.classify(facts, by: version, areas: [wenzhou])
        #expect(result.riskClass == "others")
        #expect(result.secondCheck.map(\.code) == ["placeTooCoarse"])
        #expect(result.checkCode == .takeAside)
        let exact = ArrivalFacts(arrivedOn: day(2020_02_10), itinerary: [stop("330302", 2020_02_01, 2020_02_09)])
        #expect(try Classifier.classify(exact, by: version, areas: [wenzhou]).riskClass == "keyArea")
    }

    @Test(arguments: [
        (ContactKind.feverPatient, Int?(2020_01_27), "keyArea"), (.confirmedCase, 2020_02_09, "keyArea"),
        (.confirmedCase, 2020_01_26, "others"), (.confirmedCase, nil, "keyArea"),
        (.generalContact, 2020_02_09, "others"),
    ])
    func `contacts count within their days`(kind: ContactKind, on: Int?, expected: String) throws {
        let facts = ArrivalFacts(
            arrivedOn: day(2020_02_10),
            contacts: [ContactEvent(kind: kind, on: on.map { day($0) })]
        )
        let result = try classify(facts)
        #expect(result.riskClass == expected)
        #expect(result.secondCheck == (on == nil ? [.contactWithoutDate(kind)] : []))
    }

    @Test func `a fever goes to the clinic, whatever the class, and keeps its class`() throws {
        let fever = try Temperature(tenths: 373)
        let facts = ArrivalFacts(
            arrivedOn: day(2020_02_10),
            itinerary: [stop("42", 2020_02_01, 2020_02_09)],
            temperature: fever,
            declaredKeyArea: true
        )
        let result = try classify(facts)
        #expect(result.disposition == .sentToFeverClinic)
        #expect(result.riskClass == "keyArea")
        #expect(result.needsObservation)
        #expect(result.reasons.contains(.fever(fever)))
        let cool = try classify(ArrivalFacts(arrivedOn: day(2020_02_10), temperature: Temperature(tenths: 372)))
        #expect(cool.disposition == .selfMonitoring)
    }

    @Test(arguments: [
        (2021_06_10, "closeContact"), (2022_07_10, "closeContact"), (2022_11_20, "closeContact"),
        (2022_12_20, "closeContact"), (2023_01_10, "others"),
    ])
    func `a close contact is one until the rules of 2023`(arrived: Int, expected: String) throws {
        let contact = ContactEvent(kind: .closeContact, on: day(arrived).adding(days: -1))
        #expect(try classify(ArrivalFacts(arrivedOn: day(arrived), contacts: [contact])).riskClass == expected)
    }

    @Test func `from abroad counts by the last day there`() throws {
        let facts = ArrivalFacts(arrivedOn: day(2022_07_10), itinerary: [stop("ITA", 2022_06_01, 2022_07_10)])
        let result = try classify(facts)
        #expect(result.riskClass == "fromAbroad")
        #expect(result.reasons == [.abroad(stop: 0, until: day(2022_07_10))])
    }

    @Test func `a classification is stored and read back with its reasons`() throws {
        let facts = ArrivalFacts(
            arrivedOn: day(2020_02_10),
            itinerary: [stop("420100", 2020_02_01, 2020_02_08), stop("ITA", 2020_01_01, 2020_01_10)],
            contacts: [ContactEvent(kind: .feverPatient, on: nil)],
            temperature: try Temperature(tenths: 380),
            symptoms: [.dryCough, .fatigue],
            declaredKeyArea: true
        )
        #expect(try JSONDecoder().decode(ArrivalFacts.self, from: JSONEncoder().encode(facts)) == facts)
        let result = try classify(facts)
        #expect(try JSONDecoder().decode(Classification.self, from: JSONEncoder().encode(result)) == result)
        for reason in result.reasons + result.secondCheck {
            #expect(!reason.words.chinese.isEmpty && !reason.words.english.isEmpty)
        }
    }

    @Test func `a drill brings an old version back in one place only`() throws {
        let here = Jurisdiction.division(try #require(DivisionPrefix("310105002")))
        let drill = try book.rehearsing(ProtocolID("sh-2020-02"), at: here, from: day(2026_11_01))
        let facts = ArrivalFacts(arrivedOn: day(2026_11_03), itinerary: [stop("42", 2026_10_20, 2026_11_02)])
        let result = try drill.classify(facts, at: ProtocolBook.jiangsuRoad)
        #expect(result.version.text == "drill-sh-2020-02")
        #expect(result.riskClass == "keyArea")
        #expect(try drill.classify(facts, at: ProtocolBook.guangzhou).riskClass == "others")
        #expect(try drill.version(ProtocolID("drill-sh-2020-02")).title.chinese.hasPrefix("演练"))
    }
}
