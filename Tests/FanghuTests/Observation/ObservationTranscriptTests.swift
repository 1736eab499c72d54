import Fanghu
import Testing

/// The state machine of DOMAIN §6.3, told as what happens one after another.
struct ObservationTranscriptTests {
    private let due = at(2020_02_18, 0)

    private func active() throws -> ObservationState {
        var state = try ObservationState.opening(given: RuleSample.facts(at: at(2020_02_03, 18))).state
        for event in [
            .homeChecked(HomeCheck(obstacles: [])), .committed(try RuleSample.commitment(at: at(2020_02_03, 19))),
            .activated,
        ] as [ObservationEvent] {
            state = try state.after(event, given: RuleSample.facts(at: at(2020_02_03, 19))).state
        }
        return state
    }

    @Test func `from the proposal to the release`() throws {
        let now = at(2020_02_03, 18)
        let opened = try ObservationState.opening(given: RuleSample.facts(at: now, noticeGiven: false))
        #expect(opened.state == .proposed)
        #expect(opened.change(of: .observationsPreparing) == 1)
        #expect(opened.followUps.contains(.openTask(.checkHome, due: now.adding(hours: 12), slot: nil)))
        let checked = try opened.state.after(.homeChecked(HomeCheck(obstacles: [])), given: RuleSample.facts(at: now))
        #expect(checked.state == .homeSuitable)
        #expect(checked.followUps.contains(.closeTasks(.checkHome, slot: nil)))
        #expect(checked.followUps.contains(.openTask(.signCommitment, due: now.adding(hours: 12), slot: nil)))
        let signed = try checked.state.after(
            .committed(RuleSample.commitment(at: now)),
            given: RuleSample.facts(at: now)
        )
        #expect(signed.state == .committed)
        let begun = try signed.state.after(.activated, given: RuleSample.facts(at: now))
        #expect(begun.state == .quiet)
        #expect(begun.change(of: .observationsPreparing) == -1)
        #expect(begun.change(of: .observationsActive) == 1)
        #expect(begun.change(of: .observationsStarted) == 1)
        let ended = try begun.state.after(.periodCompleted, given: RuleSample.facts(at: due))
        #expect(ended.state == .dueForRelease)
        #expect(ended.followUps == [.openTask(.release, due: due.adding(hours: 12), slot: nil)])
        let released = try ended.state.after(.releaseSigned(serial: "2020-1"), given: RuleSample.facts(at: due))
        #expect(released.state == .released)
        #expect(released.followUps.contains(.setColour(.green)))
        #expect(released.followUps.contains(.closeAllTasks))
        #expect(released.change(of: .observationsActive) == -1)
        #expect(released.change(of: .observationsReleased) == 1)
    }

