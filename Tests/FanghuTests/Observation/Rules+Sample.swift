import Fanghu
import Testing

/// An observation under Shanghai's February rules: 14 days at home after an arrival on 3 February 2020.
enum RuleSample {
    static let version = {
        guard let version = try? ShippedData.book().version(ProtocolID("sh-2020-02")) else {
            preconditionFailure("the February rules cannot be read")
        }
        return version
    }()

    static let keyArea = {
        guard let riskClass = version.riskClass("keyArea") else { preconditionFailure("no class keyArea") }
        return riskClass
    }()

    static let event = day(2020_02_03)
    static let period = ObservationPeriod(of: keyArea, by: version, from: event)

    /// Facts with everything in order: notice given, records complete, no fever.
    static func facts(
        at now: Instant,
        period: ObservationPeriod = period,
        noticeGiven: Bool = true
    ) -> ObservationFacts {
        ObservationFacts(now: now, version: version, riskClass: keyArea, period: period, noticeGiven: noticeGiven)
    }

    static func record(
        at taken: Instant,
        tenths: Int = 365,
        symptoms: Set<Symptom> = [],
        source: RecordSource = .observee
    ) throws -> DayRecord {
        try DayRecord.Draft(takenAt: taken, temperature: "\(tenths / 10).\(tenths % 10)", symptoms: symptoms)
            .checked(by: version, source: source, activeFrom: at(2020_02_03, 0), now: taken)
    }

    static func commitment(at now: Instant) throws -> Commitment {
        try Commitment.Draft(textVersion: "2020-02", signer: .observee, signature: .photo("image"), copyGiven: true)
            .checked(currentText: "2020-02", born: nil, takenBy: nil, now: now)
    }

    static func account(_ number: Int) -> AccountID {
        AccountID(checked: "00000000-0000-7000-8000-00000000000\(number)")
    }

    static let morning = SlotName("morning")
    static let evening = SlotName("evening")
}

extension ObservationState {
    static let proposed = ObservationState.preparing(.proposed, isFeverish: false)
    static let homeSuitable = ObservationState.preparing(.homeSuitable, isFeverish: false)
    static let homeUnsuitable = ObservationState.preparing(.homeUnsuitable, isFeverish: false)
    static let committed = ObservationState.preparing(.committed, isFeverish: false)
}
