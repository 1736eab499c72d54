/// What the rules must know beside state and event; nothing is looked up by them.
package struct ObservationFacts: Sendable {
    package var now: Instant
    package var version: ProtocolVersion
    package var riskClass: RiskClass
    package var period: ObservationPeriod
    package var noticeGiven: Bool
    /// The person is being observed elsewhere (I-4); only `activated` asks.
    package var hasOtherActive: Bool
    /// Only `releaseSigned` asks.
    package var records: RecordTally
    /// The last record had neither fever nor symptom; only `releaseSigned` asks.
    package var lastRecordIsHarmless: Bool
    /// Negative tests that the doctor has seen; only `releaseSigned` asks.
    package var negativeTests: Int
    /// How many slots in a row have been missed, with the one reported now; only `slotMissed` asks.
    package var missedInARow: Int

    package init(
        now: Instant,
        version: ProtocolVersion,
        riskClass: RiskClass,
        period: ObservationPeriod,
        noticeGiven: Bool = false,
        hasOtherActive: Bool = false,
        records: RecordTally = RecordTally(due: 0, recorded: 0, explained: 0),
        lastRecordIsHarmless: Bool = true,
        negativeTests: Int = 0,
        missedInARow: Int = 1
    ) {
        self.now = now
        self.version = version
        self.riskClass = riskClass
        self.period = period
        self.noticeGiven = noticeGiven
        self.hasOtherActive = hasOtherActive
        self.records = records
        self.lastRecordIsHarmless = lastRecordIsHarmless
        self.negativeTests = negativeTests
        self.missedInARow = missedInARow
    }

    var today: CivilDate { now.day }
    var limits: TaskLimits { version.limits }
    /// Nobody is taken for tested because nobody wrote anything down.
    var testsMissing: Int { max(0, period.testDays.count - negativeTests) }
    var isPeriodOver: Bool { now >= period.releaseAt }
}
