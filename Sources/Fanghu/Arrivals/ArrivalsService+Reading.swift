import Store

extension ArrivalsService {
    /// A page of registrations in key order.
    package struct Listing: Sendable {
        package let rows: [ArrivalRow]
        /// Where the next page begins; nil on the last one.
        package let next: ArrivalKey?
    }

    /// One page of a territory's registrations; only those waiting for a confirmation if asked.
    package func list(
        under place: DivisionID?,
        onlyAwaiting: Bool,
        after key: ArrivalKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> Listing {
        let scope = try policy.scope(for: actor, .viewPersons, under: place, at: context.now)
        let limit = min(max(limit, 1), 200)
        let rows: [ArrivalRow] = try await database.read { connection in
            try connection.all(
                onlyAwaiting
                    ? ArrivalsQueries.awaiting(in: scope, after: key, limit: limit + 1)
                    : ArrivalsQueries.list(in: scope, after: key, limit: limit + 1)
            )
        }
        let page = Array(rows.prefix(limit))
        return Listing(rows: page, next: rows.count > limit ? page.last?.key : nil)
    }

    /// A registration with what the form said, for whoever confirms it; showing it is an act in the record.
    package func arrival(_ id: ArrivalID, for actor: Actor) async throws -> (row: ArrivalRow, details: ArrivalDetails) {
        let now = context.now
        let scope = try policy.scope(for: actor, .viewPersons, at: now)
        let row = try await database.read { connection in
            try connection.first(ArrivalsQueries.arrival(id, in: scope), as: ArrivalRow.self)
        }
        guard let row else { throw ArrivalRequestRefusal.unknownArrival }
        return (row, try vault.open(row.sealed, at: ArrivalDetails.place(of: row.key)))
    }

    /// In which committee a registration lies; absent outside the actor's territory.
    package func committee(of id: ArrivalID, for actor: Actor) async throws -> DivisionID {
        let scope = try policy.scope(for: actor, .viewPersons, at: context.now)
        let row = try await database.read { connection in
            try connection.first(ArrivalsQueries.arrival(id, in: scope), as: ArrivalRow.self)
        }
        guard let row else { throw ArrivalRequestRefusal.unknownArrival }
        return row.key.committee
    }

    /// The registration behind a private link.
    package func arrival(
        behind text: some StringProtocol
    ) async throws -> (row: ArrivalRow, details: ArrivalDetails, observation: ObservationRow?) {
        guard let link = ArrivalLink(text, vault) else { throw ArrivalRequestRefusal.unknownLink }
        let row = try await database.read { connection in
            try connection.first(ArrivalsQueries.arrival(link.key), as: ArrivalRow.self)
        }
        guard let row else { throw ArrivalRequestRefusal.unknownLink }
        let details = try vault.open(row.sealed, at: ArrivalDetails.place(of: row.key))
        return (row, details, try await observations.observation(of: row.key))
    }

    /// Who the holder of a private link is, for the acts that the link allows.
    package func observee(behind text: some StringProtocol) async throws -> Actor {
        let found = try await arrival(behind: text)
        guard let observation = found.observation else { throw ArrivalRequestRefusal.unknownLink }
        return .observee(Actor.Observee(observation: observation.key.id, committee: observation.key.committee))
    }

    /// The private link of a registration, for the committee to hand out again.
    package func link(of key: ArrivalKey) -> ArrivalLink {
        ArrivalLink(key, vault)
    }
}
