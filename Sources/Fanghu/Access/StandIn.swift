/// That somebody is first responsible in the place of somebody who is away, `[from, to)` (DOMAIN §6.8).
package struct StandIn: Hashable, Sendable {
    package let committee: DivisionID
    package let absentee: AccountID
    package let from: Instant
    package let to: Instant

    package init(committee: DivisionID, absentee: AccountID, from: Instant, to: Instant) {
        self.committee = committee
        self.absentee = absentee
        self.from = from
        self.to = to
    }

    package func isInForce(at instant: Instant) -> Bool { from <= instant && instant < to }
}

extension Actor {
    /// Whose place the actor takes in a committee at an instant; nil for whoever acts in their own.
    func absentee(at committee: DivisionID, on instant: Instant) -> AccountID? {
        standIns(at: instant).first { $0.committee == committee }?.absentee
    }

    /// For whom the actor stands in at an instant.
    func standIns(at instant: Instant) -> [StandIn] {
        guard case .staff(let staff) = self else { return [] }
        return staff.standIns.filter { $0.isInForce(at: instant) }
    }
}
