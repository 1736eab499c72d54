import Fanghu
import Testing

/// Leads, matching, and the invariants of arrivals over whole sets of facts.
struct LeadTests {
    private func person(_ number: Int) -> PersonID {
        PersonID(checked: "00000000-0000-7000-8000-00000000001\(number)")
    }

    private func arrival(_ number: Int) -> ArrivalID {
        ArrivalID(checked: "00000000-0000-7000-8000-00000000002\(number)")
    }

    private let lead = LeadID(checked: "00000000-0000-7000-8000-000000000031")
    private let otherLead = LeadID(checked: "00000000-0000-7000-8000-000000000032")

    @Test func `I-3: a lead is settled once, with a registration or a reason`() throws {
        #expect(try LeadState.open.after(.registered(arrival(1)), of: lead) == .registered)
        #expect(try LeadState.open.after(.notHere(reason: "moved in January"), of: lead) == .notHere)
        #expect(try LeadState.open.after(.duplicate(of: otherLead), of: lead) == .duplicate)
        #expect(throws: LeadRefusal.reasonMissing) { try LeadState.open.after(.wrong(reason: " "), of: lead) }
        #expect(throws: LeadRefusal.duplicateOfItself) { try LeadState.open.after(.duplicate(of: lead), of: lead) }
        for state in LeadState.allCases where state != .open {
            #expect(throws: LeadRefusal.alreadyResolved) { try state.after(.registered(arrival(1)), of: lead) }
        }
        let limits = RuleSample.version.limits
        #expect(LeadState.deadline(receivedAt: at(2020_02_10, 9), limits: limits) == at(2020_02_11, 9))
    }

    @Test func `I-3: an open lead that is on nobody's list is found`() {
        func fact(_ state: LeadState, _ hasTask: Bool) -> ArrivalInvariants.LeadFact {
            ArrivalInvariants.LeadFact(id: lead, state: state, dueAt: at(2020_02_10, 9), hasOpenTask: hasTask)
        }
        #expect(ArrivalInvariants.forgottenLeads([fact(.open, true), fact(.notHere, false)]).isEmpty)
        #expect(ArrivalInvariants.forgottenLeads([fact(.open, false)]) == [lead])
    }

    private func match(
        _ form: MatchKeys<String>,
        _ known: [(id: PersonID, keys: MatchKeys<String>)]
    ) -> PersonMatch {
        PersonMatch.of(form, among: known)
    }

    @Test func `a document decides, then name and phone, then a person`() {
        let place = PlaceID(checked: "00000000-0000-7000-8000-000000000041")
        let known: [(id: PersonID, keys: MatchKeys<String>)] = [
            (person(1), MatchKeys(document: "D1", name: "王芳", phones: ["138"], dwellings: [place])),
            (person(2), MatchKeys(document: "D2", name: "王芳", phones: ["138"])),
            (person(3), MatchKeys(document: nil, name: "李强", phones: ["139"], dwellings: [place])),
        ]
        #expect(match(MatchKeys(document: "D2", name: "王方"), known) == .document(person(2)))
        #expect(match(MatchKeys(document: nil, name: "李强", phones: ["139"]), known) == .nameAndPhone(person(3)))
        #expect(
            match(MatchKeys(document: nil, name: "王芳", phones: ["138"]), known) == .toCompare([person(1), person(2)])
        )
        #expect(match(MatchKeys(document: nil, name: "李强", dwellings: [place]), known) == .toCompare([person(3)]))
        #expect(match(MatchKeys(document: nil, name: "赵云", phones: ["138"]), known) == .nobody)
    }

    @Test func `two documents are two people, be name and phone the same`() {
        let known: [(id: PersonID, keys: MatchKeys<String>)] = [
            (person(1), MatchKeys(document: "D1", name: "王芳", phones: ["138"]))
        ]
        #expect(match(MatchKeys(document: "D9", name: "王芳", phones: ["138"]), known) == .nobody)
    }

    private func fact(
        state: ArrivalState = .disposed(.homeObservation),
        arrived: Int = 2020_02_10,
        exception: Bool = false
    ) -> ArrivalInvariants.ArrivalFact {
        ArrivalInvariants.ArrivalFact(
            id: arrival(1),
            person: person(1),
            state: state,
            arrivedOn: day(arrived),
            isFromKeyArea: true,
            needsObservation: true,
            hasException: exception
        )
    }

    private func observation(
        _ state: ObservationState,
        on created: Int = 2020_02_10
    ) -> ArrivalInvariants.ObservationFact {
        ArrivalInvariants.ObservationFact(
            id: ObservationID(checked: "00000000-0000-7000-8000-000000000051"),
            person: person(1),
            state: state,
            createdOn: day(created)
        )
    }

    @Test func `I-1: who should be observed and is not is found`() {
        #expect(ArrivalInvariants.unobserved([fact()], []) == [arrival(1)])
        #expect(ArrivalInvariants.unobserved([fact()], [observation(.proposed)]).isEmpty)
        #expect(ArrivalInvariants.unobserved([fact()], [observation(.released, on: 2020_01_20)]) == [arrival(1)])
        #expect(ArrivalInvariants.unobserved([fact(exception: true)], []).isEmpty)
        #expect(ArrivalInvariants.unobserved([fact(state: .arrived)], []).isEmpty, "a task asks for the dwelling first")
    }

    @Test func `I-2: exactly one observation, a release, or an exception`() {
        let today = day(2020_02_15)
        func found(_ observations: [ArrivalInvariants.ObservationFact], arrived: Int = 2020_02_10) -> Int {
            ArrivalInvariants.keyAreaWithoutObservation([fact(arrived: arrived)], observations, today: today).count
        }
        #expect(found([]) == 1)
        #expect(found([observation(.quiet)]) == 0)
        #expect(found([observation(.quiet), observation(.proposed)]) == 1)
        #expect(found([observation(.released)]) == 0)
        #expect(found([observation(.cancelled)]) == 1)
        #expect(found([observation(.transferred(.hospital))]) == 0)
        #expect(found([], arrived: 2020_02_01) == 0, "fourteen days later it is history")
    }

    @Test func `I-4: somebody observed twice is found`() {
        #expect(ArrivalInvariants.observedTwice([observation(.quiet), observation(.released)]).isEmpty)
        #expect(ArrivalInvariants.observedTwice([observation(.quiet), observation(.dueForRelease)]) == [person(1)])
    }
}
