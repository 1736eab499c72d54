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
    case recordTest
    case renewExposure
    case explainSlot
    case cancel
    case correctStart
    case confirmChange
    case refuseChange
    case left
    case died

    var permission: Permission {
        switch self {
        case .giveNotice, .homeSuitable, .homeUnsuitable, .commit, .activate, .endBreach, .transferCentral,
            .renewExposure,
            .explainSlot, .cancel, .correctStart, .confirmChange, .refuseChange, .left, .died:
            .manageObservations
        case .record, .reportBreach, .reportFever: .recordDays
        case .clearFever, .transferHospital, .recordTest: .answerFevers
        case .release: .release
        }
    }

    /// Whether it is seldom done, so that it does not stand beside the work of every day.
    var isRare: Bool {
        switch self {
        case .recordTest, .renewExposure, .cancel, .correctStart, .left, .died, .transferCentral, .reportBreach: true
        case .giveNotice, .homeSuitable, .homeUnsuitable, .commit, .activate, .record, .endBreach, .reportFever,
            .clearFever, .transferHospital, .release, .explainSlot, .confirmChange, .refuseChange:
            false
        }
    }

    /// What makes sense in a state; the rules decide in the end.
    ///
    /// - Parameter pending: what waits for a second person; the first may only take it back.
    static func offered(
        in row: ObservationRow,
        pending: PendingChange?,
        to visitor: Visitor
    ) -> [ObservationAct] {
        guard let pending else { return offered(in: row).filter { visitor.may($0.permission) } }
        let decision: [ObservationAct] =
            pending.requestedBy == visitor.account ? [.refuseChange] : [.confirmChange, .refuseChange]
        return (decision + offered(in: row).filter { $0 != .cancel && $0 != .correctStart })
            .filter { visitor.may($0.permission) }
    }

    private static func offered(in row: ObservationRow) -> [ObservationAct] {
        let paper: [ObservationAct] = row.notice == nil ? [.giveNotice] : []
        switch row.state {
        case .preparing(let preparation, let isFeverish):
            let fever: [ObservationAct] = isFeverish ? [.clearFever, .transferHospital] : []
            return paper + steps(after: preparation, row) + fever + [.cancel, .correctStart]
        case .active(let conditions):
            let fever: [ObservationAct] = conditions.isFeverish ? [.clearFever, .transferHospital] : [.reportFever]
            return [.record] + fever + [conditions.isBreached ? .endBreach : .reportBreach]
                + [.explainSlot, .recordTest, .renewExposure, .correctStart, .transferCentral, .cancel, .left, .died]
        case .dueForRelease:
            return [.release, .record, .explainSlot, .recordTest, .correctStart, .cancel, .left, .died]
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
