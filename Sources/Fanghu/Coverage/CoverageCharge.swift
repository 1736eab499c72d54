/// One person's charge of a piece or an area for a time, `[from, to)`.
package struct CoverageCharge: Hashable, Sendable {
    package enum Part: String, Codable, Sendable {
        /// Answers for it; exactly one at every instant.
        case owner
        /// Stands in for the owner; any number.
        case deputy
    }

    package let id: CoverageChargeID
    package let part: Part
    package let account: AccountID
    package let from: Instant
    /// Nil while it lasts.
    package let to: Instant?

    package init(id: CoverageChargeID, part: Part, account: AccountID, from: Instant, to: Instant? = nil) {
        self.id = id
        self.part = part
        self.account = account
        self.from = from
        self.to = to
    }

    package func isInForce(at instant: Instant) -> Bool {
        from <= instant && to.map { instant < $0 } ?? true
    }
}

/// Every charge of one piece or area there ever was.
///
/// The rules of who follows whom, without clock or database.
package struct CoverageCharges: Hashable, Sendable {
    package private(set) var all: [CoverageCharge]

    package init(_ all: [CoverageCharge] = []) {
        self.all = all
    }

    /// Who answers for it at the instant; nil is a gap that somebody must see.
    package func owner(at instant: Instant) -> AccountID? {
        all.first { $0.part == .owner && $0.isInForce(at: instant) }?.account
    }

    package func deputies(at instant: Instant) -> [AccountID] {
        all.filter { $0.part == .deputy && $0.isInForce(at: instant) }.map(\.account)
    }

    /// Whether the account may act in it: as owner or deputy.
    package func includes(_ account: AccountID, at instant: Instant) -> Bool {
        all.contains { $0.account == account && $0.isInForce(at: instant) }
    }

    /// The owner's charge ends and the new one's begins at one instant: no gap and no overlap.
    ///
    /// A deputy who becomes owner is a deputy no longer.
    package func handingOver(
        to account: AccountID,
        as id: CoverageChargeID,
        at instant: Instant
    ) throws(CoverageRefusal) -> CoverageCharges {
        guard owner(at: instant) != account else { throw .ownsAlready }
        var next = ending(at: instant) { $0.part == .owner || $0.account == account }
        next.all.append(CoverageCharge(id: id, part: .owner, account: account, from: instant))
        return next
    }

    package func naming(
        deputy account: AccountID,
        as id: CoverageChargeID,
        at instant: Instant
    ) throws(CoverageRefusal) -> CoverageCharges {
        guard !includes(account, at: instant) else { throw .ownsAlready }
        return CoverageCharges(all + [CoverageCharge(id: id, part: .deputy, account: account, from: instant)])
    }

    package func dismissing(
        deputy account: AccountID,
        at instant: Instant
    ) throws(CoverageRefusal) -> CoverageCharges {
        guard deputies(at: instant).contains(account) else { throw .notDeputy }
        return ending(at: instant) { $0.part == .deputy && $0.account == account }
    }

    /// Everybody's charge ends, because the piece does.
    package func closing(at instant: Instant) -> CoverageCharges {
        ending(at: instant) { _ in true }
    }

    private func ending(at instant: Instant, _ isMeant: (CoverageCharge) -> Bool) -> CoverageCharges {
        CoverageCharges(
            all.map { charge in
                guard charge.isInForce(at: instant), isMeant(charge) else { return charge }
                return CoverageCharge(
                    id: charge.id,
                    part: charge.part,
                    account: charge.account,
                    from: charge.from,
                    to: instant
                )
            }
        )
    }
}
