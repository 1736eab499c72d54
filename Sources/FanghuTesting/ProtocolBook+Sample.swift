package import Fanghu

extension ProtocolVersion {
    /// Shanghai's rules of February 2020 in small: two slots, 14 days at home from a key area, self-monitoring else.
    package static func sample(
        _ id: String = "sample",
        from start: CivilDate = CivilDate(daysSince1970: 18262),
        to end: CivilDate? = nil,
        segments: [Segment] = [Segment(mode: .home, days: 14, startsFrom: .arrival)],
        release: Set<ReleaseCondition> = [.recordsComplete, .noSymptoms],
        transition: TransitionPolicy = .keepOld,
        callBackDays: [Int] = []
    ) -> ProtocolVersion {
        ProtocolVersion(
            id: ProtocolID(id),
            jurisdiction: .nation,
            validFrom: start,
            validTo: end,
            title: Words("测试方案", "Sample"),
            sourceText: "",
            dayCounting: .eventIsDayZero,
            fever: FeverRule(thresholdTenths: 373, isInclusive: true),
            slots: sampleSlots,
            classes: [
                RiskClass(
                    code: "keyArea",
                    title: Words("重点地区", "key area"),
                    when: .anyOf([.visited([.keyArea], .days(14)), .declaredKeyArea]),
                    disposition: .homeObservation,
                    ifHomeUnsuitable: .central,
                    segments: segments,
                    release: release,
                    colour: .yellow,
                    documents: [.notice, .commitment, .release],
                    callBackDays: callBackDays
                ),
                RiskClass(
                    code: "others",
                    title: Words("其他", "others"),
                    when: .always,
                    disposition: .selfMonitoring
                ),
            ],
            feverClinic: nil,
            missedInARowForVisit: 2,
            limits: sampleLimits,
            collection: CollectionScope(
                short: [
                    .name, .phone, .address, .arrivedOn, .temperature, .itinerary, .declaredKeyArea, .declaration,
                ],
                full: Set(RegistrationField.allCases)
            ),
            transition: transition
        )
    }

    private static let sampleSlots = SlotSchedule([
        SlotWindow(
            name: SlotName("morning"),
            title: Words("早", "morning"),
            opens: 360,
            closes: 660,
            overdueAfterMinutes: 60
        ),
        SlotWindow(
            name: SlotName("evening"),
            title: Words("晚", "evening"),
            opens: 900,
            closes: 1260,
            overdueAfterMinutes: 60
        ),
    ])

    private static let sampleLimits = TaskLimits(
        feverAnswerMinutes: 30,
        breachAnswerMinutes: 30,
        confirmDwellingHours: 12,
        homeCheckHours: 12,
        commitmentHours: 12,
        centralPlaceHours: 12,
        releaseHours: 12,
        leadHours: 24
    )
}

extension ProtocolBook {
    /// The sample version alone, with Hubei as its key area.
    package static let sample = ProtocolBook.sample([.sample()])

    package static func sample(_ versions: [ProtocolVersion]) -> ProtocolBook {
        ProtocolBook(versions: versions, areas: sampleAreas)
    }

    private static let sampleAreas: [AreaLevel] =
        [
            DivisionPrefix("42")
                .map {
                    AreaLevel(
                        division: $0,
                        name: Words("湖北省", "Hubei"),
                        risk: .keyArea,
                        validFrom: CivilDate(daysSince1970: 18262),
                        source: "test"
                    )
                }
        ]
        .compactMap(\.self)
}
