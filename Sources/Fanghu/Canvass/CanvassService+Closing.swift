import Store

// How a campaign ends: everything done, or left out for a reason for which two persons stand.

extension CanvassService {
    /// Says why a unit is to be left out; a second person confirms it.
    package func explain(
        _ place: PlaceID,
        of id: CanvassCampaignID,
        reason: String,
        by actor: Actor
    ) async throws -> CanvassExplanation {
        let reason = CanvassText.plain(reason)
        guard (1...500).contains(reason.count) else { throw CanvassRefusal.reasonMissing }
        let scope = try policy.scope(for: actor, .visit, at: context.now)
        let newID: CanvassExplanationID = context.newID()
        return try await database.write { connection in
            let door = try door(place, of: id, in: scope, for: actor, on: connection)
            guard door.campaign.state == .open else { throw CanvassRefusal.notOpen }
            guard !door.target.state.isSettled else { throw CanvassRefusal.settledAlready }
            let explanation = CanvassExplanation(
                committee: door.target.committee,
                id: newID,
                campaign: id,
                place: place,
                reason: reason,
                at: door.authority.instant,
                account: actor.account
            )
            guard try !connection.rows(CanvassQueries.insert(explanation)).isEmpty else {
                throw CanvassRefusal.explainedAlready
            }
            let draft = entry(
                "canvass.explain",
                door.campaign,
                door.authority,
                at: door.target.committee,
                "place \(place)"
            )
            try Audit.append([draft], on: connection)
            return explanation
        }
    }

    /// Stands for an explanation as the second person; only then is the unit left out.
    @discardableResult
    package func confirm(_ id: CanvassExplanationID, by actor: Actor) async throws -> CanvassTarget {
        let scope = try policy.scope(for: actor, .manageCanvass, at: context.now)
        let (target, deltas) = try await database.write { connection -> (CanvassTarget, [CounterDelta]) in
            let statement = CanvassQueries.explanation(id, in: scope)
            guard let explanation = try connection.first(statement, as: CanvassExplanation.self) else {
                throw CanvassRefusal.unknownExplanation
            }
            let authority = try policy.check(actor, .manageCanvass, at: explanation.committee, on: context.now)
            guard explanation.account != actor.account else { throw CanvassRefusal.secondPersonNeeded }
            let campaign = try campaign(explanation.campaign, in: scope, on: connection)
            guard campaign.state == .open else { throw CanvassRefusal.notOpen }
            let found = CanvassQueries.target(explanation.place, of: campaign.id, in: scope)
            guard let before = try connection.first(found, as: CanvassTarget.self) else {
                throw CanvassRefusal.unknownTarget
            }
            guard !before.state.isSettled else { throw CanvassRefusal.settledAlready }
            try connection.execute(CanvassQueries.confirm(explanation, by: authority))
            return try leaveOut(before, of: campaign, explanation, authority, on: connection)
        }
        announce(deltas)
        return target
    }

    private func leaveOut(
        _ before: CanvassTarget,
        of campaign: CanvassCampaign,
        _ explanation: CanvassExplanation,
        _ authority: Authority,
        on connection: any Connection
    ) throws -> (CanvassTarget, [CounterDelta]) {
        var target = before
        target.state = before.state.after(.explained, wantsReceipt: campaign.wantsReceipt)
        try connection.execute(CanvassQueries.update(target))
        var deltas = settled(before, target, on: authority.instant.day)
        deltas += try DutyTasks.close(
            .visitRefused,
            on: .canvassTarget(campaign.id, target.place),
            in: target.committee,
            by: authority,
            on: connection
        )
        try Counters.apply(deltas, on: connection)
        let draft = entry(
            "canvass.confirm",
            campaign,
            authority,
            at: target.committee,
            "place \(target.place)",
            reason: explanation.reason
        )
        try Audit.append([draft], on: connection)
        return (target, deltas)
    }

    /// The explanations that wait for a second person.
    package func explanations(
        of id: CanvassCampaignID,
        for actor: Actor
    ) async throws -> [(explanation: CanvassExplanation, target: CanvassTarget)] {
        let scope = try policy.scope(for: actor, .manageCanvass, at: context.now)
        return try await database.read { connection in
            let waiting = CanvassQueries.waitingExplanations(of: id, in: scope)
            return try connection.all(waiting, as: CanvassExplanation.self)
                .compactMap { explanation in
                    let statement = CanvassQueries.target(explanation.place, of: id, in: scope)
                    return try connection.first(statement, as: CanvassTarget.self).map { (explanation, $0) }
                }
        }
    }

    /// Ends a campaign in which nothing is left; refused while any unit is neither done nor explained.
    package func close(_ id: CanvassCampaignID, by actor: Actor) async throws -> CanvassCampaign {
        try await database.write { connection in
            let (campaign, scope, authority) = try managed(id, by: actor, on: connection)
            // The campaign's row first: a list that grows meanwhile is a conflict, and one of the two runs again.
            guard try connection.execute(CanvassQueries.close(campaign, at: authority.instant)) == 1 else {
                throw CanvassRefusal.notOpen
            }
            let left = try connection.value(CanvassQueries.openCount(of: id), as: Int.self) ?? 0
            guard left == 0 else { throw CanvassRefusal.stillOpen(left) }
            try Audit.append([entry("canvass.close", campaign, authority)], on: connection)
            return try self.campaign(id, in: scope, on: connection)
        }
    }
}
