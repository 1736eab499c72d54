/// A hint that somebody has arrived, from a list or a person; it must become a registration or a reason (I-3).
package enum LeadState: String, CaseIterable, Codable, Sendable {
    case open
    case registered
    case notHere
    case wrong
    case duplicate

    package var words: Words {
        switch self {
        case .open: Words("待核实", "open")
        case .registered: Words("已登记", "registered")
        case .notHere: Words("不在此处", "not here")
        case .wrong: Words("信息有误", "wrong")
        case .duplicate: Words("重复", "duplicate")
        }
    }
}

/// Where a lead came from (DOMAIN §6.1.1).
package enum LeadSource: String, CaseIterable, Codable, Sendable {
    case checkpoint
    case neighbour
    case landlord
    case employer
    case emptyDoor
    case listFromAbove

    package var words: Words {
        switch self {
        case .checkpoint: Words("道口登记", "checkpoint list")
        case .neighbour: Words("邻居反映", "neighbour")
        case .landlord: Words("房东报告", "landlord")
        case .employer: Words("单位报告", "employer")
        case .emptyDoor: Words("空门标记", "empty-door marker")
        case .listFromAbove: Words("上级下发名单", "list from above")
        }
    }
}

/// How a lead was settled.
package enum LeadResolution: Hashable, Sendable {
    case registered(ArrivalID)
    case notHere(reason: String)
    case wrong(reason: String)
    case duplicate(of: LeadID)

    package var state: LeadState {
        switch self {
        case .registered: .registered
        case .notHere: .notHere
        case .wrong: .wrong
        case .duplicate: .duplicate
        }
    }
}

extension LeadState {
    /// When a lead has to be settled.
    package static func deadline(receivedAt: Instant, limits: TaskLimits) -> Instant {
        receivedAt.adding(hours: limits.leadHours)
    }

    /// The state after somebody settled it.
    package func after(
        _ resolution: LeadResolution,
        of lead: LeadID
    ) throws(LeadRefusal) -> LeadState {
        switch self {
        case .open:
            switch resolution {
            case .registered: return resolution.state
            case .notHere(let reason), .wrong(let reason):
                guard reason.contains(where: { !$0.isWhitespace }) else { throw .reasonMissing }
                return resolution.state
            case .duplicate(let other):
                guard other != lead else { throw .duplicateOfItself }
                return resolution.state
            }
        case .registered, .notHere, .wrong, .duplicate: throw .alreadyResolved
        }
    }
}

/// Why a lead cannot be settled so.
package enum LeadRefusal: Refusal, Hashable {
    case alreadyResolved
    case reasonMissing
    case duplicateOfItself

    package var kind: RefusalKind {
        switch self {
        case .alreadyResolved: .conflict
        case .reasonMissing, .duplicateOfItself: .invalid
        }
    }

    package var code: String {
        switch self {
        case .alreadyResolved: "lead.alreadyResolved"
        case .reasonMissing: "lead.reasonMissing"
        case .duplicateOfItself: "lead.duplicateOfItself"
        }
    }

    package var field: String? {
        switch self {
        case .alreadyResolved: nil
        case .reasonMissing: "reason"
        case .duplicateOfItself: "duplicateOf"
        }
    }

    package var words: Words {
        switch self {
        case .alreadyResolved: Words("该线索已核实完毕", "This lead has been settled already")
        case .reasonMissing: Words("请填写原因", "Give a reason")
        case .duplicateOfItself: Words("不能与自身重复", "A lead cannot be a duplicate of itself")
        }
    }
}
