import Fanghu
import FanghuTesting
import Testing

/// Whatever happens in whatever order, the invariants of DOMAIN §6.3 hold.
///
/// The seed stands in the name of a failing case, so that it can be run again.
struct ObservationWalkTests {
    @Test(arguments: 0..<300)
    func `I-5, I-7, I-8: no order of events gets round the rules`(seed: UInt64) throws {
        var walk = try ObservationWalk(seed: seed)
        for _ in 0..<120 where walk.state.stage != .ended { try walk.step() }
    }

    @Test func `walks reach every state, so that the proof above is about something`() throws {
        var reached: Set<String> = []
        for seed: UInt64 in 0..<300 {
            var walk = try ObservationWalk(seed: seed)
            for _ in 0..<120 where walk.state.stage != .ended {
                try walk.step()
                reached.insert(walk.state.name)
                if walk.state.conditions.isFeverish { reached.insert("feverish") }
                if walk.state.conditions.isBreached { reached.insert("breached") }
            }
        }
        #expect(reached.isSuperset(of: Set(ObservationState.all.map(\.name)).union(["feverish", "breached"])))
    }

    @Test(arguments: ObservationState.all)
    func `every state answers every event, and what has ended has ended`(state: ObservationState) throws {
        for now in [at(2020_02_03, 18), at(2020_02_10, 9), at(2020_02_18, 9)] {
            for event in try ObservationWalk.everyEvent(at: now) {
                let facts = RuleSample.facts(at: now)
                guard let outcome = try? state.after(event, given: facts) else { continue }
                #expect(state.stage != .ended, "\(state.name) took \(event.name)")
                #expect(
                    outcome.change(of: .observationsActive) == state.change(to: outcome.state, \.isUnderObservation)
                )
                #expect(
                    outcome.change(of: .observationsPreparing)
                        == state.change(to: outcome.state) { $0.stage == .preparing }
                )
                #expect(outcome.change(of: .feversOpen) == state.change(to: outcome.state, \.conditions.isFeverish))
            }
        }
    }

    @Test(arguments: ObservationState.all)
    func `a state comes back from what is stored of it`(state: ObservationState) {
        let conditions = state.conditions
        let read = ObservationState(
            name: state.name,
            isBreached: conditions.isBreached,
            isFeverish: conditions.isFeverish
        )
        #expect(read == state)
        #expect(ObservationState(name: state.name + "x") == nil)
    }

    @Test func `a flag that a state cannot have is not read away`() {
        #expect(ObservationState(name: "released", isFeverish: true) == nil)
        #expect(ObservationState(name: "proposed", isBreached: true) == nil)
    }
}

extension ObservationState {
    fileprivate func change(to next: ObservationState, _ isCounted: (ObservationState) -> Bool) -> Int {
        (isCounted(next) ? 1 : 0) - (isCounted(self) ? 1 : 0)
    }
}
