import Store

/// What a committee's Party organisation has on duty on a day: numbers, never names (DOMAIN §8.6).
package struct PartyReport: Hashable, Sendable {
    package let committee: DivisionID
    package let day: CivilDate
    package let membersOnDuty: Int
    package let volunteers: Int
    package let postsStaffed: Int

    /// Refuses counts that nobody can have.
    package init(
        committee: DivisionID,
        day: CivilDate,
        membersOnDuty: Int,
        volunteers: Int,
        postsStaffed: Int
    ) throws(RosterRefusal) {
        guard [membersOnDuty, volunteers, postsStaffed].allSatisfy((0...100_000).contains) else { throw .countsWrong }
        self.committee = committee
        self.day = day
        self.membersOnDuty = membersOnDuty
        self.volunteers = volunteers
        self.postsStaffed = postsStaffed
    }
}

/// The reports of one day with their sums.
package struct PartyDay: Hashable, Sendable {
    package let day: CivilDate
    /// By committee, at most 200.
    package let reports: [PartyReport]
    /// Over all that reported, not only over those shown.
    package let organisations: Int
    package let membersOnDuty: Int
    package let volunteers: Int
    package let postsStaffed: Int
}

extension RosterService {
    /// Takes the counts of a committee and day; sent again they replace what was sent before.
    package func report(_ report: PartyReport, by actor: Actor) async throws {
        let authority = try authority(for: actor, at: report.committee)
        guard report.day <= authority.instant.day else { throw RosterRefusal.dayAhead }
        try await database.write { connection in
            guard try connection.execute(PartyQueries.put(report, at: authority.instant)) == 1 else { return }
            try Audit.append(
                [entry("roster.reportParty", "day:\(report.day.iso)", authority, report.committee)],
                on: connection
            )
        }
    }

    /// What the committees of a territory reported for a day; today's unless another is asked for.
    package func partyDay(
        _ day: CivilDate? = nil,
        under place: DivisionID? = nil,
        after committee: DivisionID? = nil,
        for actor: Actor
    ) async throws -> PartyDay {
        let now = context.now
        let scope = try policy.scope(for: actor, .viewRoster, under: place, at: now)
        let day = day ?? now.day
        return try await database.read { connection in
            let sums = try connection.rows(PartyQueries.sums(of: day, in: scope))
            guard let sums = sums.first else { throw RowFault.missingColumn(0) }
            return PartyDay(
                day: day,
                reports: try connection.all(PartyQueries.reports(of: day, in: scope, after: committee?.rawValue ?? 0)),
                organisations: try sums.column(0),
                membersOnDuty: try sums.column(1),
                volunteers: try sums.column(2),
                postsStaffed: try sums.column(3)
            )
        }
    }
}
