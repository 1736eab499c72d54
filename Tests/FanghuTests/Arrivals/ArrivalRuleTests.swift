import Fanghu
import Testing

/// The state machine of DOMAIN §6.1.
struct ArrivalRuleTests {
    static func circumstances(
        at now: Instant = at(2020_02_10, 14),
        documentPending: Bool = false,
        classification: Classification? = nil,
        observed: Bool = false
    ) -> ArrivalCircumstances {
        ArrivalCircumstances(
            now: now,
            limits: RuleSample.version.limits,
            documentPending: documentPending,
            classification: classification,
            hasObservationOrException: observed
        )
    }

    private func classification(_ draft: Registration.Draft) throws -> Classification {
        try ShippedData.book().classify(draft.check().facts, at: ProtocolBook.jiangsuRoad)
    }

    @Test func `I-1: from the form to the observation`() throws {
        let registration = try Registration.Draft.fromWuhan().check()
        let opened = ArrivalState.opening(registration, given: Self.circumstances())
        #expect(opened.state == .arrived)
        #expect(opened.followUps.contains(.openTask(.confirmDwelling, due: at(2020_02_11, 2))))
        #expect(opened.followUps.contains(.count(.arrivalsAwaitingConfirmation, 1)))
        let confirmed = try opened.state.after(.dwellingConfirmed, given: Self.circumstances())
        #expect(confirmed.state == .registered)
        #expect(confirmed.followUps.contains(.classify))
        #expect(confirmed.followUps.contains(.count(.arrivalsRegistered, 1)))
        #expect(confirmed.followUps.contains(.count(.arrivalsAwaitingConfirmation, -1)))
        let result = try classification(.fromWuhan())
        let classified = try confirmed.state.after(.classified(result), given: Self.circumstances())
        #expect(classified.state == .classified)
        #expect(classified.followUps.contains(.openObservation(result)))
        #expect(classified.followUps.contains(.count(.keyAreaArrivals, 1)))
        #expect(throws: ArrivalRefusal.observationMissing) {
            try classified.state.after(
                .disposed(.homeObservation),
                given: Self.circumstances(classification: result)
            )
        }
        let disposed = try classified.state.after(
            .disposed(.homeObservation),
            given: Self.circumstances(classification: result, observed: true)
        )
        #expect(disposed.state == .disposed(.homeObservation))
    }

    @Test func `everybody else needs no observation`() throws {
        let result = try classification(.fromHangzhou())
        let classified = try ArrivalState.registered.after(.classified(result), given: Self.circumstances())
        #expect(classified.followUps.isEmpty)
        let disposed = try classified.state.after(
            .disposed(.selfMonitoring),
            given: Self.circumstances(classification: result)
        )
        #expect(disposed.state == .disposed(.selfMonitoring))
    }

    @Test func `who comes back from the fever clinic gets the disposition of the class`() throws {
        let result = try classification(.fromWuhan())
        let facts = Self.circumstances(classification: result, observed: true)
        let back = try ArrivalState.disposed(.sentToFeverClinic).after(.disposed(.homeObservation), given: facts)
        #expect(back.state == .disposed(.homeObservation))
        #expect(throws: ArrivalRefusal.alreadyDisposed) {
            try ArrivalState.disposed(.homeObservation).after(.disposed(.noMeasure), given: facts)
        }
    }

    @Test func `advice to come later is an outcome, and what is registered is not advised away`() throws {
        let facts = Self.circumstances()
        let advised = try ArrivalState.preReported.after(.returnAdvised, given: facts)
        #expect(advised.state == .disposed(.advisedReturn))
        #expect(advised.followUps.contains(.count(.arrivalsAwaitingConfirmation, -1)))
        #expect(throws: ArrivalRefusal.alreadyRegistered) {
            try ArrivalState.registered.after(.returnAdvised, given: facts)
        }
    }

    @Test func `nothing is disposed before it is registered and classified`() {
        let facts = Self.circumstances()
        #expect(throws: ArrivalRefusal.notRegistered) {
            try ArrivalState.arrived.after(.disposed(.noMeasure), given: facts)
        }
        #expect(throws: ArrivalRefusal.notClassified) {
            try ArrivalState.registered.after(.disposed(.noMeasure), given: facts)
        }
        #expect(throws: ArrivalRefusal.alreadyDisposed) {
            try ArrivalState.classified.after(.withdrawn(.enteredInError), given: facts)
        }
    }

    @Test(arguments: ArrivalState.all)
    func `every state answers every event, and what is waiting is always counted`(state: ArrivalState) throws {
        #expect(ArrivalState(name: state.name) == state)
        let result = try classification(.fromWuhan())
        let events: [ArrivalEvent] = [
            .arrived, .dwellingConfirmed, .classified(result), .disposed(.homeObservation), .returnAdvised,
            .secondChecked(reason: "asked again"), .withdrawn(.duplicate),
        ]
        for event in events {
            let facts = Self.circumstances(classification: result, observed: true)
            guard let outcome = try? state.after(event, given: facts) else { continue }
            #expect(state != .withdrawn)
            let counted = outcome.followUps.reduce(0) { sum, followUp in
                if case .count(.arrivalsAwaitingConfirmation, let change) = followUp { sum + change } else { sum }
            }
            #expect(counted == (outcome.state.awaitsConfirmation ? 1 : 0) - (state.awaitsConfirmation ? 1 : 0))
        }
    }
}
