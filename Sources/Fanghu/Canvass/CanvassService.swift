package import Store

/// Plans campaigns, lists their doors, takes what visitors say, and ends them when nothing is left (DOMAIN §6.2, §8.2).
package struct CanvassService: Sendable {
    let database: Database
    let policy: Policy
    let vault: Vault
    let owners: OwnerBook
    let territory: @Sendable () -> Territory
    let context: Context
    let announce: @Sendable ([CounterDelta]) -> Void
    let book: HouseholdBook

    /// The most visits that one call may bring.
    package static let largestBatch = 500

    package init(
        database: Database,
        policy: Policy,
        vault: Vault,
        owners: OwnerBook,
        territory: @escaping @Sendable () -> Territory,
        context: Context,
        announce: @escaping @Sendable ([CounterDelta]) -> Void = { _ in }
    ) {
        self.database = database
        self.policy = policy
        self.vault = vault
        self.owners = owners
        self.territory = territory
        self.context = context
        self.announce = announce
        book = HouseholdBook(vault: vault)
    }

    /// Plans a campaign over a division; its list is made when it is opened.
    package func plan(_ draft: CanvassCampaign.Draft, by actor: Actor) async throws -> CanvassCampaign {
        let draft = try draft.checked()
        let authority = try policy.check(actor, .manageCanvass, at: draft.place, on: context.now)
        let campaign = CanvassCampaign(
            place: draft.place,
            id: context.newID(),
            title: draft.title,
            kinds: draft.kinds,
            from: draft.from,
            to: draft.to,
            wantsReceipt: draft.wantsReceipt,
            state: .planned,
            createdBy: actor.account,
            openedAt: nil,
            closedAt: nil
        )
        try await database.write { connection in
            try connection.execute(CanvassQueries.insert(campaign, at: authority.instant))
            let rows = draft.areas.map { [campaign.place.sqlValue, campaign.id.sqlValue, $0.sqlValue] }
            if !rows.isEmpty { try connection.execute(CanvassQueries.insertAreas(rows)) }
            try Audit.append([entry("canvass.plan", campaign, authority)], on: connection)
        }
        return campaign
    }

    /// The campaigns that cover or touch the actor's territory, newest first.
    package func campaigns(
        before id: CanvassCampaignID? = nil,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> (campaigns: [CanvassCampaign], next: CanvassCampaignID?) {
        let scope = try policy.scope(for: actor, .visit, at: context.now)
        let limit = min(max(limit, 1), 200)
        let found = try await database.read { connection in
            try connection.all(
                CanvassQueries.campaigns(in: scope, before: id, limit: limit + 1),
                as: CanvassCampaign.self
            )
        }
        let shown = Array(found.prefix(limit))
        return (shown, found.count > limit ? shown.last?.id : nil)
    }

    /// One campaign with its areas and teams.
    package struct Setup: Sendable {
        package let campaign: CanvassCampaign
        package let areas: [String]
        package let teams: [CanvassTeam]
    }

    package func setup(of id: CanvassCampaignID, for actor: Actor) async throws -> Setup {
        let scope = try policy.scope(for: actor, .visit, at: context.now)
        return try await database.read { connection in
            let campaign = try campaign(id, in: scope, on: connection)
            let areas = try connection.rows(CanvassQueries.areas(of: campaign))
                .map { row throws in try row.column(0, as: String.self) }
            return Setup(campaign: campaign, areas: areas, teams: try teams(of: campaign, on: connection))
        }
    }

    /// Whether the actor may plan, assign and close at the campaign's place.
    package func mayManage(_ campaign: CanvassCampaign, _ actor: Actor) -> Bool {
        (try? policy.check(actor, .manageCanvass, at: campaign.place, on: context.now)) != nil
    }

    /// Whether the actor may do this anywhere now; what the pages offer.
    package func may(_ permission: Permission, _ actor: Actor) -> Bool {
        (try? policy.scope(for: actor, permission, at: context.now)) != nil
    }

    /// Where the actor may plan a campaign: districts, townships and committees, by their codes.
    package func places(for actor: Actor) throws -> [DivisionID] {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageCanvass, at: now)
        let levels: Set<DivisionLevel> = [.district, .township, .committee]
        return territory().divisions
            .filter { levels.contains($0.level) && !$0.isRetired && scope.contains($0.id) }
            .sorted { ($0.level, $0.code) < ($1.level, $1.code) }
            .map(\.id)
            .filter { (try? policy.check(actor, .manageCanvass, at: $0, on: now)) != nil }
    }

    func campaign(
        _ id: CanvassCampaignID,
        in scope: Scope,
        on connection: any Connection
    ) throws -> CanvassCampaign {
        guard let campaign = try connection.first(CanvassQueries.campaign(id, in: scope), as: CanvassCampaign.self)
        else { throw CanvassRefusal.unknownCampaign }
        return campaign
    }

    /// The campaign and the right to manage it where it is held.
    func managed(
        _ id: CanvassCampaignID,
        by actor: Actor,
        on connection: any Connection
    ) throws -> (campaign: CanvassCampaign, scope: Scope, authority: Authority) {
        let now = context.now
        let held = try policy.scope(for: actor, .manageCanvass, at: now)
        let campaign = try campaign(id, in: held, on: connection)
        let authority = try policy.check(actor, .manageCanvass, at: campaign.place, on: now)
        let scope = try policy.scope(for: actor, .manageCanvass, under: campaign.place, at: now)
        return (campaign, scope, authority)
    }

    func entry(
        _ act: String,
        _ campaign: CanvassCampaign,
        _ authority: Authority,
        at committee: DivisionID? = nil,
        _ detail: String? = nil,
        reason: String? = nil
    ) -> AuditEntry.Draft {
        AuditEntry.Draft(
            committee: committee ?? campaign.place,
            authority: authority,
            act: act,
            subject: "campaign:\(campaign.id)",
            reason: reason,
            detail: detail
        )
    }
}
