/// What a place does against the epidemic from one instant to another, by somebody's decision (DOMAIN §8.2).
///
/// One of a division holds in all its compounds; one of a compound is what that compound does besides.
package struct Measure: Hashable, Sendable {
    /// The committee of the compound, or the division whose compounds it is for.
    package let committee: DivisionID
    package let id: MeasureID
    /// Nil for all compounds of the division.
    package let compound: PlaceID?
    package let kind: Kind
    package let text: Words
    package let from: Instant
    /// Nil while nobody has set an end.
    package let to: Instant?
    /// The number of the decision or notice that orders it.
    package let decision: String

    package init(
        committee: DivisionID,
        id: MeasureID,
        compound: PlaceID? = nil,
        kind: Kind,
        text: Words,
        from: Instant,
        to: Instant?,
        decision: String
    ) {
        self.committee = committee
        self.id = id
        self.compound = compound
        self.kind = kind
        self.text = text
        self.from = from
        self.to = to
        self.decision = decision
    }

    /// What is done; raw values are stored and stand in the API.
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case allGatesClosed
        case oneEntrance
        case temperatureAtGate
        case passCards
        case visitorsBarred
        case visitorsRegistered
        case deliveriesAtGate
        case deliveriesEnter
        case disinfection
        case gatheringsBarred
        case other

        package var words: Words {
            switch self {
            case .allGatesClosed: Words("封闭管理，全部出入口关闭", "All gates closed")
            case .oneEntrance: Words("只留一个出入口", "One entrance stays open")
            case .temperatureAtGate: Words("进门测温", "Temperature at the gate")
            case .passCards: Words("凭出入证进出", "Pass cards")
            case .visitorsBarred: Words("谢绝访客", "No visitors")
            case .visitorsRegistered: Words("访客登记后进入", "Visitors after registering")
            case .deliveriesAtGate: Words("快递外卖放门口", "Deliveries are left at the gate")
            case .deliveriesEnter: Words("快递外卖可入内", "Deliveries may enter")
            case .disinfection: Words("定时消毒", "Disinfection at set times")
            case .gatheringsBarred: Words("不举行聚集活动", "No gatherings")
            case .other: Words("其他", "Something else")
            }
        }

        /// What cannot hold in the same place at the same time.
        package var contradicts: Set<Kind> {
            switch self {
            case .allGatesClosed: [.oneEntrance]
            case .oneEntrance: [.allGatesClosed]
            case .visitorsBarred: [.visitorsRegistered]
            case .visitorsRegistered: [.visitorsBarred]
            case .deliveriesAtGate: [.deliveriesEnter]
            case .deliveriesEnter: [.deliveriesAtGate]
            case .temperatureAtGate, .passCards, .disinfection, .gatheringsBarred, .other: []
            }
        }
    }

    /// A measure as somebody orders it.
    package struct Draft: Sendable {
        package var place: DivisionID
        package var compound: PlaceID?
        package var kind: Kind
        package var text: Words
        /// Nil for at once.
        package var from: Instant?
        package var to: Instant?
        package var decision: String

        package init(
            place: DivisionID,
            compound: PlaceID? = nil,
            kind: Kind,
            text: Words,
            from: Instant? = nil,
            to: Instant? = nil,
            decision: String
        ) {
            self.place = place
            self.compound = compound
            self.kind = kind
            self.text = text
            self.from = from
            self.to = to
            self.decision = decision
        }
    }

    /// Half-open: in force at the first microsecond, over at the last.
    package func isInForce(at instant: Instant) -> Bool {
        from <= instant && to.map { instant < $0 } ?? true
    }
}
