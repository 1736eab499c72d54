/// Where an order stands (DOMAIN §6.4); raw values are stored.
package enum OrderState: String, CaseIterable, Codable, Sendable {
    case reported
    case preChecking
    case accepted
    case declined
    case duplicate
    case filed
    case dispatched
    case acknowledged
    case returned
    case handling
    case extended
    case suspended
    case handled
    case verifying
    case reopened
    case closed

    /// Nothing is left to do.
    package var isOver: Bool {
        switch self {
        case .declined, .duplicate, .closed: true
        case .reported, .preChecking, .accepted, .filed, .dispatched, .acknowledged, .returned, .handling, .extended,
            .suspended, .handled, .verifying, .reopened:
            false
        }
    }

    /// Waits for the duty desk: to be accepted, filed or given to somebody.
    package var isAtDesk: Bool {
        switch self {
        case .reported, .preChecking, .accepted, .filed, .returned: true
        case .declined, .duplicate, .dispatched, .acknowledged, .handling, .extended, .suspended, .handled, .verifying,
            .reopened, .closed:
            false
        }
    }

    /// Whoever has it is to work on it.
    package var isWithHandler: Bool {
        switch self {
        case .dispatched, .acknowledged, .handling, .extended, .suspended, .reopened: true
        case .reported, .preChecking, .accepted, .declined, .duplicate, .filed, .returned, .handled, .verifying,
            .closed:
            false
        }
    }

    /// Waits for somebody else than the handler.
    package var isAtVerifier: Bool { self == .handled || self == .verifying }

    package static let open = allCases.filter { !$0.isOver }

    package var words: Words {
        switch self {
        case .reported: Words("已上报", "Reported")
        case .preChecking: Words("核实中", "Being checked")
        case .accepted: Words("已受理", "Accepted")
        case .declined: Words("不予受理", "Declined")
        case .duplicate: Words("重复件", "Duplicate")
        case .filed: Words("已立案", "Filed")
        case .dispatched: Words("已派遣", "Dispatched")
        case .acknowledged: Words("已签收", "Acknowledged")
        case .returned: Words("已退单", "Returned")
        case .handling: Words("处置中", "Being handled")
        case .extended: Words("已延期", "Extended")
        case .suspended: Words("已挂账", "Suspended")
        case .handled: Words("已处置", "Handled")
        case .verifying: Words("核查中", "Being verified")
        case .reopened: Words("返工", "Reopened")
        case .closed: Words("已结案", "Closed")
        }
    }
}

/// Where an order came from; raw values are stored.
package enum OrderSource: String, CaseIterable, Codable, Sendable {
    case hotline
    /// A resident's clue over a QR code.
    case clue
    case field
    case desk
    /// The product's own rules: a fever, a missed slot, a breach.
    case rule
    case open311

    package var words: Words {
        switch self {
        case .hotline: Words("热线", "Hotline")
        case .clue: Words("居民线索", "Resident's clue")
        case .field: Words("一线上报", "From the field")
        case .desk: Words("坐席录入", "Entered at the desk")
        case .rule: Words("系统规则", "By rule")
        case .open311: Words("市级热线", "City hotline")
        }
    }
}
