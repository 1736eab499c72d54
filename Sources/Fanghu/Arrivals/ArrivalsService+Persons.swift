import Store

extension ArrivalsService {
    /// Whom registrations are about, for the lists of other rooms; nothing for who may not see persons.
    package func persons(of arrivals: [ArrivalID], for actor: Actor) async throws -> [ArrivalID: PersonReference] {
        guard !arrivals.isEmpty, let scope = try? policy.scope(for: actor, .viewPersons, at: context.now) else {
            return [:]
        }
        let rows = try await database.read { connection in
            try connection.rows(ArrivalsQueries.persons(of: arrivals, in: scope))
        }
        return try Dictionary(
            rows.map { (try $0.column(0), PersonReference(committee: try $0.column(1), id: try $0.column(2))) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension ArrivalsService {
    /// The registrations of one person within the actor's territory, newest first.
    package func arrivals(of person: PersonID, for actor: Actor) async throws -> [ArrivalRow] {
        let scope = try policy.scope(for: actor, .viewPersons, at: context.now)
        return try await database.read { connection in
            try connection.all(ArrivalsQueries.arrivals(of: person, in: scope))
        }
    }
}
