import Fanghu

/// Names for the lists of other rooms, masked.
struct PersonDesk: Sendable {
    let service: PeopleService

    func masked(_ references: [PersonReference]) async throws -> [PersonID: MaskedPerson] {
        try await service.masked(references)
    }
}
