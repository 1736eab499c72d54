package import Store

extension ObservationService {
    /// A page of observations in key order.
    package struct Listing: Sendable {
        package let rows: [ObservationRow]
        /// Where the next page begins; nil on the last one.
        package let next: ObservationKey?
        /// How many there are in all, from the counters.
        package let matched: Int
    }

    /// One page of a territory's observations, all or those of one part of their life.
    package func list(
        under place: DivisionID?,
        _ part: ObservationPart = .all,
        after key: ObservationKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> Listing {
        let scope = try policy.scope(for: actor, .viewPersons, under: place, at: context.now)
        let limit = min(max(limit, 1), 200)
        return try await database.read { connection in
            let statement =
                switch part {
                case .all: ObservationQueries.list(in: scope, after: key, limit: limit + 1)
                case .preparing, .active:
                    ObservationQueries.open(in: scope, states: part.states, after: key, limit: limit + 1)
                case .ended: ObservationQueries.ended(in: scope, states: part.states, after: key, limit: limit + 1)
                }
            let rows: [ObservationRow] = try connection.all(statement)
            let page = Array(rows.prefix(limit))
            return Listing(
                rows: page,
                next: rows.count > limit ? page.last?.key : nil,
                matched: try part.count(in: scope, on: connection)
            )
        }
    }

    /// Whether an arrival has an observation, open or over (I-1).
    package func hasOne(for arrival: ArrivalKey, on connection: any Connection) throws -> Bool {
        try !connection.rows(ObservationQueries.observations(of: arrival.id, in: arrival.committee)).isEmpty
    }

    /// The newest observation of an arrival, for whoever holds the arrival's private link.
    package func observation(of arrival: ArrivalKey) async throws -> ObservationRow? {
        try await database.read { connection in
            try connection.first(ObservationQueries.observations(of: arrival.id, in: arrival.committee))
        }
    }

    /// What became of every slot of an observation so far, for whoever may see the observation.
    package func ledger(of row: ObservationRow) async throws -> SlotLedger {
        let facts = try facts(about: row, at: context.now)
        return try await database.read { connection in try ledger(of: row, facts, on: connection) }
    }

    /// One observation for who manages it; absent outside the actor's territory.
    package func observationToManage(_ id: ObservationID, for actor: Actor) async throws -> ObservationRow {
        _ = try policy.scope(for: actor, .manageObservations, at: context.now)
        return try await observation(id, for: actor)
    }

    /// One observation; absent outside the actor's territory, so that ids tell nothing.
    package func observation(_ id: ObservationID, for actor: Actor) async throws -> ObservationRow {
        let scope = try policy.scope(for: actor, .viewPersons, at: context.now)
        let row = try await database.read { connection in
            try connection.first(ObservationQueries.observation(id, in: scope), as: ObservationRow.self)
        }
        guard let row else { throw ObservationRequestRefusal.unknownObservation }
        return row
    }
}
