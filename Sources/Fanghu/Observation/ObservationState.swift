/// Where an observation stands (DOMAIN §6.3).
package enum ObservationState: Hashable, Sendable {
    /// A fever can be open before it begins, and is not lost when it does (I-7).
    case preparing(Preparation, isFeverish: Bool)
    case active(Conditions)
    case dueForRelease
    case released
    case transferred(Destination)
    case cancelled
    case died
    case left

    /// How far the entry has come.
    package enum Preparation: String, CaseIterable, Sendable {
        case proposed
        case homeSuitable
        case homeUnsuitable
        case committed
    }

    /// What is the matter while somebody is being observed.
    package struct Conditions: Hashable, Sendable {
        package var isBreached: Bool
        /// A fever or symptom was reported and no doctor has decided yet (I-7).
        package var isFeverish: Bool

        package init(isBreached: Bool = false, isFeverish: Bool = false) {
            self.isBreached = isBreached
            self.isFeverish = isFeverish
        }
    }

    package enum Destination: String, CaseIterable, Codable, Sendable {
        case hospital
        case central
    }

    /// Nothing is the matter.
    package static let quiet = ObservationState.active(Conditions())

    /// The four parts of its life.
    package enum Stage: String, CaseIterable, Sendable {
        case preparing
        case active
        case dueForRelease
        case ended
    }

    package var stage: Stage {
        switch self {
        case .preparing: .preparing
        case .active: .active
        case .dueForRelease: .dueForRelease
        case .released, .transferred, .cancelled, .died, .left: .ended
        }
    }

    /// Being observed: what a person can be in one place only (I-4).
    package var isUnderObservation: Bool { stage == .active || stage == .dueForRelease }

    package var conditions: Conditions {
        switch self {
        case .preparing(_, let isFeverish): Conditions(isFeverish: isFeverish)
        case .active(let conditions): conditions
        case .dueForRelease, .released, .transferred, .cancelled, .died, .left: Conditions()
        }
    }
}

extension ObservationState {
    /// Stable; stored beside the two flags and given out by the API.
    package var name: String {
        switch self {
        case .preparing(let preparation, _): preparation.rawValue
        case .active: "active"
        case .dueForRelease: "dueForRelease"
        case .released: "released"
        case .transferred(.hospital): "transferredToHospital"
        case .transferred(.central): "transferredToCentral"
        case .cancelled: "cancelled"
        case .died: "died"
        case .left: "left"
        }
    }

    /// Every state there is.
    package static let all: [ObservationState] =
        Preparation.allCases.flatMap { [.preparing($0, isFeverish: false), .preparing($0, isFeverish: true)] }
        + [(false, false), (true, false), (false, true), (true, true)]
        .map { .active(Conditions(isBreached: $0.0, isFeverish: $0.1)) }
        + [.dueForRelease, .released, .transferred(.hospital), .transferred(.central), .cancelled, .died, .left]

    /// From what is stored; nil for an unknown name, and for flags that its state does not have.
    package init?(name: some StringProtocol, isBreached: Bool = false, isFeverish: Bool = false) {
        let conditions = Conditions(isBreached: isBreached, isFeverish: isFeverish)
        if name == "active" {
            self = .active(conditions)
            return
        }
        let found = ObservationState.all.first { $0.name == name && $0.conditions == conditions }
        guard let found else { return nil }
        self = found
    }

    package var words: Words {
        switch self {
        case .preparing(.proposed, _): Words("待查看居家条件", "home to be checked")
        case .preparing(.homeSuitable, _): Words("居家条件合格，待签承诺书", "home suitable, commitment to be signed")
        case .preparing(.homeUnsuitable, _): Words("不具备居家条件", "home unsuitable")
        case .preparing(.committed, _): Words("已签承诺书，待开始", "committed, to begin")
        case .active(let conditions):
            switch (conditions.isBreached, conditions.isFeverish) {
            case (false, false): Words("观察中", "under observation")
            case (true, false): Words("观察中·违反规定", "under observation, breached")
            case (false, true): Words("观察中·发热待处置", "under observation, fever open")
            case (true, true): Words("观察中·违反规定·发热待处置", "under observation, breached, fever open")
            }
        case .dueForRelease: Words("期满待解除", "due for release")
        case .released: Words("已解除", "released")
        case .transferred(.hospital): Words("已转送医院", "transferred to hospital")
        case .transferred(.central): Words("已转集中隔离点", "transferred to a central site")
        case .cancelled: Words("已撤销", "cancelled")
        case .died: Words("死亡", "died")
        case .left: Words("已离沪", "left the city")
        }
    }
}
