import Fanghu
import FanghuTesting
import Foundation
import Testing

/// F-01: each field once, one problem for each wrong field, and no more asked than the version wants.
struct RegistrationTests {
    @Test func `the full form of somebody from a key area`() throws {
        let registration = try Registration.Draft.fromWuhan().check()
        #expect(registration.filing.form == .full)
        #expect(registration.person.name.text == "王小明")
        #expect(registration.person.sex == .male)
        #expect(registration.person.document?.kind == .citizenNumber)
        #expect(registration.journey.itinerary.count == 2)
        #expect(registration.journey.transport?.number == "D3056")
        #expect(registration.filing.noticeVersion == "2020-02")
        #expect(registration.facts.declaredKeyArea == true)
    }

    @Test func `R-PRIV-02: who was in no key area answers the short form, and nothing more is kept`() throws {
        var draft = Registration.Draft.fromHangzhou()
        draft.documentKind = .citizenNumber
        draft.documentNumber = FixtureNumbers.citizen(born: day(1985_06_15), sequence: 41)
        draft.employer = "某某公司"
        draft.careNeeds = "糖尿病"
        draft.transport = .car
        draft.transportNumber = "沪A12345"
        draft.registeredDivision = "310105"
        let registration = try draft.check()
        #expect(registration.filing.form == .short)
        #expect(registration.person.document == nil)
        #expect(registration.person.registeredDivision == nil)
        #expect(registration.stay.employer == nil)
        #expect(registration.journey.transport == nil)
        #expect(registration.health.careNeeds == nil)
    }

    @Test func `an itinerary through a key area asks for the full form, whatever was declared`() throws {
        var draft = Registration.Draft.fromHangzhou()
        draft.itinerary = [Registration.StopDraft(place: "4201", from: "2020-02-01", to: "2020-02-08", kind: .transit)]
        let problems = try draft.problems()
        #expect(Set(problems.keys) == ["document", "departedOn", "transport", "symptoms"])
        #expect(Set(problems.values) == ["arrival.fieldMissing"])
    }

