import Store

// Notices on empty doors (摸空门): posted, looked at, and visited as soon as they are torn.

extension CanvassService {
    /// Whoever tears a notice has come home; somebody goes within so many hours.
    private static let visitWithinHours = 4

    /// Posts a notice or says how it was found; a torn one is a task for who answers for the door.
    @discardableResult
    package func mark(
        _ event: DoorMarker.Event,
        at place: PlaceID,
        of id: CanvassCampaignID,
        by actor: Actor
    ) async throws -> CanvassTarget {
        let scope = try policy.scope(for: actor, .visit, at: context.now)
        let markID: CanvassMarkID = context.newID()
        let (target, deltas) = try await database.write { connection -> (CanvassTarget, [CounterDelta]) in
            let door = try door(place, of: id, in: scope, for: actor, on: connection)
            // Notices outlive the campaign: they are looked at until they are torn.
            if event == .posted, door.campaign.state != .open { throw CanvassRefusal.notOpen }
            var target = door.target
            target.marker = try target.marker.after(event, at: target.state)
            try connection.execute(CanvassQueries.update(target))
            let mark = CanvassMark(
                committee: target.committee,
                id: markID,
                campaign: id,
                place: place,
                event: event,
                at: door.authority.instant,
                account: actor.account
            )
            try connection.execute(CanvassQueries.insert(mark))
            let deltas = try followUp(event, target, door.authority, on: connection)
            try Counters.apply(deltas, on: connection)
            let detail = "place \(place), \(event.rawValue)"
            try Audit.append(
                [entry("canvass.mark", door.campaign, door.authority, at: target.committee, detail)],
                on: connection
            )
            return (target, deltas)
        }
        announce(deltas)
        return target
    }

    private func followUp(
        _ event: DoorMarker.Event,
        _ target: CanvassTarget,
        _ authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let subject = DutyTask.Subject.canvassTarget(target.campaign, target.place)
        switch event {
        case .intact: return []
        // A new notice where the old one was torn: somebody has been there again.
        case .posted:
            return try DutyTasks.close(
                .visitTornMarker,
                on: subject,
                in: target.committee,
                by: authority,
                on: connection
            )
        case .torn:
            let draft = DutyTask.Draft(
                committee: target.committee,
                kind: .visitTornMarker,
                subject: subject,
                dueAt: authority.instant.adding(hours: Self.visitWithinHours),
                owner: try workingOwner(of: target, at: authority.instant, on: connection)
            )
            return try DutyTasks.open(
                [draft],
                at: authority.instant,
                owners: owners,
                context: context,
                on: connection
            )
        }
    }

    /// Who answers for the door, if they see tasks at all; a task that its owner never sees would stay open unseen.
    private func workingOwner(
        of target: CanvassTarget,
        at instant: Instant,
        on connection: any Connection
    ) throws -> AccountID? {
        let owner = try CoveredPlaces.owner(of: target.place, in: target.committee, at: instant, on: connection)
        guard let owner else { return nil }
        let roles = try owners.roles(of: owner, at: target.committee, on: instant, connection)
        return roles.contains { $0.permissions.contains(.workTasks) } ? owner : nil
    }

    /// The doors of a territory with a notice on them, in the order of a walk.
    package func marked(
        under place: DivisionID? = nil,
        after key: DwellingKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> (targets: [CanvassTarget], next: DwellingKey?) {
        let scope = try policy.scope(for: actor, .manageCoverage, under: place, at: context.now)
        let limit = min(max(limit, 1), 200)
        let found = try await database.read { connection in
            try connection.all(CanvassQueries.marked(in: scope, after: key, limit: limit + 1), as: CanvassTarget.self)
        }
        let shown = Array(found.prefix(limit))
        return (shown, found.count > limit ? shown.last?.key : nil)
    }
}
