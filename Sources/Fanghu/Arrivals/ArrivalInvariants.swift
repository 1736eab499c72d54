/// The invariants of arrivals over a whole set of facts (DOMAIN §6.1); `fanghu verify` runs them.
package enum ArrivalInvariants {
    /// An arrival as the check needs it.
    package struct ArrivalFact: Hashable, Sendable {
        package let id: ArrivalID
        package let person: PersonID
        package let state: ArrivalState
        package let arrivedOn: CivilDate
        package let isFromKeyArea: Bool
        package let needsObservation: Bool
        package let hasException: Bool

        package init(
            id: ArrivalID,
            person: PersonID,
            state: ArrivalState,
            arrivedOn: CivilDate,
            isFromKeyArea: Bool,
            needsObservation: Bool,
            hasException: Bool
        ) {
            self.id = id
            self.person = person
            self.state = state
            self.arrivedOn = arrivedOn
            self.isFromKeyArea = isFromKeyArea
            self.needsObservation = needsObservation
            self.hasException = hasException
        }
    }

    /// An observation as the check needs it.
    package struct ObservationFact: Hashable, Sendable {
        package let id: ObservationID
        package let person: PersonID
        package let state: ObservationState
        /// When it was opened.
        package let createdOn: CivilDate

        package init(id: ObservationID, person: PersonID, state: ObservationState, createdOn: CivilDate) {
            self.id = id
            self.person = person
            self.state = state
            self.createdOn = createdOn
        }
    }

    package struct LeadFact: Hashable, Sendable {
        package let id: LeadID
        package let state: LeadState
        package let dueAt: Instant
        package let hasOpenTask: Bool

        package init(id: LeadID, state: LeadState, dueAt: Instant, hasOpenTask: Bool) {
            self.id = id
            self.state = state
            self.dueAt = dueAt
            self.hasOpenTask = hasOpenTask
        }
    }

    /// I-1: registered arrivals whose class asks for an observation and who never got one.
    package static func unobserved(
        _ arrivals: [ArrivalFact],
        _ observations: [ObservationFact]
    ) -> [ArrivalID] {
        let byPerson = Dictionary(grouping: observations, by: \.person)
        return
            arrivals.filter { arrival in
                guard arrival.needsObservation, !arrival.hasException, arrival.state.countsAsDisposed else {
                    return false
                }
                return !(byPerson[arrival.person] ?? []).contains { $0.createdOn >= arrival.arrivedOn }
            }
            .map(\.id)
    }

    /// I-2: key-area arrivals of the last 14 days without exactly one observation going on, a release or an exception.
    ///
    /// Those whose dwelling nobody has confirmed yet have a task and are no breach.
    package static func keyAreaWithoutObservation(
        _ arrivals: [ArrivalFact],
        _ observations: [ObservationFact],
        today: CivilDate
    ) -> [ArrivalID] {
        let byPerson = Dictionary(grouping: observations, by: \.person)
        return
            arrivals.filter { arrival in
                guard arrival.isFromKeyArea, arrival.needsObservation, !arrival.hasException,
                    arrival.arrivedOn > today.adding(days: -14), arrival.state.countsAsDisposed
                else { return false }
                let own = (byPerson[arrival.person] ?? []).filter { $0.createdOn >= arrival.arrivedOn }
                let running = own.filter { $0.state.stage != .ended }.count
                return running > 1 || running == 0 && !own.contains { $0.state.isProperEnd }
            }
            .map(\.id)
    }

    /// I-3: open leads that are on nobody's list.
    package static func forgottenLeads(_ leads: [LeadFact]) -> [LeadID] {
        leads.filter { $0.state == .open && !$0.hasOpenTask }.map(\.id)
    }

    /// I-4: persons who are observed more than once at the same time.
    package static func observedTwice(_ observations: [ObservationFact]) -> [PersonID] {
        Dictionary(grouping: observations.filter { $0.state.isUnderObservation }, by: \.person)
            .filter { $0.value.count > 1 }.keys.sorted()
    }
}

extension ArrivalState {
    /// Past the point where an observation must exist.
    fileprivate var countsAsDisposed: Bool {
        switch self {
        case .preReported, .arrived, .registered, .withdrawn, .disposed(.advisedReturn): false
        case .classified, .disposed: true
        }
    }
}

extension ObservationState {
    /// An end that leaves no duty open.
    fileprivate var isProperEnd: Bool {
        switch self {
        case .released, .transferred, .died, .left: true
        case .preparing, .active, .dueForRelease, .cancelled: false
        }
    }
}
