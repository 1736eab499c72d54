import Store

/// The next door of a walk with what is known of it; names are masked.
package struct NextDoor: Sendable {
    package let campaign: CanvassCampaign
    package let target: CanvassTarget
    /// How many unsettled doors are left on this walk, this one among them.
    package let left: Int
    package let household: Known?
    package let visits: [CanvassVisit]
    /// The team whose tour it is.
    package let team: CanvassTeam?

    /// What the register of households says, masked.
    package struct Known: Sendable {
        package let presence: Presence
        package let tenure: Household.Tenure?
        package let living: Int?
        package let away: Int?
        package let head: String?
        package let phone: String?
        package let needs: Set<HouseholdDetails.CareNeed>
        package let heardAt: Instant

        init(_ household: Household) {
            presence = household.presence
            tenure = household.tenure
            living = household.living
            away = household.away
            head = household.details.head.map { Masking.name($0) }
            phone = household.details.phone.map { Masking.phone($0) }
            needs = household.details.needs
            heardAt = household.heardAt
        }
    }
}

extension CanvassService {
    /// A page of a campaign's list in the order of a walk, and how many there are in all.
    package func targets(
        of id: CanvassCampaignID,
        _ filter: CanvassFilter = CanvassFilter(),
        after key: DwellingKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> PlacePage<CanvassTarget, DwellingKey> {
        let now = context.now
        let (scope, account) = try reach(of: actor)
        var filter = filter
        filter.account = account
        let asked = filter
        let limit = min(max(limit, 1), 200)
        return try await database.read { connection in
            _ = try campaign(id, in: scope, on: connection)
            let statement = CanvassQueries.page(
                of: id,
                in: scope,
                asked,
                at: now,
                after: key,
                limit: limit + 1
            )
            let found = try connection.all(statement, as: CanvassTarget.self)
            let shown = Array(found.prefix(limit))
            let total = CanvassQueries.count(of: id, in: scope, asked, at: now)
            return PlacePage(
                places: shown,
                total: try connection.value(total) ?? 0,
                next: found.count > limit ? shown.last?.key : nil
            )
        }
    }

    /// The next unsettled door of one's own after the last one visited, from the first again at the end.
    ///
    /// Who has neither team nor piece, and may go anywhere, walks the whole list. Nil when nothing is left.
    package func next(
        of id: CanvassCampaignID,
        after key: DwellingKey? = nil,
        for actor: Actor
    ) async throws -> NextDoor? {
        let now = context.now
        let scope = try policy.scope(for: actor, .visit, at: now)
        let walks = try walks(of: actor)
        return try await database.read { connection in
            let campaign = try campaign(id, in: scope, on: connection)
            guard campaign.state == .open else { return nil }
            let start = try key ?? last(of: campaign, by: actor, in: scope, on: connection)
            for account in walks {
                var filter = CanvassFilter.unsettled
                filter.account = account
                for begin in [start, .start] {
                    let page = CanvassQueries.page(of: id, in: scope, filter, at: now, after: begin, limit: 1)
                    guard let target = try connection.first(page, as: CanvassTarget.self) else { continue }
                    let count = CanvassQueries.count(of: id, in: scope, filter, at: now)
                    let left = try connection.value(count, as: Int.self) ?? 0
                    return try door(target, of: campaign, left: left, on: connection)
                }
            }
            return nil
        }
    }

    /// One door of the list, whatever its state.
    package func door(
        at place: PlaceID,
        of id: CanvassCampaignID,
        for actor: Actor
    ) async throws -> NextDoor {
        let scope = try policy.scope(for: actor, .visit, at: context.now)
        return try await database.read { connection in
            let found = try door(place, of: id, in: scope, for: actor, on: connection)
            return try door(found.target, of: found.campaign, left: 1, on: connection)
        }
    }

    private func door(
        _ target: CanvassTarget,
        of campaign: CanvassCampaign,
        left: Int,
        on connection: any Connection
    ) throws -> NextDoor {
        let household =
            target.kind.isDwelling
            ? try book.household(of: target.place, in: target.committee, on: connection) : nil
        let visits = CanvassQueries.visits(to: target.place, of: campaign.id, in: target.committee)
        return NextDoor(
            campaign: campaign,
            target: target,
            left: left,
            household: household.map(NextDoor.Known.init),
            visits: try connection.all(visits),
            team: try teams(of: campaign, on: connection).first { $0.id == target.team }
        )
    }

    /// Where the actor's list lies, and whose it is: nil for staff who may go anywhere in their committees.
    private func reach(of actor: Actor) throws -> (scope: Scope, account: AccountID?) {
        let now = context.now
        if let scope = try? policy.scope(for: actor, .manageCoverage, at: now) { return (scope, nil) }
        return (try policy.scope(for: actor, .visit, at: now), actor.account)
    }

    /// One's own doors first; then, for who may go anywhere, all.
    private func walks(of actor: Actor) throws -> [AccountID?] {
        let everybody: [AccountID?] = try reach(of: actor).account == nil ? [nil] : []
        return (actor.account.map { [$0] } ?? []) + everybody
    }

    private func last(
        of campaign: CanvassCampaign,
        by actor: Actor,
        in scope: Scope,
        on connection: any Connection
    ) throws -> DwellingKey {
        guard let account = actor.account else { return .start }
        let statement = CanvassQueries.lastVisited(of: campaign.id, by: account, in: scope)
        guard let row = try connection.rows(statement).first else { return .start }
        let found = CanvassQueries.target(try row.column(1), of: campaign.id, in: scope)
        return try connection.first(found, as: CanvassTarget.self)?.key ?? .start
    }
}
