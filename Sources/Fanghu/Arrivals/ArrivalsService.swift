package import Store

/// Registrations from the form to the disposition.
package struct ArrivalsService: Sendable {
    let database: Database
    let policy: Policy
    let vault: Vault
    let people: People
    let observations: ObservationService
    let owners: OwnerBook
    let territory: @Sendable () -> Territory
    let protocols: @Sendable () -> ProtocolBook
    let context: Context
    let announce: @Sendable ([CounterDelta]) -> Void
    /// The version of the notice that people are shown at first collection (R-PRIV-03).
    package let noticeVersion: String

    package init(
        database: Database,
        policy: Policy,
        vault: Vault,
        people: People,
        observations: ObservationService,
        territory: @escaping @Sendable () -> Territory,
        noticeVersion: String
    ) {
        self.database = database
        self.policy = policy
        self.vault = vault
        self.people = people
        self.observations = observations
        owners = observations.owners
        self.territory = territory
        protocols = observations.protocols
        context = observations.context
        announce = observations.announce
        self.noticeVersion = noticeVersion
    }

    /// The rules in force for an arrival in a committee on a day.
    package func version(for committee: DivisionID, on day: CivilDate) throws -> ProtocolVersion {
        try protocols().version(inForceOn: day, at: path(to: committee))
    }

    func path(to committee: DivisionID) -> [DivisionID] {
        territory().path(to: committee).map(\.id)
    }
}

/// Why a request about an arrival is refused before the rules are asked.
package enum ArrivalRequestRefusal: Refusal, Equatable {
    case unknownArrival
    case unknownCommittee
    case unknownLink
    case unknownLead
    case changedMeanwhile
    case idTaken
    case addressMissing
    case noteMissing

    package var code: String {
        switch self {
        case .unknownArrival: "arrival.unknown"
        case .unknownCommittee: "arrival.unknownCommittee"
        case .unknownLink: "arrival.unknownLink"
        case .unknownLead: "lead.unknown"
        case .changedMeanwhile: "arrival.changedMeanwhile"
        case .idTaken: "arrival.idTaken"
        case .addressMissing: "arrival.addressMissing"
        case .noteMissing: "arrival.noteMissing"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .unknownArrival, .unknownLink, .unknownLead: .absent
        case .unknownCommittee, .addressMissing, .noteMissing: .invalid
        case .changedMeanwhile, .idTaken: .conflict
        }
    }

    package var field: String? {
        switch self {
        case .unknownCommittee: "committee"
        case .addressMissing: "address"
        case .noteMissing: "note"
        case .unknownArrival, .unknownLink, .unknownLead, .changedMeanwhile, .idTaken: nil
        }
    }

    package var words: Words {
        switch self {
        case .unknownArrival: Words("没有这份登记，或不在您的区域内。", "There is no such registration in your territory.")
        case .unknownCommittee: Words("请选择居住的居（村）委。", "Choose the committee where the person lives.")
        case .unknownLink: Words("链接无效，请联系居委会。", "This link is not valid. Please ask your committee.")
        case .unknownLead: Words("没有这条线索，或不在您的区域内。", "There is no such lead in your territory.")
        case .changedMeanwhile: Words("登记刚被他人更新，请刷新后重试。", "Somebody changed it just now. Reload and try again.")
        case .idTaken:
            Words(
                "该登记已提交过,内容与此不同;如需更正,请联系居委会。",
                "This registration was sent already, with other answers. Please ask your committee to change it."
            )
        case .addressMissing: Words("请填写核实后的住址。", "Give the address as you confirmed it.")
        case .noteMissing: Words("请写明情况。", "Say what you found.")
        }
    }
}
