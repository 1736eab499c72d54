import Fanghu
import FanghuTesting
import Testing

/// One random life of an observation, with the bookkeeping a service would do and the invariants checked at each step.
struct ObservationWalk {
    private(set) var state: ObservationState
    private var seed: FixtureSeed
    private var now = at(2020_02_03, 18)
    private var period: ObservationPeriod
    private var noticeGiven = false
    private var openTasks: Set<ObservationTask> = []
    private var figures: [ObservationFigure: Int] = [:]

    init(seed: UInt64) throws {
        self.seed = FixtureSeed(seed)
        let opening = try ObservationState.opening(given: RuleSample.facts(at: now))
        state = opening.state
        period = try #require(opening.period)
        carryOut(opening)
    }

    /// Lets some time pass and something happen.
    mutating func step() throws {
        now = now.adding(minutes: Int.random(in: 0...1800, using: &seed))
        let event = isLikely(0.3) ? try likelyEvent() : try anyEvent()
        var facts = RuleSample.facts(at: now, period: period, noticeGiven: noticeGiven)
        facts.records = RecordTally(due: 28, recorded: isLikely(0.7) ? 28 : 25, explained: 0)
        facts.lastRecordIsHarmless = isLikely(0.8)
        facts.missedInARow = isLikely(0.5) ? 1 : 2
        guard let outcome = try? state.after(event, given: facts) else { return }
        check(event, outcome, facts)
        if case .noticeGiven = event { noticeGiven = true }
        if let changed = outcome.period { period = changed }
        state = outcome.state
        carryOut(outcome)
        #expect(figures[.observationsActive, default: 0] == (state.isUnderObservation ? 1 : 0))
        #expect(figures[.feversOpen, default: 0] == (state.conditions.isFeverish ? 1 : 0))
        if state.conditions.isFeverish { #expect(openTasks.contains(.answerFever), "I-7: a fever is somebody's task") }
        if state.stage == .ended { #expect(openTasks.isEmpty, "nothing is left to do after the end") }
    }

    private func check(_ event: ObservationEvent, _ outcome: ObservationOutcome, _ facts: ObservationFacts) {
        if outcome.state == .released {
            #expect(now >= period.releaseAt, "released before the last day was over")
            #expect(event.name == "releaseSigned", "I-5: released by \(event.name)")
            #expect(state == .dueForRelease && facts.records.missing == 0 && facts.lastRecordIsHarmless)
        }
        if outcome.state == .dueForRelease, state != .dueForRelease {
            #expect(event == .periodCompleted && now >= period.releaseAt)
            #expect(state == .quiet)
        }
        if state.conditions.isFeverish, !outcome.state.conditions.isFeverish {
            let isAnswered = ["doctorNoted", "died"].contains(event.name)
            #expect(isAnswered || outcome.state == .transferred(.hospital), "I-7: a fever went away by \(event.name)")
        }
        if let changed = outcome.period {
            #expect(changed.lastDay == changed.event.adding(days: changed.days), "I-8")
            let mayChange = ["exposureRenewed", "startCorrected", "homeChecked"]
            #expect(mayChange.contains(event.name), "I-8: the end was moved by \(event.name)")
        }
    }

    private mutating func carryOut(_ outcome: ObservationOutcome) {
        for followUp in outcome.followUps {
            switch followUp {
            case .closeTasks(let task, _): openTasks.remove(task)
            case .closeAllTasks: openTasks.removeAll()
            case .count(let figure, let change): figures[figure, default: 0] += change
            case .openTask, .setPeriod, .setVersion, .setMode, .setColour, .continueCentrally: break
            }
        }
        for case .openTask(let task, let due, _) in outcome.followUps {
            #expect(due >= now || task == .release)
            openTasks.insert(task)
        }
    }

    /// What brings a life forward; otherwise hardly any walk would get beyond the door.
    private func likelyEvent() throws -> ObservationEvent {
        switch state {
        case .preparing(.proposed, _), .preparing(.homeUnsuitable, _):
            noticeGiven ? .homeChecked(HomeCheck(obstacles: [])) : .noticeGiven(textVersion: "2020-02")
        case .preparing(.homeSuitable, _):
            noticeGiven ? .committed(try RuleSample.commitment(at: now)) : .noticeGiven(textVersion: "2020-02")
        case .preparing(.committed, _): .activated
        case .active(let conditions):
            conditions.isFeverish ? .doctorNoted(.cleared) : conditions.isBreached ? .breachEnded : .periodCompleted
        case .dueForRelease: .releaseSigned(serial: "2020-1")
        case .released, .transferred, .cancelled, .died, .left: .proposed
        }
    }

    /// Ends that need no order of things are kept rare, or most lives would be over before anything happened in them.
    private mutating func anyEvent() throws -> ObservationEvent {
        let events = try ObservationWalk.everyEvent(at: now)
        let event = events[Int.random(in: 0..<events.count, using: &seed)]
        let isEnd = ["died", "left", "transferred", "cancelled"].contains(event.name)
        return isEnd && isLikely(0.9) ? .periodCompleted : event
    }

    private mutating func isLikely(_ chance: Double) -> Bool {
        Double.random(in: 0..<1, using: &seed) < chance
    }

    /// One of each kind of event, and some in two shapes.
    static func everyEvent(at now: Instant) throws -> [ObservationEvent] {
        let slot = DaySlot(day: now.day, slot: RuleSample.morning)
        return [
            .proposed, .noticeGiven(textVersion: "2020-02"), .homeChecked(HomeCheck(obstacles: [])),
            .homeChecked(HomeCheck(obstacles: [.noOwnRoom])), .committed(try RuleSample.commitment(at: now)),
            .activated, .dayRecorded(try RuleSample.record(at: now)),
            .dayRecorded(try RuleSample.record(at: now, tenths: 380, source: .worker)), .slotMissed(slot),
            .slotExplained(slot, reason: "asleep"), .breachReported, .breachEnded, .feverReported,
            .doctorNoted(.cleared), .doctorNoted(.transferHospital),
            .exposureRenewed(on: now.day.adding(days: -1)), .startCorrected(correction(at: now)), .segmentBegan,
            .periodCompleted,
            .releaseSigned(serial: "2020-1"), .transferred(.hospital), .transferred(.central),
            .cancelled(Cancellation(reason: .enteredInError, requestedBy: RuleSample.account(1))),
            .cancelled(
                Cancellation(
                    reason: .wrongClass,
                    requestedBy: RuleSample.account(1),
                    confirmedBy: RuleSample.account(2)
                )
            ),
            .died, .left,
        ]
    }

    private static func correction(at now: Instant) -> StartCorrection {
        StartCorrection(
            event: now.day.adding(days: -3),
            requestedBy: RuleSample.account(1),
            confirmedBy: RuleSample.account(2)
        )
    }
}
