import Store

extension PeopleService {
    /// Masked persons for a list that another room has already scoped.
    package func masked(_ references: [PersonReference]) async throws -> [PersonID: MaskedPerson] {
        guard !references.isEmpty else { return [:] }
        return try await database.read { connection in try people.masked(references, on: connection) }
    }
}