    @Test func `a home that does not do means a central site, with the same days`() throws {
        let now = at(2020_02_03, 18)
        let check = HomeCheck(obstacles: [.sharedToilet])
        let unsuitable = try ObservationState.proposed.after(.homeChecked(check), given: RuleSample.facts(at: now))
        #expect(unsuitable.state == .homeUnsuitable)
        #expect(
            unsuitable.followUps.contains(.openTask(.arrangeCentralObservation, due: now.adding(hours: 6), slot: nil))
        )
        let central = try #require(unsuitable.period)
        #expect(central.mode(on: day(2020_02_04)) == .central)
        #expect(central.releaseAt == RuleSample.period.releaseAt)
        #expect(throws: ObservationRefusal.homeIsUnsuitable) {
            try unsuitable.state.after(
                .committed(RuleSample.commitment(at: now)),
                given: RuleSample.facts(at: now, period: central)
            )
        }
        let begun = try unsuitable.state.after(.activated, given: RuleSample.facts(at: now, period: central))
        #expect(begun.state == .quiet)
        let again = try unsuitable.state.after(
            .homeChecked(HomeCheck(obstacles: [])),
            given: RuleSample.facts(at: now, period: central)
        )
        #expect(again.state == .homeSuitable)
        #expect(again.period == RuleSample.period)
    }

    @Test func `home observation needs the check, the notice and the signature, in this order`() throws {
        let facts = RuleSample.facts(at: at(2020_02_03, 18))
        let bare = RuleSample.facts(at: at(2020_02_03, 18), noticeGiven: false)
        let commitment = ObservationEvent.committed(try RuleSample.commitment(at: at(2020_02_03, 18)))
        #expect(throws: ObservationRefusal.homeNotChecked) {
            try ObservationState.proposed.after(.activated, given: facts)
        }
        #expect(throws: ObservationRefusal.homeNotChecked) {
            try ObservationState.proposed.after(commitment, given: facts)
        }
        #expect(throws: ObservationRefusal.commitmentMissing) {
            try ObservationState.homeSuitable.after(.activated, given: facts)
        }
        #expect(throws: ObservationRefusal.noticeMissing) {
            try ObservationState.homeSuitable.after(commitment, given: bare)
        }
        #expect(throws: ObservationRefusal.noticeMissing) {
            try ObservationState.committed.after(.activated, given: bare)
        }
    }

    @Test func `I-4: nobody is observed in two places`() throws {
        var facts = RuleSample.facts(at: at(2020_02_03, 18))
        facts.hasOtherActive = true
        let refusal = #expect(throws: ObservationRefusal.anotherActive) {
            try ObservationState.committed.after(.activated, given: facts)
        }
        #expect(refusal?.invariant == "I-4")
        #expect(throws: ObservationRefusal.alreadyOpen) { try active().after(.proposed, given: facts) }
    }

    @Test func `I-5: time makes nobody free, and nobody is free before the time`() throws {
        let early = RuleSample.facts(at: at(2020_02_17, 23, 59))
        #expect(throws: ObservationRefusal.periodRunning(daysLeft: 1)) {
            try active().after(.periodCompleted, given: early)
        }
        #expect(throws: ObservationRefusal.periodRunning(daysLeft: 1)) {
            try ObservationState.dueForRelease.after(.releaseSigned(serial: "1"), given: early)
        }
        let late = RuleSample.facts(at: at(2020_03_31, 0))
        #expect(throws: ObservationRefusal.notDueForRelease) {
            try active().after(.releaseSigned(serial: "1"), given: late)
        }
        #expect(try active().after(.periodCompleted, given: late).state == .dueForRelease)
        #expect(try ObservationState.dueForRelease.after(.periodCompleted, given: late).state == .dueForRelease)
    }

    @Test func `I-6: a release waits for every record or its reason`() throws {
        var facts = RuleSample.facts(at: due)
        facts.records = RecordTally(due: 28, recorded: 20, explained: 5)
        #expect(throws: ObservationRefusal.daysMissing(3)) {
            try ObservationState.dueForRelease.after(.releaseSigned(serial: "1"), given: facts)
        }
        facts.records = RecordTally(due: 28, recorded: 20, explained: 8)
        facts.lastRecordIsHarmless = false
        #expect(throws: ObservationRefusal.symptomatic) {
            try ObservationState.dueForRelease.after(.releaseSigned(serial: "1"), given: facts)
        }
        facts.lastRecordIsHarmless = true
        #expect(throws: ObservationRefusal.serialMissing) {
            try ObservationState.dueForRelease.after(.releaseSigned(serial: " "), given: facts)
        }
        #expect(try ObservationState.dueForRelease.after(.releaseSigned(serial: "1"), given: facts).state == .released)
    }

    @Test func `a version that wants tests releases nobody without them`() throws {
        let version = try ShippedData.book().version(ProtocolID("cn-10-measures"))
        let riskClass = try #require(version.riskClass("closeContact"))
        let period = ObservationPeriod(of: riskClass, by: version, from: day(2022_12_10))
        var facts = ObservationFacts(now: period.releaseAt, version: version, riskClass: riskClass, period: period)
        #expect(throws: ObservationRefusal.testsMissing(1)) {
            try ObservationState.dueForRelease.after(.releaseSigned(serial: "1"), given: facts)
        }
        facts.negativeTests = 1
        #expect(try ObservationState.dueForRelease.after(.releaseSigned(serial: "1"), given: facts).state == .released)
    }

    @Test func `I-6: a missed slot is a task, two in a row a visit`() throws {
        let slot = DaySlot(day: day(2020_02_04), slot: RuleSample.morning)
        var facts = RuleSample.facts(at: at(2020_02_04, 11, 59))
        #expect(throws: ObservationRefusal.slotNotOver) { try active().after(.slotMissed(slot), given: facts) }
        facts.now = at(2020_02_04, 12)
        let missed = try active().after(.slotMissed(slot), given: facts)
        #expect(
            missed.followUps == [.openTask(.missedSlot, due: at(2020_02_05, 0), slot: slot), .count(.slotsMissed, 1)]
        )
        facts.missedInARow = 2
        let visit = try active().after(.slotMissed(slot), given: facts)
        #expect(visit.followUps.contains(.openTask(.visitAfterMissedSlots, due: at(2020_02_05, 0), slot: slot)))
        #expect(throws: ObservationRefusal.reasonMissing) {
            try active().after(.slotExplained(slot, reason: " "), given: facts)
        }
        let explained = try active().after(.slotExplained(slot, reason: "thermometer broken"), given: facts)
        #expect(explained.followUps == [.closeTasks(.missedSlot, slot: slot)])
        let before = DaySlot(day: day(2020_02_03), slot: RuleSample.morning)
        #expect(throws: ObservationRefusal.noSuchSlot) { try active().after(.slotMissed(before), given: facts) }
    }

    @Test func `I-7: a fever stays open until a doctor has decided`() throws {
        let now = at(2020_02_05, 8)
        let facts = RuleSample.facts(at: now)
        let fever = try active().after(.dayRecorded(RuleSample.record(at: now, tenths: 373)), given: facts)
        #expect(fever.state == .active(.init(isFeverish: true)))
        #expect(fever.followUps.contains(.openTask(.answerFever, due: now.adding(minutes: 30), slot: nil)))
        #expect(fever.change(of: .feversReported) == 1 && fever.change(of: .feversOpen) == 1)
        let cool = try fever.state.after(.dayRecorded(RuleSample.record(at: at(2020_02_05, 16))), given: facts)
        #expect(cool.state == fever.state, "a lower reading is no doctor's decision")
        #expect(throws: ObservationRefusal.feverUnanswered) {
            try fever.state.after(.periodCompleted, given: RuleSample.facts(at: due))
        }
        #expect(throws: ObservationRefusal.feverUnanswered) { try fever.state.after(.left, given: facts) }
        #expect(throws: ObservationRefusal.feverUnanswered) {
            try fever.state.after(.transferred(.central), given: facts)
        }
        let cleared = try fever.state.after(.doctorNoted(.cleared), given: facts)
        #expect(cleared.state == .quiet)
        #expect(cleared.followUps == [.closeTasks(.answerFever, slot: nil), .count(.feversOpen, -1)])
        let hospital = try fever.state.after(.doctorNoted(.transferHospital), given: facts)
        #expect(hospital.state == .transferred(.hospital))
        #expect(hospital.change(of: .observationsEndedOtherwise) == 1 && hospital.change(of: .feversOpen) == -1)
    }

    @Test func `I-7: symptoms without fever ask for a doctor too, and so does a fever after the last day`() throws {
        let record = try RuleSample.record(at: at(2020_02_18, 8), symptoms: [.dryCough])
        let outcome = try ObservationState.dueForRelease.after(
            .dayRecorded(record),
            given: RuleSample.facts(at: at(2020_02_18, 8))
        )
        #expect(outcome.state == .active(.init(isFeverish: true)))
        #expect(outcome.followUps.contains(.closeTasks(.release, slot: nil)))
    }

    @Test func `I-7: a fever from before the beginning is open when it begins`() throws {
        let now = at(2020_02_03, 18)
        let facts = RuleSample.facts(at: now)
        let told = try ObservationState.committed.after(.feverReported, given: facts)
        #expect(told.state == .preparing(.committed, isFeverish: true))
        #expect(told.change(of: .feversOpen) == 1)
        #expect(told.followUps.contains(.openTask(.answerFever, due: now.adding(minutes: 30), slot: nil)))
        #expect(throws: ObservationRefusal.feverUnanswered) { try told.state.after(.left, given: facts) }
        #expect(try told.state.after(.activated, given: facts).state == .active(.init(isFeverish: true)))
        #expect(try told.state.after(.doctorNoted(.cleared), given: facts).state == .committed)
    }

    @Test func `a breach is a task at once and over when somebody has dealt with it`() throws {
        let now = at(2020_02_05, 14)
        let breach = try active().after(.breachReported, given: RuleSample.facts(at: now))
        #expect(breach.state == .active(.init(isBreached: true)))
        #expect(breach.followUps.contains(.openTask(.handleBreach, due: now.adding(minutes: 15), slot: nil)))
        #expect(throws: ObservationRefusal.breachOpen) {
            try breach.state.after(.periodCompleted, given: RuleSample.facts(at: due))
        }
        #expect(try breach.state.after(.breachEnded, given: RuleSample.facts(at: now)).state == .quiet)
        #expect(throws: ObservationRefusal.periodOver) {
            try active().after(.breachReported, given: RuleSample.facts(at: due))
        }
    }

    @Test func `I-8: a new exposure restarts the days, and who was due is active again`() throws {
        let now = at(2020_02_18, 9)
        let outcome = try ObservationState.dueForRelease.after(
            .exposureRenewed(on: day(2020_02_17)),
            given: RuleSample.facts(at: now)
        )
        #expect(outcome.state == .quiet)
        #expect(outcome.period?.releaseAt == at(2020_03_03, 0))
        for wrong in [2020_02_03, 2020_02_19] {
            #expect(throws: ObservationRefusal.exposureNotLater) {
                try active().after(.exposureRenewed(on: day(wrong)), given: RuleSample.facts(at: now))
            }
        }
    }

    @Test func `I-8: a start is corrected by two persons`() throws {
        let facts = RuleSample.facts(at: at(2020_02_10, 9))
        func correction(_ second: Int, _ event: Int) -> ObservationEvent {
            .startCorrected(
                StartCorrection(
                    event: day(event),
                    requestedBy: RuleSample.account(1),
                    confirmedBy: RuleSample.account(second)
                )
            )
        }
        #expect(throws: ObservationRefusal.secondPersonNeeded) {
            try active().after(correction(1, 2020_02_01), given: facts)
        }
        #expect(throws: ObservationRefusal.startInFuture) {
            try active().after(correction(2, 2020_02_11), given: facts)
        }
        let outcome = try active().after(correction(2, 2020_02_01), given: facts)
        #expect(outcome.period?.releaseAt == at(2020_02_16, 0))
    }

    @Test func `what has begun is cancelled by two persons only`() throws {
        let facts = RuleSample.facts(at: at(2020_02_10, 9))
        let alone = Cancellation(reason: .enteredInError, requestedBy: RuleSample.account(1))
        let twice = Cancellation(
            reason: .enteredInError,
            requestedBy: RuleSample.account(1),
            confirmedBy: RuleSample.account(2)
        )
        #expect(throws: ObservationRefusal.secondPersonNeeded) { try active().after(.cancelled(alone), given: facts) }
        #expect(try active().after(.cancelled(twice), given: facts).state == .cancelled)
        #expect(try ObservationState.proposed.after(.cancelled(alone), given: facts).state == .cancelled)
    }

    @Test func `a transfer to a central site carries the rest of the period with it`() throws {
        let outcome = try active().after(.transferred(.central), given: RuleSample.facts(at: at(2020_02_10, 9)))
        #expect(outcome.state == .transferred(.central))
        #expect(outcome.followUps.contains(.continueCentrally(RuleSample.period.moved(to: .central))))
    }
}
