/// The offices that lead a residential area, in the order in which they do.
package enum Office: Int, CaseIterable, Comparable, Sendable {
    case secretary
    case secondSecretary
    case director

    package init?(_ role: Role) {
        switch role {
        case .secretary: self = .secretary
        case .secondSecretary: self = .secondSecretary
        case .director: self = .director
        default: return nil
        }
    }

    package var role: Role {
        switch self {
        case .secretary: .secretary
        case .secondSecretary: .secondSecretary
        case .director: .director
        }
    }

    package static func < (left: Office, right: Office) -> Bool { left.rawValue < right.rawValue }
}

/// That somebody belongs to a committee for a time, `[from, to)`: with an office there, or otherwise.
package struct Seat: Hashable, Sendable {
    package let account: AccountID
    /// Nil for whoever may stand in only, such as a community worker.
    package let office: Office?
    package let from: Instant
    package let to: Instant?

    package init(account: AccountID, office: Office?, from: Instant, to: Instant?) {
        self.account = account
        self.office = office
        self.from = from
        self.to = to
    }

    package func isInForce(at instant: Instant) -> Bool {
        from <= instant && to.map { instant < $0 } ?? true
    }
}

/// Who answers for a residential area at an instant (I-16).
package enum FirstResponsible: Hashable, Sendable {
    case person(Holder)
    /// An alarm: no office is filled by anybody who is there.
    case nobody

    /// Somebody who answers, and why.
    package struct Holder: Hashable, Sendable {
        package let account: AccountID
        /// Nil for a stand-in who was named and holds no office.
        package let office: Office?
        /// I-17: who is away; nil for whoever leads in their own right.
        package let standingInFor: AccountID?

        package init(account: AccountID, office: Office?, standingInFor: AccountID? = nil) {
            self.account = account
            self.office = office
            self.standingInFor = standingInFor
        }
    }

    package var holder: Holder? {
        guard case .person(let holder) = self else { return nil }
        return holder
    }
}

/// Who answers from one instant to another, `[from, to)`.
package struct ResponsibleSpan: Hashable, Sendable {
    package let from: Instant
    package let to: Instant
    package let first: FirstResponsible
}
