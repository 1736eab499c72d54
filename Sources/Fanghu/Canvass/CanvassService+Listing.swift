import Store

// What stands on a campaign's list: made at the opening, never shortened, extended by one act.

extension CanvassService {
    /// Opens a plan: every place of its kinds in its territory goes on the list.
    package func open(_ id: CanvassCampaignID, by actor: Actor) async throws -> CanvassCampaign {
        let (opened, deltas) = try await database.write { connection -> (CanvassCampaign, [CounterDelta]) in
            let (campaign, scope, authority) = try managed(id, by: actor, on: connection)
            guard try connection.execute(CanvassQueries.open(campaign, at: authority.instant)) == 1 else {
                throw CanvassRefusal.notPlanned
            }
            let added = try list(campaign, in: scope, at: authority.instant, on: connection)
            guard !added.isEmpty else { throw CanvassRefusal.nothingToVisit }
            let deltas = try count(added, of: campaign, "canvass.open", authority, on: connection)
            return (try self.campaign(id, in: scope, on: connection), deltas)
        }
        announce(deltas)
        return opened
    }

    /// Takes in the places that came into the register after the opening; answers how many.
    @discardableResult
    package func takeIn(_ id: CanvassCampaignID, by actor: Actor) async throws -> Int {
        let (number, deltas) = try await database.write { connection -> (Int, [CounterDelta]) in
            let (campaign, scope, authority) = try managed(id, by: actor, on: connection)
            guard try connection.execute(CanvassQueries.hold(campaign)) == 1 else { throw CanvassRefusal.notOpen }
            let added = try list(campaign, in: scope, at: authority.instant, on: connection)
            guard !added.isEmpty else { return (0, []) }
            let deltas = try count(added, of: campaign, "canvass.takeIn", authority, on: connection)
            return (added.values.reduce(0, +), deltas)
        }
        announce(deltas)
        return number
    }

    /// How many places of the campaign's kinds stand in the register and not on its list.
    package func missing(from id: CanvassCampaignID, for actor: Actor) async throws -> Int {
        let now = context.now
        let held = try policy.scope(for: actor, .manageCoverage, at: now)
        return try await database.read { connection in
            let campaign = try campaign(id, in: held, on: connection)
            let scope = try policy.scope(for: actor, .manageCoverage, under: campaign.place, at: now)
            guard campaign.state == .open else { return 0 }
            return try missing(from: campaign, in: scope, on: connection).values.reduce(0, +)
        }
    }

    private func missing(
        from campaign: CanvassCampaign,
        in scope: Scope,
        on connection: any Connection
    ) throws -> [DivisionID: Int] {
        var missing: [DivisionID: Int] = [:]
        if campaign.kinds.contains(.dwelling) {
            for row in try connection.rows(CanvassQueries.missingDwellings(from: campaign.id, in: scope)) {
                missing[try row.column(0)] = try row.column(1)
            }
        }
        let kinds = campaign.kinds.filter { !$0.isDwelling }.map(\.rawValue).sorted()
        for row in try connection.rows(CanvassQueries.missingPremises(from: campaign.id, of: kinds, in: scope)) {
            missing[try row.column(0), default: 0] += 1
        }
        return missing
    }

    /// Puts what is missing on the list; answers how many by committee.
    private func list(
        _ campaign: CanvassCampaign,
        in scope: Scope,
        at instant: Instant,
        on connection: any Connection
    ) throws -> [DivisionID: Int] {
        let added = try missing(from: campaign, in: scope, on: connection)
        let kinds = campaign.kinds.filter { !$0.isDwelling }.map(\.rawValue).sorted()
        let parser = AddressParser(territory: territory())
        let premises = try connection.rows(CanvassQueries.missingPremises(from: campaign.id, of: kinds, in: scope))
            .map { row -> [SQLValue] in
                let address: String = try row.column(3)
                return [
                    row.columns[0], campaign.id.sqlValue, row.columns[1], row.columns[2], row.columns[3],
                    row.columns[4], CanvassOrder.key(of: address, parser).sqlValue, instant.sqlValue,
                ]
            }
        if campaign.kinds.contains(.dwelling) {
            try connection.execute(CanvassQueries.listDwellings(of: campaign.id, in: scope, at: instant))
        }
        for part in StatementSizes.parts(of: premises) { try connection.execute(CanvassQueries.listPremises(part)) }
        try connection.execute(CanvassQueries.share(campaign.id))
        return added
    }

    private func count(
        _ added: [DivisionID: Int],
        of campaign: CanvassCampaign,
        _ act: String,
        _ authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let deltas = added.map { committee, number in
            CounterDelta(committee, .canvassTargetsOpen, on: authority.instant.day, by: number)
        }
        try Counters.apply(deltas, on: connection)
        let total = added.values.reduce(0, +)
        try Audit.append([entry(act, campaign, authority, "targets \(total)")], on: connection)
        return deltas
    }
}
