import Store

extension ObservationService {
    /// Whom observations are about, for the lists of other rooms; nothing for who may not see persons.
    package func persons(
        of observations: [ObservationID],
        for actor: Actor
    ) async throws -> [ObservationID: PersonReference] {
        guard !observations.isEmpty,
            let scope = try? policy.scope(for: actor, .viewPersons, at: context.now)
        else { return [:] }
        let rows = try await database.read { connection in
            try connection.rows(ObservationQueries.persons(of: observations, in: scope))
        }
        return try Dictionary(
            rows.map { (try $0.column(0), PersonReference(committee: try $0.column(1), id: try $0.column(2))) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension ObservationService {
    /// The observations of one person within the actor's territory with their steps, newest first.
    ///
    /// Steps only: temperatures are read on the observation's own page, which leaves an entry in the record of acts.
    package func observations(
        of person: PersonID,
        for actor: Actor
    ) async throws -> [(row: ObservationRow, events: [ObservationCourse.Event])] {
        let scope = try policy.scope(for: actor, .viewPersons, at: context.now)
        return try await database.read { connection in
            try connection.all(ObservationQueries.observations(of: person, in: scope), as: ObservationRow.self)
                .map { row in (row, try connection.all(ObservationQueries.events(of: row.key))) }
        }
    }
}
