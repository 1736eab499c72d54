import Fanghu

/// The forms of the acts that an observation's page offers, each with what it asks.
struct ObservationOffers {
    private let row: ObservationRow
    private let view: FormView
    private let missed: [DaySlot]
    private let pending: PendingChange?
    private let newID: DayRecordID

    /// - Parameter missed: the slots that can be explained.
    init(
        _ row: ObservationRow,
        _ view: FormView,
        missed: [DaySlot],
        pending: PendingChange?,
        _ newID: DayRecordID
    ) {
        self.pending = pending
        self.row = row
        self.view = view
        self.missed = missed
        self.newID = newID
    }

    /// What an act asks before it is done.
    private struct Questions {
        var fields: [Field] = []
        var selects: [Choice] = []
        var boxes: [Choice] = []
    }

    func offer(_ act: ObservationAct, isMain: Bool) -> ObservationPage.Offer {
        let questions = questions(of: act)
        let sent = view.values.raw("id")
        return ObservationPage.Offer(
            label: Phrase("observation.act.\(act.rawValue)"),
            action: ObservationDeskAddress.act(.of(row.key.id), .of(act.rawValue)).path,
            isMain: isMain,
            hint: act == .correctStart || (act == .cancel && row.activeFrom != nil)
                ? Phrase("observation.secondPersonHint") : nil,
            fields: questions.fields,
            boxes: questions.boxes,
            selects: questions.selects,
            isGrave: [.cancel, .confirmChange, .left, .died, .transferCentral].contains(act),
            hasFile: act == .commit,
            id: act == .record ? (sent.isEmpty ? newID.text : sent) : nil,
            wish: [.confirmChange, .refuseChange].contains(act) ? pending?.wish.text : nil
        )
    }

    private func questions(of act: ObservationAct) -> Questions {
        switch act {
        case .record: return record
        case .homeUnsuitable:
            let obstacles = HomeCheck.Obstacle.allCases.map {
                ($0.rawValue, Phrase("observation.obstacle.\($0.rawValue)"))
            }
            return Questions(boxes: [view.choice("obstacles", "observation.obstacles", of: obstacles)])
        case .commit:
            let photo = view.field(
                "signature",
                "observation.signature",
                hint: "observation.signatureHint",
                kind: .picture
            )
            return Questions(fields: [photo, view.field("guardian", "observation.guardian", isOptional: true)])
        case .reportBreach, .endBreach, .reportFever, .clearFever, .transferHospital:
            return Questions(fields: [view.field("note-\(act.rawValue)", "observation.note", isOptional: true)])
        case .recordTest: return test
        case .renewExposure:
            let day = view.field("exposedOn", "observation.exposedOn", hint: "observation.exposedHint", kind: .date)
            return Questions(fields: [day])
        case .explainSlot:
            return Questions(
                fields: [view.field("note-explainSlot", "observation.note")],
                selects: [view.choice("slot", "observation.missedSlot", of: missed.reversed().map(Self.option))]
            )
        case .cancel:
            let reasons = Cancellation.Reason.allCases.map { ($0.rawValue, $0.words) }
            return Questions(selects: [view.choice("cancelReason", "observation.cancelReason", ofNames: reasons)])
        case .correctStart:
            let day = view.field(
                "countedFrom",
                "observation.countedFrom",
                hint: "observation.countedFromHint",
                kind: .date
            )
            return Questions(fields: [day])
        case .giveNotice, .homeSuitable, .activate, .transferCentral, .release, .left, .died, .confirmChange,
            .refuseChange:
            return Questions()
        }
    }

    private var record: Questions {
        var questions = Questions(
            fields: [
                view.field("temperature", "observee.temperature", hint: "observee.hint.temperature", kind: .decimal)
            ],
            boxes: [view.choice("symptoms", "observee.symptoms", of: SymptomList.options, isOptional: true)]
        )
        if view.error(of: "secondReading") != nil {
            questions.fields.append(view.field("secondReading", "observee.secondReading", kind: .decimal))
        }
        return questions
    }

    private var test: Questions {
        let results = TestResult.allCases.map { ($0.rawValue, $0.words) }
        let second: [(value: String, label: Phrase)] = [("yes", "observation.secondSample")]
        return Questions(
            fields: [view.field("sampledOn", "observation.sampledOn", kind: .date)],
            selects: [view.choice("result", "observation.result", ofNames: results)],
            boxes: [view.choice("second", "observation.sample", of: second, isOptional: true)]
        )
    }

    private static func option(_ slot: DaySlot) -> (value: String, label: Phrase) {
        (slot.formText, Phrase("observation.slotOf", ["day": slot.day.iso, "slot": slot.slot.text]))
    }
}
