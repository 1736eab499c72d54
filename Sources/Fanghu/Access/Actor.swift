/// Who asks for an act.
package enum Actor: Sendable {
    /// A signed-in member of staff, with every appointment that is not over for good.
    case staff(Staff)
    /// Somebody who holds the private link of one observation: the observed person or who helps them.
    case observee(Observee)
    /// Anybody who opened a page that needs no account, such as the registration behind a compound's QR code.
    case visitor
    /// The program itself: a named job.
    case system(job: String)

    package struct Staff: Sendable {
        package let account: AccountID
        package let name: String
        package let appointments: [Appointment]
        /// When and where they stand in for somebody, as far as the next hour goes.
        package let standIns: [StandIn]

        package init(account: AccountID, name: String, appointments: [Appointment], standIns: [StandIn] = []) {
            self.account = account
            self.name = name
            self.appointments = appointments
            self.standIns = standIns
        }
    }

    package struct Observee: Sendable {
        package let observation: ObservationID
        package let committee: DivisionID

        package init(observation: ObservationID, committee: DivisionID) {
            self.observation = observation
            self.committee = committee
        }
    }

    /// The account, for the record of acts; nil for people without one.
    package var account: AccountID? {
        switch self {
        case .staff(let staff): staff.account
        case .observee, .visitor, .system: nil
        }
    }

    /// How the record of acts calls somebody without an account.
    package var kind: String {
        switch self {
        case .staff: "staff"
        case .observee: "observee"
        case .visitor: "visitor"
        case .system(let job): "system:\(job)"
        }
    }
}

/// The right under which an act is done: kept with the act for ever (DOMAIN §6, "role held at that instant").
package struct Authority: Hashable, Sendable {
    package let account: AccountID?
    package let actorKind: String
    package let role: Role?
    package let instant: Instant
    /// I-17: whose place they took, being first responsible in somebody's absence.
    package let standingInFor: AccountID?

    package init(
        account: AccountID?,
        actorKind: String,
        role: Role?,
        instant: Instant,
        standingInFor: AccountID? = nil
    ) {
        self.account = account
        self.actorKind = actorKind
        self.role = role
        self.instant = instant
        self.standingInFor = standingInFor
    }

    /// The authority of a job of the program.
    package static func system(job: String, at instant: Instant) -> Authority {
        Authority(account: nil, actorKind: "system:\(job)", role: nil, instant: instant)
    }
}
