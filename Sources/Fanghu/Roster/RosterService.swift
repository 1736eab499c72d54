import Store

/// Who leads each residential area and when, who is posted there, and how many are on duty (DOMAIN §6.8, §8.6).
package struct RosterService: Sendable {
    let database: Database
    let policy: Policy
    let owners: OwnerBook
    let territory: @Sendable () -> Territory
    let context: Context
    /// Forgets who holds what whenever an appointment or a stand-in changes.
    let cache: ActorCache
    let book: RosterBook

    package init(accounts: AccountService, owners: OwnerBook, territory: @escaping @Sendable () -> Territory) {
        database = accounts.database
        policy = accounts.policy
        context = accounts.context
        cache = accounts.cache
        self.owners = owners
        self.territory = territory
        book = RosterBook { territory().contains($1, in: $0) }
    }

    /// Who leads one committee, and who is away there.
    package struct Lead: Sendable {
        package let committee: DivisionID
        /// From the instant asked on, for as long as was asked; the first is the one in force.
        package let spans: [ResponsibleSpan]
        package let absences: [Absence]
    }

    /// One page of committees with who leads them.
    package struct Leads: Sendable {
        package let leads: [Lead]
        package let matched: Int
        package let hasMore: Bool
    }

    /// Who is first responsible in each committee of a territory at an instant and in the days after, by committee.
    package func leads(
        under place: DivisionID? = nil,
        at instant: Instant? = nil,
        days: Int = 7,
        after committee: DivisionID? = nil,
        limit: Int = 100,
        for actor: Actor
    ) async throws -> Leads {
        let start = instant ?? context.now
        let scope = try policy.scope(for: actor, .viewRoster, under: place, at: context.now)
        let all = territory().divisions
            .filter { $0.level == .committee && !$0.isRetired && scope.contains($0.id) }
            .map(\.id)
        let rest = all.filter { id in committee.map { $0 < id } ?? true }.sorted()
        let shown = Array(rest.prefix(min(max(limit, 1), 200)))
        let facts = try await database.read { try book.facts(of: shown, from: start, $0) }
        return Leads(
            leads: shown.compactMap { committee in
                facts[committee]
                    .map {
                        Lead(
                            committee: committee,
                            spans: $0.timeline(from: start, to: start.adding(hours: 24 * days)),
                            absences: $0.absences
                        )
                    }
            },
            matched: all.count,
            hasMore: rest.count > shown.count
        )
    }

    /// Plans an absence; from its first instant to its last, somebody else is first responsible.
    package func add(_ draft: Absence.Draft, by actor: Actor) async throws -> Absence {
        let authority = try authority(for: actor, at: draft.committee)
        let absence = try Absence.planned(draft, as: context.newID(), at: authority.instant)
        try await database.write { connection in
            let offices = try Seats.held(
                as: Office.allCases.map(\.role),
                at: [absence.committee],
                after: absence.from,
                connection
            )
            guard offices.contains(where: { $0.account == absence.who }) else { throw RosterRefusal.notInOffice }
            if let standIn = absence.standIn {
                guard try owners.isAppointed(standIn, at: absence.committee, on: authority.instant, connection) else {
                    throw RosterRefusal.standInUnfit
                }
            }
            try connection.execute(RosterQueries.insert(absence))
            let detail = absence.standIn.map { "\(absence.reason.rawValue), stand-in \($0)" } ?? absence.reason.rawValue
            try Audit.append(
                [entry("roster.addAbsence", "account:\(absence.who)", authority, absence.committee, detail)],
                on: connection
            )
        }
        cache.forgetAll()
        return absence
    }

    /// Ends an absence at this instant: whoever was away leads again from now on.
    @discardableResult
    package func end(_ id: AbsenceID, by actor: Actor) async throws -> Absence {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageRoster, at: now)
        let ended = try await database.write { connection -> Absence in
            guard let absence = try connection.first(RosterQueries.absence(id, in: scope), as: Absence.self),
                try connection.execute(RosterQueries.end(absence, at: now)) == 1
            else { throw RosterRefusal.unknownAbsence }
            let authority = try authority(for: actor, at: absence.committee)
            try Audit.append(
                [entry("roster.endAbsence", "account:\(absence.who)", authority, absence.committee)],
                on: connection
            )
            return absence
        }
        cache.forgetAll()
        return ended
    }

    /// Who can be chosen on the forms of a committee, the most local first.
    package func appointees(of committee: DivisionID, for actor: Actor) async throws -> [AccountID] {
        let now = context.now
        _ = try policy.check(actor, .manageRoster, at: committee, on: now)
        return try await database.read { try owners.appointees(at: committee, on: now, $0) }
    }

    /// Who holds an office of a committee now or later, the office first: whose absence can be planned.
    package func leaders(
        of committee: DivisionID,
        for actor: Actor
    ) async throws -> [(account: AccountID, office: Office)] {
        let now = context.now
        _ = try policy.check(actor, .manageRoster, at: committee, on: now)
        let seats = try await database.read {
            try Seats.held(as: Office.allCases.map(\.role), at: [committee], after: now, $0)
        }
        return seats.compactMap { seat in Office(seat.appointment.role).map { (seat.account, $0) } }
            .sorted { ($0.office, $0.account) < ($1.office, $1.account) }
    }

    func authority(for actor: Actor, at committee: DivisionID) throws -> Authority {
        let authority = try policy.check(actor, .manageRoster, at: committee, on: context.now)
        guard let division = territory().node(committee), division.level == .committee, !division.isRetired else {
            throw RosterRefusal.notACommittee
        }
        return authority
    }

    func entry(
        _ act: String,
        _ subject: String,
        _ authority: Authority,
        _ committee: DivisionID,
        _ detail: String? = nil,
        reason: String? = nil
    ) -> AuditEntry.Draft {
        AuditEntry.Draft(
            committee: committee,
            authority: authority,
            act: act,
            subject: subject,
            reason: reason,
            detail: detail
        )
    }
}
