import Fanghu

/// Carries out what a button of the desk or a call of the API stands for.
struct ObservationActs: Sendable {
    let service: ObservationService
    let intake: DayRecordIntake
    let people: People
    let texts: LegalTexts
    let context: Context

    func carryOut(_ act: ObservationAct, on id: ObservationID, _ form: FormValues, by visitor: Visitor) async throws {
        let actor = visitor.actor
        let words = form.text("note-\(act.rawValue)")
        switch act {
        case .giveNotice:
            let text = texts.text(.notice, on: context.now.day)
            _ = try await service.giveNotice(text?.version ?? "", for: id, by: actor)
        case .homeSuitable: _ = try await service.checkHome(HomeCheck(obstacles: []), for: id, by: actor)
        case .homeUnsuitable:
            let found = Set(form.all("obstacles").compactMap(HomeCheck.Obstacle.init))
            guard !found.isEmpty else { throw EdgeRefusal.missingField("obstacles") }
            _ = try await service.checkHome(HomeCheck(obstacles: found), for: id, by: actor)
        case .commit: try await commit(id, form, by: visitor)
        case .activate: _ = try await service.activate(id, by: actor)
        case .record: try await record(id, form, by: actor)
        case .reportBreach: _ = try await service.reportBreach(of: id, saying: words, by: actor)
        case .endBreach: _ = try await service.endBreach(of: id, saying: words, by: actor)
        case .reportFever: _ = try await service.reportFever(of: id, saying: words, by: actor)
        case .clearFever: _ = try await service.noteFever(of: id, .cleared, saying: words, by: actor)
        case .transferHospital: _ = try await service.noteFever(of: id, .transferHospital, saying: words, by: actor)
        case .transferCentral: _ = try await service.transfer(id, to: .central, by: actor)
        case .release: _ = try await service.release(id, describing: people.releaseDescription, by: actor)
        case .recordTest:
            try await service.recordTest(
                of: id,
                sampledOn: form.required("sampledOn", as: CivilDate.self),
                sample: form.isTicked("second") ? 2 : 1,
                form.required("result", as: TestResult.self),
                by: actor
            )
        case .renewExposure:
            _ = try await service.renewExposure(of: id, on: form.required("exposedOn", as: CivilDate.self), by: actor)
        case .explainSlot:
            let slot = try form.required("slot", as: DaySlot.self)
            _ = try await service.explain(slot, of: id, reason: words, by: actor)
        case .cancel:
            let reason = try form.required("cancelReason", as: Cancellation.Reason.self)
            _ = try await service.request(.cancel(reason), for: id, by: actor)
        case .correctStart:
            let day = try form.required("countedFrom", as: CivilDate.self)
            _ = try await service.request(.correctStart(day), for: id, by: actor)
        case .confirmChange:
            let seen = try form.required("wish", as: PendingChange.Wish.self)
            _ = try await service.confirmChange(of: id, seen: seen, by: actor)
        case .refuseChange:
            let seen = try form.required("wish", as: PendingChange.Wish.self)
            try await service.refuseChange(of: id, seen: seen, by: actor)
        case .left: _ = try await service.close(id, died: false, by: actor)
        case .died: _ = try await service.close(id, died: true, by: actor)
        }
    }

    private func commit(_ id: ObservationID, _ form: FormValues, by visitor: Visitor) async throws {
        let now = context.now
        let photo = form.file("signature")
        let draft = Commitment.Draft(
            textVersion: texts.text(.commitment, on: now.day)?.version ?? "",
            signer: form.optionalText("guardian").map { .guardian(name: $0) } ?? .observee,
            signature: .photo(photo == nil ? "" : "commitment:\(id)"),
            copyGiven: form.isTicked("copyGiven")
        )
        let commitment = try draft.checked(
            currentText: draft.textVersion,
            born: try await service.signatory(of: id, people.signatory, for: visitor.actor).born,
            takenBy: visitor.account,
            now: now
        )
        _ = try await service.commit(commitment, image: photo?.bytes, for: id, by: visitor.actor)
    }

    private func record(_ id: ObservationID, _ form: FormValues, by actor: Actor) async throws {
        let temperature = form.compact("temperature")
        let second = form.compact("secondReading")
        let request = DayRecordRequest(
            id: DayRecordID(form.raw("id")) ?? context.newID(),
            observation: id,
            draft: DayRecord.Draft(
                temperature: temperature.isEmpty ? nil : temperature,
                secondReading: second.isEmpty ? nil : second,
                site: .armpit,
                symptoms: Set(form.all("symptoms").compactMap(Symptom.init)),
                atHome: true,
                confirmedBy: .seen
            ),
            source: .worker
        )
        _ = try await service.record(request, by: actor, through: intake)
    }
}

extension DaySlot: FormValue {
    /// `20200211.morning`.
    var formText: String { "\(day.yyyymmdd).\(slot)" }

    package init?(formText: String) {
        let parts = formText.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let number = Int(parts[0]), let day = CivilDate(yyyymmdd: number) else { return nil }
        self.init(day: day, slot: SlotName(String(parts[1])))
    }
}

extension TestResult: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}

extension Cancellation.Reason: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}

extension PendingChange.Wish: FormValue {
    package init?(formText: String) { self.init(formText) }
}
