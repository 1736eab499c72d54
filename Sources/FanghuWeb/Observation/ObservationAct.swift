import Fanghu

/// What can be done at the desk, as addresses name it, and who may.
enum ObservationAct: String, CaseIterable, Sendable {
    case giveNotice
    case homeSuitable
    case homeUnsuitable
    case commit
    case activate
    case record
    case reportBreach
    case endBreach
    case reportFever
    case clearFever
    case transferHospital
    case transferCentral
    case release

    var permission: Permission {
        switch self {
        case .giveNotice, .homeSuitable, .homeUnsuitable, .commit, .activate, .endBreach, .transferCentral:
            .manageObservations
        case .record, .reportBreach, .reportFever: .recordDays
        case .clearFever, .transferHospital: .answerFevers
        case .release: .release
        }
    }

    /// What makes sense in a state; the rules decide in the end.
    static func offered(in row: ObservationRow) -> [ObservationAct] {
        let paper: [ObservationAct] = row.notice == nil ? [.giveNotice] : []
        switch row.state {
        case .preparing(let preparation, let isFeverish):
            let fever: [ObservationAct] = isFeverish ? [.clearFever, .transferHospital] : []
            return paper + steps(after: preparation, row) + fever
        case .active(let conditions):
            let fever: [ObservationAct] = conditions.isFeverish ? [.clearFever, .transferHospital] : [.reportFever]
            return [.record] + fever + [conditions.isBreached ? .endBreach : .reportBreach, .transferCentral]
        case .dueForRelease: return [.release, .record]
        case .released, .transferred, .cancelled, .died, .left: return []
        }
    }
}

extension ObservationAct {
    /// The way into an observation, step by step.
    private static func steps(
        after preparation: ObservationState.Preparation,
        _ row: ObservationRow
    ) -> [ObservationAct] {
        switch preparation {
        case .proposed: row.mode.needsHome ? [.homeSuitable, .homeUnsuitable] : [.activate]
        case .homeSuitable: [.commit]
        case .homeUnsuitable: [.activate, .homeSuitable]
        case .committed: [.activate]
        }
    }
}

extension ObservationDeskRoutes {
    /// Calls the act of the service that a button stands for.
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
            let obstacles = found.isEmpty ? [HomeCheck.Obstacle.noOwnRoom] : found
            _ = try await service.checkHome(HomeCheck(obstacles: obstacles), for: id, by: actor)
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
            born: nil,
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
