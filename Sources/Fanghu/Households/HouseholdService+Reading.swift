package import Store

/// A part of the register of households.
package enum HouseholdPart: String, CaseIterable, Sendable {
    case all
    /// Of which nobody has said anything.
    case unknown
    case away
    /// Away, and expected back by today.
    case returning
    case vacant
    case `let`

    package var words: Words {
        switch self {
        case .all: Words("全部", "All")
        case .unknown: Words("未摸清", "Unknown")
        case .away: Words("外出未返", "Away")
        case .returning: Words("应返", "Expected back")
        case .vacant: Words("空关", "Vacant")
        case .let: Words("出租", "Let")
        }
    }
}

/// A dwelling in a list: nothing of who lives there but whether somebody does.
package struct HouseholdLine: Sendable, Equatable {
    package let committee: DivisionID
    package let dwelling: PlaceID
    package let address: String
    package let order: String
    /// Nil where nothing is known.
    package let presence: Presence.Kind?
    package let expectedReturn: CivilDate?
    package let recheckOn: CivilDate?
    package let tenure: Household.Tenure?
    package let living: Int?
    package let away: Int?
    package let heardAt: Instant?
    package let version: Int

    package var key: DwellingKey { DwellingKey(committee: committee, order: order, id: dwelling.text) }
}

extension HouseholdLine: RowDecodable {
    package init(row: Row) throws {
        committee = try row.column(0)
        dwelling = try row.column(1)
        address = try row.column(2)
        order = try row.column(3)
        let presence: String? = try row.column(4)
        self.presence = presence.flatMap(Presence.Kind.init)
        expectedReturn = try row.column(5)
        recheckOn = try row.column(6)
        let tenure: String? = try row.column(7)
        self.tenure = tenure.flatMap(Household.Tenure.init)
        living = try row.column(8)
        away = try row.column(9)
        heardAt = try row.column(10)
        version = try row.column(11, as: Int?.self) ?? 0
    }
}

extension HouseholdService {
    /// A page of a territory's dwellings in the order of a walk.
    package func list(
        _ part: HouseholdPart = .all,
        under place: DivisionID? = nil,
        after key: DwellingKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> (lines: [HouseholdLine], next: DwellingKey?) {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageCoverage, under: place, at: now)
        let limit = min(max(limit, 1), 200)
        let found = try await database.read { connection in
            try connection.all(
                HouseholdQueries.page(part, in: scope, after: key, today: now.day, limit: limit + 1),
                as: HouseholdLine.self
            )
        }
        let lines = Array(found.prefix(limit))
        return (lines, found.count > limit ? lines.last?.key : nil)
    }

    /// One dwelling with everything that is known of it; reading it is an act in the record (R-PRIV-05).
    package func household(
        of dwelling: PlaceID,
        for actor: Actor
    ) async throws -> (dwelling: Dwelling, household: Household?, events: [HouseholdEvent], notices: [HouseholdNotice])
    {
        let now = context.now
        let scope = try policy.scope(for: actor, .recordHouseholds, at: now)
        return try await database.write { connection in
            let dwelling = try self.dwelling(dwelling, in: scope, on: connection)
            let authority = try policy.check(actor, .recordHouseholds, at: dwelling.committee, on: now)
            try checkCharge(of: actor, for: dwelling, at: now, on: connection)
            let household = try book.household(of: dwelling.id, in: dwelling.committee, on: connection)
            let changes = HouseholdQueries.changes(of: dwelling.id, in: dwelling.committee, limit: 50)
            let notices = HouseholdQueries.notices(of: dwelling.id, in: dwelling.committee)
            let events = try connection.all(changes, as: HouseholdEvent.self)
            let posted = try connection.all(notices, as: HouseholdNotice.self)
            try Audit.append([entry("household.view", dwelling.id, authority, dwelling.committee)], on: connection)
            return (dwelling, household, events, posted)
        }
    }
}
