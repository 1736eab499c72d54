/// That a unit sends a cadre to a committee for a time (下沉干部, DOMAIN §8.6).
package struct Posting: Hashable, Sendable {
    package let committee: DivisionID
    package let id: PostingID
    package let account: AccountID
    /// What gives the cadre access; it begins and ends with the posting (I-18).
    package let appointment: AppointmentID
    package let homeUnit: String
    package let from: Instant
    /// Nil while nobody has set an end.
    package let to: Instant?
    package let trainedOn: CivilDate
    /// The letter of the command that sends them.
    package let letter: String
    /// What the home unit sees to: meals, transport, protection.
    package let logistics: String

    package func isInForce(at instant: Instant) -> Bool {
        from <= instant && to.map { instant < $0 } ?? true
    }

    package func isOver(at instant: Instant) -> Bool { to.map { $0 <= instant } ?? false }

    /// A posting as somebody plans it.
    package struct Draft: Sendable {
        package let committee: DivisionID
        /// The sign-in name of the cadre's account.
        package let name: String
        package let homeUnit: String
        /// Nil for at once.
        package let from: Instant?
        package let to: Instant?
        package let trainedOn: CivilDate?
        package let letter: String
        package let logistics: String

        package init(
            committee: DivisionID,
            name: String,
            homeUnit: String,
            from: Instant? = nil,
            to: Instant? = nil,
            trainedOn: CivilDate?,
            letter: String = "",
            logistics: String = ""
        ) {
            self.committee = committee
            self.name = name
            self.homeUnit = homeUnit
            self.from = from
            self.to = to
            self.trainedOn = trainedOn
            self.letter = letter
            self.logistics = logistics
        }
    }

    /// The posting a draft asks for; refuses whoever is not trained by the first day.
    static func planned(
        _ draft: Draft,
        of account: AccountID,
        as ids: (posting: PostingID, appointment: AppointmentID),
        at now: Instant
    ) throws(RosterRefusal) -> Posting {
        let from = draft.from ?? now
        guard from >= now else { throw .startPast }
        guard draft.to.map({ $0 > from }) ?? true else { throw .endBeforeStart }
        guard let trainedOn = draft.trainedOn else { throw .trainingMissing }
        // A training that lies ahead is a plan and no record of one.
        guard trainedOn <= min(from.day, now.day) else { throw .trainingAfterStart }
        guard draft.homeUnit.contains(where: { !$0.isWhitespace }) else { throw .homeUnitMissing }
        return Posting(
            committee: draft.committee,
            id: ids.posting,
            account: account,
            appointment: ids.appointment,
            homeUnit: String(draft.homeUnit.prefix(120)),
            from: from,
            to: draft.to,
            trainedOn: trainedOn,
            letter: String(draft.letter.prefix(120)),
            logistics: String(draft.logistics.prefix(500))
        )
    }

    /// Whether two postings of one cadre to one committee meet.
    func meets(_ other: Posting) -> Bool {
        (other.to.map { from < $0 } ?? true) && (to.map { other.from < $0 } ?? true)
    }
}

/// What a cadre left to somebody at the end of a posting (DOMAIN §6.8).
package struct HandOverNote: Hashable, Sendable {
    package let committee: DivisionID
    package let id: HandOverNoteID
    package let posting: PostingID
    package let successor: AccountID
    package let at: Instant
    package let note: String
    /// The tasks that were open and went along.
    package let tasks: [DutyTaskID]
}
