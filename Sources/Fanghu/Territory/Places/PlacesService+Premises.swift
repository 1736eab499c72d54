import Store

extension PlacesService {
    /// Adds premises; refuses a second one of the same name and address in the committee.
    package func addPremises(_ draft: Premises.Draft, by actor: Actor) async throws -> Premises {
        let authority = try authority(for: actor, at: draft.committee)
        let premises = try Premises(
            committee: draft.committee,
            id: context.newID(),
            kind: draft.kind,
            name: named(draft.name),
            address: DivisionName.normalise(draft.address),
            location: location(draft.point, in: draft.committee)
        )
        let statement = PlacesQueries.insert(premises, at: authority.instant)
        let deltas = [Indicator.premises, .placesUncovered]
            .map { CounterDelta(premises.committee, $0, on: authority.instant.day) }
        try await add(statement, "premises", premises.id, premises.committee, authority, counting: deltas)
        return premises
    }

    /// A page of the premises in the actor's territory.
    package func premises(
        under place: DivisionID? = nil,
        after key: PlaceKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> PlacePage<Premises, PlaceKey> {
        let scope = try policy.scope(for: actor, .managePlaces, under: place, at: context.now)
        let (found, total) = try await database.read { connection in
            (
                try connection.all(PlacesQueries.premises(in: scope, after: key, limit: limit + 1), as: Premises.self),
                try connection.value(PlacesQueries.premisesCount(in: scope), as: Int.self) ?? 0
            )
        }
        return PlacePage(found, limit: limit, total: total) { PlaceKey(committee: $0.committee, id: $0.id.text) }
    }

    /// Adds a checkpoint on a road, of a committee or of a township as a whole.
    package func addCheckpoint(
        _ name: String,
        on road: String,
        at point: GeoPoint? = nil,
        in committee: DivisionID,
        by actor: Actor
    ) async throws -> Checkpoint {
        let authority = try authority(for: actor, at: committee)
        let checkpoint = try Checkpoint(
            committee: committee,
            id: context.newID(),
            name: named(name),
            road: DivisionName.normalise(road),
            location: location(point, in: committee)
        )
        try await add(PlacesQueries.insert(checkpoint), "checkpoint", checkpoint.id, committee, authority)
        return checkpoint
    }

    /// The checkpoints in the actor's territory.
    package func checkpoints(under place: DivisionID? = nil, for actor: Actor) async throws -> [Checkpoint] {
        let scope = try policy.scope(for: actor, .managePlaces, under: place, at: context.now)
        return try await database.read { try $0.all(PlacesQueries.checkpoints(in: scope)) }
    }
}
