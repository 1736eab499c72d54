/// One thing that a named person has to do about one subject, with a time by which it must be done.
package struct DutyTask: Sendable, Equatable {
    package let committee: DivisionID
    package let id: DutyTaskID
    package let kind: Kind
    package let subject: Subject
    package let state: State
    /// Who has to do it; nil is an alarm, shown at the township (no open task stays unseen).
    package let owner: AccountID?
    package let openedAt: Instant
    package let dueAt: Instant
    package let closedAt: Instant?
    package let closedBy: AccountID?
    package let note: String?
    /// The order of which it is a part.
    package let order: WorkOrderID?

    /// What has to be done; raw values are stored.
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case confirmDwelling
        case checkHome
        case signCommitment
        case missedSlot
        case visitAfterMissedSlots
        case answerFever
        case handleBreach
        case release
        case resolveLead
        case completeDocument
        case arrangeCentralObservation
        case nameOwner
        case confirmChange
        case callBack
        case registerReturnee
        case recheckVacant
        /// Somebody under observation was stopped at a gate.
        case gateAttention
        /// A resident's second measurement at a gate was a fever.
        case gateFever
        /// Give an order to somebody, or decline it.
        case dispatchOrder
        /// What an order asks for, where its class names nothing more precise.
        case handleOrder
        case bringHome
        case repeatRules
        case disinfectArea
        case seePatient
        case verifyOrder
        /// An order that nobody acknowledges, put before the duty desk.
        case lateOrder
        /// The notice on an empty door was torn: somebody has come back.
        case visitTornMarker
        /// Somebody refused to answer a canvass.
        case visitRefused

        /// The roles that can be given it, in order of preference; the most local holder gets it.
        package var roles: [Role] {
            switch self {
            case .confirmDwelling, .checkHome, .signCommitment, .missedSlot, .visitAfterMissedSlots, .handleBreach,
                .resolveLead, .completeDocument, .callBack, .registerReturnee, .recheckVacant, .handleOrder, .bringHome,
                .disinfectArea, .gateAttention, .visitTornMarker, .visitRefused:
                [.communityWorker, .director, .secretary, .secondSecretary, .secondedCadre]
            case .answerFever, .release, .seePatient, .gateFever: [.communityDoctor]
            case .repeatRules: [.communityPolice, .communityWorker, .director]
            case .dispatchOrder, .lateOrder: [.dispatcher, .preventionOffice, .director]
            case .verifyOrder:
                [.director, .secretary, .secondSecretary, .communityWorker, .dispatcher, .preventionOffice]
            case .arrangeCentralObservation: [.preventionOffice]
            case .nameOwner, .confirmChange: [.director, .secretary, .communityWorker, .secondSecretary]
            }
        }

        /// Whether it goes to the committee's first responsible person (DOMAIN §6.8), and to the roles without one.
        package var isForFirstResponsible: Bool { self == .nameOwner || self == .confirmChange }

        package var words: Words {
            switch self {
            case .confirmDwelling: Words("核实住址", "Confirm the dwelling")
            case .checkHome: Words("查看居家条件", "Check the home")
            case .signCommitment: Words("签订承诺书", "Have the commitment signed")
            case .missedSlot: Words("补测体温", "Follow up a missed temperature")
            case .visitAfterMissedSlots: Words("连续漏报,当日上门", "Visit today: two slots missed")
            case .answerFever: Words("发热处置", "Answer a fever")
            case .handleBreach: Words("外出处置", "Handle a breach")
            case .release: Words("办理解除", "Release")
            case .resolveLead: Words("核实线索", "Resolve a lead")
            case .completeDocument: Words("补登证件", "Complete the document")
            case .arrangeCentralObservation: Words("安排集中观察", "Arrange central observation")
            case .nameOwner: Words("指定包干责任人", "Name an owner for the piece")
            case .confirmChange: Words("第二人确认更正", "Confirm a change as the second person")
            case .registerReturnee: Words("外出户应返,上门登记", "Expected back: visit and register")
            case .recheckVacant: Words("空关户复查", "Look at a vacant dwelling again")
            case .gateAttention: Words("门岗拦下观察对象，请核实", "Stopped at a gate: look into it")
            case .visitTornMarker: Words("空门记号被撕，立即上门", "A marker is torn: visit")
            case .visitRefused: Words("拒绝排摸，再次上门", "Refused the canvass: visit again")
            case .gateFever: Words("门岗复测发热", "Fever at a gate, measured twice")
            case .callBack: Words("解除后回访", "Call back after the release")
            case .dispatchOrder: Words("派遣工单", "Dispatch an order")
            case .handleOrder: Words("处置工单", "Handle an order")
            case .bringHome: Words("到场劝返", "Bring the person home")
            case .repeatRules: Words("上门重申规定", "Repeat the rules at the door")
            case .disinfectArea: Words("消毒", "Disinfect")
            case .seePatient: Words("医生处置", "A doctor sees the patient")
            case .verifyOrder: Words("核查工单", "Verify an order")
            case .lateOrder: Words("无人签收的工单", "An order that nobody acknowledges")
            }
        }
    }

    package enum State: String, Codable, Sendable {
        case open
        case done
        case withdrawn
    }

    /// What a task is about; stored as `kind:id`.
    package enum Subject: Hashable, Sendable {
        case arrival(ArrivalID)
        case observation(ObservationID)
        case lead(LeadID)
        case person(PersonID)
        case piece(CoveragePieceID)
        case dwelling(PlaceID)
        /// A door or unit on the list of a campaign.
        case canvassTarget(CanvassCampaignID, PlaceID)
        case order(WorkOrderID)

        package var text: String {
            switch self {
            case .arrival(let id): "arrival:\(id)"
            case .observation(let id): "observation:\(id)"
            case .lead(let id): "lead:\(id)"
            case .person(let id): "person:\(id)"
            case .piece(let id): "piece:\(id)"
            case .dwelling(let id): "dwelling:\(id)"
            case .canvassTarget(let campaign, let id): "canvassTarget:\(campaign)/\(id)"
            case .order(let id): "order:\(id)"
            }
        }

        package init?(_ text: String) {
            let parts = text.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            switch parts[0] {
            case "arrival":
                guard let id = ArrivalID(parts[1]) else { return nil }
                self = .arrival(id)
            case "observation":
                guard let id = ObservationID(parts[1]) else { return nil }
                self = .observation(id)
            case "lead":
                guard let id = LeadID(parts[1]) else { return nil }
                self = .lead(id)
            case "person":
                guard let id = PersonID(parts[1]) else { return nil }
                self = .person(id)
            case "piece":
                guard let id = CoveragePieceID(parts[1]) else { return nil }
                self = .piece(id)
            case "dwelling":
                guard let id = PlaceID(parts[1]) else { return nil }
                self = .dwelling(id)
            case "canvassTarget":
                let ids = parts[1].split(separator: "/")
                guard ids.count == 2, let campaign = CanvassCampaignID(ids[0]), let id = PlaceID(ids[1]) else {
                    return nil
                }
                self = .canvassTarget(campaign, id)
            case "order":
                guard let id = WorkOrderID(parts[1]) else { return nil }
                self = .order(id)
            default: return nil
            }
        }
    }

    /// A task to be opened.
    ///
    /// While a task with the same `key` is open in the committee, no second one opens.
    package struct Draft: Sendable {
        package let committee: DivisionID
        package let kind: Kind
        package let subject: Subject
        package let key: String
        package let dueAt: Instant
        /// Who cannot be given it, because two persons have to stand for it.
        package let notFor: Set<AccountID>
        /// The order of which it is a part, and who has that order.
        package let order: WorkOrderID?
        package let owner: AccountID?

        /// - Parameter occasion: what tells two tasks of a kind on one subject apart, such as a day and slot.
        package init(
            committee: DivisionID,
            kind: Kind,
            subject: Subject,
            occasion: String = "",
            dueAt: Instant,
            notFor: Set<AccountID> = [],
            order: WorkOrderID? = nil,
            owner: AccountID? = nil
        ) {
            self.notFor = notFor
            self.order = order
            self.owner = owner
            self.committee = committee
            self.kind = kind
            self.subject = subject
            key = Draft.key(kind, subject, occasion)
            self.dueAt = dueAt
        }

        static func key(_ kind: Kind, _ subject: Subject, _ occasion: String) -> String {
            "\(kind.rawValue):\(subject.text):\(occasion)"
        }
    }
}
