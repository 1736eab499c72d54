/// That somebody was asked, registered and measured at a post, and what came of it (DOMAIN §8.2, R-PRIV-09).
package struct GatePassing: Hashable, Sendable {
    package let committee: DivisionID
    package let id: GatePassingID
    package let post: GatePostID
    package let at: Instant
    package let direction: Direction
    package let visit: Visit
    /// The measurement that this one repeats; nil for a first.
    package let first: GatePassingID?
    package let verdict: GateVerdict
    package let by: AccountID

    /// Which way somebody goes; raw values are stored.
    package enum Direction: String, CaseIterable, Codable, Sendable {
        case inward
        case outward

        package var words: Words {
            switch self {
            case .inward: Words("进", "In")
            case .outward: Words("出", "Out")
            }
        }
    }

    /// As what somebody comes; raw values are stored.
    package enum Visit: String, CaseIterable, Codable, Sendable {
        case resident
        case visitor
        case delivery

        package var words: Words {
            switch self {
            case .resident: Words("住户", "Resident")
            case .visitor: Words("访客", "Visitor")
            case .delivery: Words("快递外卖", "Delivery")
            }
        }
    }
}

/// What a gatekeeper hears and measures: ask, register, measure (DOMAIN §6, gate).
package struct GateAnswers: Hashable, Sendable {
    package var direction: GatePassing.Direction
    package var visit: GatePassing.Visit
    package var name: PersonName?
    package var tail: PersonTail?
    /// Whom a visitor sees, as said.
    package var host: String?
    /// Whether they were outside the city in the last fourteen days, as they say.
    package var wasAway: Bool
    /// Whether they show a check code, or say that they have registered.
    package var hasRegistered: Bool
    package var hasSymptoms: Bool
    package var temperature: Temperature?

    package init(
        direction: GatePassing.Direction = .inward,
        visit: GatePassing.Visit = .resident,
        name: PersonName? = nil,
        tail: PersonTail? = nil,
        host: String? = nil,
        wasAway: Bool = false,
        hasRegistered: Bool = false,
        hasSymptoms: Bool = false,
        temperature: Temperature? = nil
    ) {
        self.direction = direction
        self.visit = visit
        self.name = name
        self.tail = tail
        self.host = host
        self.wasAway = wasAway
        self.hasRegistered = hasRegistered
        self.hasSymptoms = hasSymptoms
        self.temperature = temperature
    }

    /// A resident who says who they are, on the way in or out.
    var named: (name: PersonName, tail: PersonTail)? {
        guard visit == .resident, let name, let tail else { return nil }
        return (name, tail)
    }
}

/// What is kept of the answers, sealed, until the time for keeping is over (R-PRIV-14).
struct GateDetails: Codable, Sendable {
    let name: String?
    let tail: String?
    let host: String?
    let wasAway: Bool
    let hasRegistered: Bool
    let hasSymptoms: Bool
    let tenths: Int?

    init(_ answers: GateAnswers) {
        name = answers.name?.text
        tail = answers.tail?.text
        host = answers.host
        wasAway = answers.wasAway
        hasRegistered = answers.hasRegistered
        hasSymptoms = answers.hasSymptoms
        tenths = answers.temperature?.tenths
    }

    /// The answers again, with another measurement.
    func answers(_ passing: GatePassing, measured temperature: Temperature) throws -> GateAnswers {
        GateAnswers(
            direction: passing.direction,
            visit: passing.visit,
            name: try name.map { try PersonName($0) },
            tail: tail.flatMap { PersonTail($0) },
            host: host,
            wasAway: wasAway,
            hasRegistered: hasRegistered,
            hasSymptoms: hasSymptoms,
            temperature: temperature
        )
    }

    static func place(of id: GatePassingID, in committee: DivisionID) -> SealedPlace {
        SealedPlace("gate_passing.sealed", committee: committee, id: id)
    }
}
