import Fanghu

/// Where somebody's registration stands, in words, and the one thing to do now.
struct ObserveePage: Page {
    static let template = "observee-own"

    struct Day {
        let day: String
        let slots: [Slot]
    }

    struct Slot {
        let label: Phrase
        let isDone: Bool
    }

    let state: Words
    let explanation: Phrase
    let place: String
    let arrivedOn: String
    let reasons: [Words]
    let fromTo: Phrase?
    let daysLeft: Phrase?
    let dayLink: String?
    /// Where the commitment is signed, once nothing but the signature is missing.
    let commitmentLink: String?
    let isDueNow: Bool
    let days: [Day]
    let noticeTitle: Words?
    let noticeParagraphs: [String]
    let serial: String?
    let serialLink: String?

    init(
        _ row: ArrivalRow,
        _ details: ArrivalDetails,
        _ observation: ObservationRow?,
        slots: SlotLedger?,
        serial: String?,
        link: String,
        place: String,
        texts: LegalTexts,
        now: Instant,
        _ language: Language
    ) {
        state = observation?.state.words ?? row.state.words
        let stage = observation?.state.stage.rawValue ?? (row.confirmedAt == nil ? "waiting" : "none")
        explanation = Phrase("observee.explain.\(stage)")
        self.place = place
        arrivedOn = row.arrivedOn.iso
        reasons = details.classification.reasons.map(\.words)
        fromTo = observation.map { Phrase("observee.fromTo", ["from": $0.firstDay.iso, "to": $0.lastDay.iso]) }
        let left = observation.map { max(0, $0.lastDay.days(since: max(now.day, $0.firstDay)) + 1) }
        let isRunning = observation?.state.isUnderObservation ?? false
        daysLeft = isRunning ? left.map { Phrase("observee.daysLeft", ["days": "\($0)"]) } : nil
        dayLink = isRunning ? ObserveeAddress.day(.of(link)).path : nil
        commitmentLink = observation?.awaitsCommitment == true ? CommitmentAddress.own(.of(link)).path : nil
        isDueNow = !(slots?.dueNow.isEmpty ?? true)
        days = ObserveePage.days(of: slots)
        let text = isRunning || observation?.state.stage == .preparing ? texts.text(.notice, on: now.day) : nil
        noticeTitle = text?.title
        noticeParagraphs = text.map { $0.paragraphs(in: language, filling: ObserveePage.blanks(observation)) } ?? []
        self.serial = serial
        serialLink = serial == nil ? nil : ReleaseAddress.own(.of(link)).path
    }

    /// The last days, newest first.
    private static func days(of ledger: SlotLedger?) -> [Day] {
        let entries = ledger?.entries ?? []
        let byDay = Dictionary(grouping: entries, by: \.slot.day)
        return byDay.keys.sorted(by: >).prefix(7)
            .map { day in
                Day(
                    day: day.iso,
                    slots: (byDay[day] ?? [])
                        .map { entry in
                            Slot(
                                label: Phrase("slot.\(entry.slot.slot)"),
                                isDone: entry.state == .recorded || entry.state == .explained
                            )
                        }
                )
            }
    }

    private static func blanks(_ observation: ObservationRow?) -> [LegalText.Blank: String] {
        guard let observation else { return [:] }
        return [
            .from: observation.firstDay.iso, .to: observation.lastDay.iso,
            .release: observation.lastDay.adding(days: 1).iso, .threshold: "37.3",
        ]
    }
}

/// Temperature, symptoms, needs: one page, twice a day.
struct DayReportPage: Page {
    static let template = "observee-day"

    let form: FormView?
    let action: String
    let back: String
    let id: String
    let fields: [Field]
    let symptoms: [Choice]
    let needs: [Choice]

    init(_ view: FormView, link: String) {
        form = view
        action = ObserveeAddress.day(.of(link)).path
        back = ObserveeAddress.own(.of(link)).path
        id = view.values.raw("id")
        var fields = [
            view.field("temperature", "observee.temperature", hint: "observee.hint.temperature", kind: .decimal)
        ]
        // Only a reading that is hard to believe is asked for twice (DOMAIN §3.10).
        if view.error(of: "secondReading") != nil {
            fields.append(view.field("secondReading", "observee.secondReading", kind: .decimal))
        }
        self.fields = fields
        symptoms = [view.choice("symptoms", "observee.symptoms", of: SymptomList.options, isOptional: true)]
        needs = [
            view.choice(
                "needs",
                "observee.needs",
                of: DailyNeed.allCases.map { ($0.rawValue, Phrase("observee.need.\($0.rawValue)")) },
                isOptional: true
            )
        ]
    }
}

/// Whether a release notice is genuine: what is printed on it, masked.
struct ReleaseCheckPage: Page {
    static let template = "observee-check"

    let serial: String
    let isGenuine: Bool
    let name: String
    let document: String
    let firstDay: String
    let lastDay: String
    let issuedAt: String

    init(_ serial: String, _ note: ReleaseNote?, _ person: ReleaseNote.Person?) {
        self.serial = note?.serial ?? String(serial.prefix(60))
        isGenuine = note != nil
        name = person.map { Masking.name($0.name) } ?? ""
        document = person?.document.map { Masking.document($0) } ?? ""
        firstDay = note?.firstDay.iso ?? ""
        lastDay = note?.lastDay.iso ?? ""
        issuedAt = note?.issuedAt.day.iso ?? ""
    }
}
