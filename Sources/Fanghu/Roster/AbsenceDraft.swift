extension Absence {
    /// An absence as somebody plans it.
    package struct Draft: Sendable {
        package let committee: DivisionID
        package let who: AccountID
        /// Nil for at once.
        package let from: Instant?
        package let to: Instant
        package let isDaily: Bool
        /// The last instant of a daily one; nil while nobody has set one.
        package let until: Instant?
        package let reason: Reason
        package let standIn: AccountID?

        package init(
            committee: DivisionID,
            who: AccountID,
            from: Instant?,
            to: Instant,
            isDaily: Bool = false,
            until: Instant? = nil,
            reason: Reason = .rest,
            standIn: AccountID? = nil
        ) {
            self.committee = committee
            self.who = who
            self.from = from
            self.to = to
            self.isDaily = isDaily
            self.until = until
            self.reason = reason
            self.standIn = standIn
        }
    }

    /// The absence a draft asks for, unless its times contradict each other or change what has been.
    static func planned(_ draft: Draft, as id: AbsenceID, at now: Instant) throws(RosterRefusal) -> Absence {
        let from = draft.from ?? now
        guard from >= now else { throw .startPast }
        guard draft.to > from, draft.until.map({ $0 > from }) ?? true else { throw .endBeforeStart }
        if draft.isDaily, draft.to.microseconds - from.microseconds >= day { throw .dailyTooLong }
        guard draft.standIn != draft.who else { throw .standInUnfit }
        return Absence(
            committee: draft.committee,
            id: id,
            who: draft.who,
            from: from,
            to: draft.to,
            isDaily: draft.isDaily,
            until: draft.isDaily ? draft.until : nil,
            reason: draft.reason,
            standIn: draft.standIn
        )
    }
}
