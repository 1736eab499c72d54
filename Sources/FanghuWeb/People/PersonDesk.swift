import Fanghu

/// Names for the lists of other rooms, masked.
struct PersonDesk: Sendable {
    let service: PeopleService

    /// Whether the actor may see persons of a place; lists of tasks go to dispatchers too.
    func mayView(_ place: DivisionID, _ actor: Actor) -> Bool { service.mayView(place, actor) }

    func masked(_ references: [PersonReference]) async throws -> [PersonID: MaskedPerson] {
        try await service.masked(references)
    }
}
