package import Store

/// Reads who is first responsible where, inside whatever transaction asks.
package struct RosterBook: Sendable {
    /// Whether what is held at one place counts in a committee.
    private let reaches: @Sendable (_ held: DivisionID, _ committee: DivisionID) -> Bool

    package init(reaches: @escaping @Sendable (_ held: DivisionID, _ committee: DivisionID) -> Bool) {
        self.reaches = reaches
    }

    /// Everything on which the answer for one committee rests.
    package struct Facts: Sendable {
        package let seats: [Seat]
        package let absences: [Absence]

        package func firstResponsible(at instant: Instant) -> FirstResponsible {
            RosterRules.firstResponsible(at: instant, seats: seats, absences: absences)
        }

        package func timeline(from start: Instant, to end: Instant) -> [ResponsibleSpan] {
            RosterRules.timeline(from: start, to: end, seats: seats, absences: absences)
        }
    }

    /// The facts of some committees from an instant on, at most 200 committees in a statement.
    package func facts(
        of committees: [DivisionID],
        from instant: Instant,
        _ connection: any Connection
    ) throws -> [DivisionID: Facts] {
        var facts: [DivisionID: Facts] = [:]
        for part in StatementSizes.parts(of: committees) {
            let absences: [Absence] = try connection.all(RosterQueries.absences(in: part, after: instant))
            let offices = try Seats.held(as: Office.allCases.map(\.role), at: part, after: instant, connection)
            let standIns = try Seats.held(by: Set(absences.compactMap(\.standIn)), connection)
            let away = Dictionary(grouping: absences, by: \.committee)
            let leading = Dictionary(grouping: offices, by: \.appointment.place)
            for committee in part {
                let named = Set(away[committee, default: []].compactMap(\.standIn))
                let others = standIns.filter {
                    named.contains($0.account) && reaches($0.appointment.place, committee)
                }
                facts[committee] = Facts(
                    seats: leading[committee, default: []].map { Seat($0, isOffice: true) }
                        + others.map { Seat($0, isOffice: false) },
                    absences: away[committee, default: []]
                )
            }
        }
        return facts
    }

    /// Who leads a committee, and who of it is away.
    func leadership(
        of committee: DivisionID,
        at instant: Instant,
        _ connection: any Connection
    ) throws -> OwnerBook.Leadership {
        guard let facts = try facts(of: [committee], from: instant, connection)[committee] else {
            return OwnerBook.Leadership(first: nil, away: [])
        }
        return OwnerBook.Leadership(
            first: facts.firstResponsible(at: instant).holder?.account,
            away: RosterRules.away(at: instant, absences: facts.absences)
        )
    }

    /// For whom an account stands in at an instant and in the hour after it.
    func standIns(of account: AccountID, at instant: Instant, _ connection: any Connection) throws -> [StandIn] {
        let named = try connection.rows(RosterQueries.committees(withStandIn: account, after: instant))
        let offices = try Seats.held(by: [account], connection).filter { Office($0.appointment.role) != nil }
        let committees = try Set(named.map { try $0.column(0, as: DivisionID.self) } + offices.map(\.appointment.place))
        guard !committees.isEmpty else { return [] }
        let facts = try facts(of: committees.sorted(), from: instant, connection)
        return facts.sorted { $0.key < $1.key }
            .flatMap { committee, facts in
                facts.timeline(from: instant, to: instant.adding(hours: 1))
                    .compactMap { span in
                        guard let holder = span.first.holder, holder.account == account,
                            let absentee = holder.standingInFor
                        else { return nil }
                        return StandIn(committee: committee, absentee: absentee, from: span.from, to: span.to)
                    }
            }
    }
}

extension Seat {
    init(_ seat: AccountSeat, isOffice: Bool) {
        self.init(
            account: seat.account,
            office: isOffice ? Office(seat.appointment.role) : nil,
            from: seat.appointment.from,
            to: seat.appointment.to
        )
    }
}

extension OwnerBook {
    /// The book with the roster behind it, so that tasks of the first responsible person find whoever stands in.
    package init(territory: @escaping @Sendable () -> Territory) {
        let book = RosterBook { territory().contains($1, in: $0) }
        self.init(territory: territory) { try book.leadership(of: $0, at: $1, $2) }
    }
}

extension SessionService {
    /// Sessions that know for whom somebody stands in (I-17).
    package init(database: Database, accounts: AccountService, context: Context) {
        let book = RosterBook(reaches: accounts.policy.covers)
        self.init(database: database, accounts: accounts, context: context) {
            try book.standIns(of: $0, at: $1, $2)
        }
    }
}