    @Test func `an empty form names every field of the short form once`() throws {
        let problems = try Registration.Draft().problems()
        #expect(
            Set(problems.keys) == [
                "name", "phone", "address", "arrivedOn", "temperature", "declaredKeyArea", "contactHistory",
                "declaration",
            ]
        )
        #expect(!problems.values.contains { $0.contains(" and ") })
    }

    struct Wrong: Sendable {
        let field: String
        let code: String
        let change: @Sendable (inout Registration.Draft) -> Void

        init(_ field: String, _ code: String, _ change: @escaping @Sendable (inout Registration.Draft) -> Void) {
            self.field = field
            self.code = code
            self.change = change
        }
    }

    private static let wrong: [Wrong] = [
        Wrong("name", "personName.shape") { $0.name = "王小明1" },
        Wrong("name", "arrival.fieldMissing") { $0.name = "  " },
        Wrong("phone", "phone.shape") { $0.phone = "12345678901" },
        Wrong("document", "citizenNumber.checkCharacter") { $0.documentNumber = "110105194912310021" },
        Wrong("document", "arrival.fieldMissing") { $0.documentNumber = nil },
        Wrong("document", "country.missing") {
            $0.documentKind = .foreignPassport
            $0.documentNumber = "X1234567"
        },
        Wrong("nationality", "country.shape") { $0.nationality = "Ruritania" },
        Wrong("registeredDivision", "arrival.noSuchDivision") { $0.registeredDivision = "3101x5" },
        Wrong("address", "arrival.fieldMissing") { $0.addressText = " " },
        Wrong("address", "arrival.tooLong") { $0.addressText = String(repeating: "路", count: 201) },
        Wrong("landlord", "arrival.fieldMissing") { $0.tenure = .tenancy },
        Wrong("itinerary", "arrival.fieldMissing") { $0.itinerary = [] },
        Wrong("itinerary[0]", "arrival.stopWithoutPlace") { $0.itinerary?[0].place = "Wuhan" },
        Wrong("itinerary[1]", "arrival.stopWithoutDays") { $0.itinerary?[1].to = "2020-02-30" },
        Wrong("itinerary[1]", "arrival.stopWithoutDays") { $0.itinerary?[1].to = "2020-02-01" },
        Wrong("itinerary[1]", "arrival.stopAfterArrival") {
            $0.itinerary?[1].from = "2020-02-11"
            $0.itinerary?[1].to = "2020-02-12"
        },
        Wrong("departedOn", "arrival.departedAfterArrival") { $0.departedOn = "2020-02-11" },
        Wrong("departedOn", "arrival.noSuchDay") { $0.departedOn = "2020-02-30" },
        Wrong("arrivedOn", "arrival.arrivesTooFarAhead") { $0.arrivedOn = "2020-02-14" },
        Wrong("transport", "train.shape") { $0.transportNumber = "A12" },
        Wrong("transport", "arrival.fieldMissing") { $0.transportNumber = nil },
        Wrong("transport", "plate.shape") {
            $0.transport = .car
            $0.transportNumber = "沪AI2345"
        },
        Wrong("contactHistory", "arrival.fieldMissing") { $0.contacts?.confirmedCase = nil },
        Wrong("contactHistory", "arrival.contactInFuture") { $0.contacts?.lastOn = "2020-02-11" },
        Wrong("contactHistory", "arrival.noSuchDay") { $0.contacts?.lastOn = "yesterday" },
        Wrong("temperature", "temperature.outOfRange") { $0.temperature = "20" },
        Wrong("symptoms", "arrival.fieldMissing") { $0.symptoms = nil },
        Wrong("declaration", "arrival.fieldMissing") { $0.declaration = false },
        Wrong("declaration", "arrival.noticeOutdated") { $0.noticeVersion = "2020-01" },
    ]

    @Test(arguments: wrong.indices)
    func `one wrong field is one problem with its name`(index: Int) throws {
        let wrong = RegistrationTests.wrong[index]
        var draft = Registration.Draft.fromWuhan()
        wrong.change(&draft)
        #expect(try draft.problems() == [wrong.field: wrong.code])
    }

    @Test func `a document that is not at hand keeps nobody from being registered`() throws {
        var draft = Registration.Draft.fromWuhan()
        draft.documentPending = true
        draft.documentNumber = "wrong"
        let registration = try draft.check()
        #expect(registration.person.document == nil)
        let outcome = ArrivalState.opening(registration, given: ArrivalRuleTests.circumstances(documentPending: true))
        #expect(outcome.followUps.contains { if case .openTask(.completeDocument, _) = $0 { true } else { false } })
    }

    @Test func `three days ahead can be reported, without a temperature`() throws {
        var draft = Registration.Draft.fromWuhan()
        draft.arrivedOn = "2020-02-13"
        draft.temperature = nil
        draft.symptoms = nil
        let registration = try draft.check()
        let outcome = ArrivalState.opening(registration, given: ArrivalRuleTests.circumstances())
        #expect(outcome.state == .preReported)
    }

    @Test func `R-PRIV-04: a guardian registers a child under fourteen`() throws {
        var draft = Registration.Draft.fromWuhan()
        draft.documentNumber = FixtureNumbers.citizen(born: day(2008_03_01), sequence: 41)
        #expect(try draft.problems() == ["relation": "arrival.guardianNeeded"])
        draft.relation = .parent
        draft.filledBy = "王芳"
        #expect(try draft.check().filing.relation == .parent)
    }

    @Test func `what is unusual is a warning, not a refusal`() throws {
        var draft = Registration.Draft.fromWuhan()
        draft.phone = "15400000000"
        let registration = try draft.check()
        #expect(registration.warnings.contains { $0.field == .phone && $0.warning == .numberRangeUnknown })
    }

    @Test func `a draft survives the way through JSON`() throws {
        let draft = Registration.Draft.fromWuhan()
        let copy = try JSONDecoder().decode(Registration.Draft.self, from: JSONEncoder().encode(draft))
        #expect(copy == draft)
        let registration = try draft.check()
        let journey = try JSONDecoder().decode(Journey.self, from: JSONEncoder().encode(registration.journey))
        #expect(journey == registration.journey)
    }
}
