import Store

extension PeopleService {
    /// Masked persons for a list that another room has already scoped.
    package func masked(_ references: [PersonReference]) async throws -> [PersonID: MaskedPerson] {
        guard !references.isEmpty else { return [:] }
        return try await database.read { connection in try people.masked(references, on: connection) }
    }

    /// Whether the actor may see persons of a place now.
    package func mayView(_ place: DivisionID, _ actor: Actor) -> Bool {
        (try? policy.check(actor, .viewPersons, at: place, on: now)) != nil
    }
}
