import Store

/// A page of persons, masked, in the order of committee and id.
package struct PersonPage: Sendable {
    package let persons: [MaskedPerson]
    /// Where the next page begins; nil at the end.
    package let next: PersonReference?
    /// How many there are in all, where that is known without reading them.
    package let total: Int?

    /// What a search finds that cannot be made.
    package static let nobody = PersonPage(persons: [], next: nil, total: nil)
}

extension PeopleService {
    /// A page of the register of a place.
    package func page(
        under place: DivisionID? = nil,
        onlyPending: Bool = false,
        after key: PersonReference? = nil,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> PersonPage {
        let scope = try policy.scope(for: actor, .viewPersons, under: place, at: now)
        let limit = min(max(1, limit), limits.pageLength)
        return try await database.read { connection in
            let statement =
                onlyPending
                ? PeopleQueries.pending(in: scope, after: key, limit: limit + 1)
                : PeopleQueries.page(in: scope, after: key, limit: limit + 1)
            let rows = try connection.all(statement, as: PersonRow.self)
            let shown = rows.prefix(limit)
            let total = onlyPending ? nil : try connection.value(PeopleQueries.count(in: scope), as: Int.self)
            return try PersonPage(
                persons: shown.map { try MaskedPerson($0.person(people.vault)) },
                next: rows.count > limit ? shown.last?.reference : nil,
                total: total
            )
        }
    }

    /// Finds persons by name, pinyin initials, phone, its last four digits, or document number.
    ///
    /// A page may be shorter than asked and still have a `next`: one call opens a limited number of candidates.
    package func search(
        _ text: String,
        under place: DivisionID? = nil,
        after key: PersonReference? = nil,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> PersonPage {
        let scope = try policy.scope(for: actor, .viewPersons, under: place, at: now)
        let readings = PersonQuery.readings(of: text)
        guard !readings.isEmpty else { throw PeopleRefusal.searchEmpty }
        let limit = min(max(1, limit), limits.pageLength)
        return try await database.read { connection in
            let hits = try readings.map { query in
                try find(query, in: scope, after: key, limit: limit, on: connection)
            }
            return PeopleService.merged(hits, limit: limit)
        }
    }

    /// What one reading of the search found, and up to where it looked.
    private struct Hits {
        var persons: [Person] = []
        var next: PersonReference?
    }

    /// Opens candidates until the page is full, the candidates end, or enough were opened.
    private func find(
        _ query: PersonQuery,
        in scope: Scope,
        after key: PersonReference?,
        limit: Int,
        on connection: any Connection
    ) throws -> Hits {
        let token = query.token(people.vault)
        var hits = Hits(next: key)
        var opened = 0
        while opened < limits.candidatesPerSearch {
            let wanted = min(max(limit, 100), limits.candidatesPerSearch - opened)
            let statement = PeopleQueries.carrying(token, in: scope, after: hits.next, limit: wanted)
            let rows = try connection.all(statement, as: PersonRow.self)
            for row in rows {
                let person = try row.person(people.vault)
                guard query.matches(person.details) else {
                    hits.next = row.reference
                    continue
                }
                // One more than the page holds proves that there is a next page.
                guard hits.persons.count < limit else { return hits }
                hits.next = row.reference
                hits.persons.append(person)
            }
            opened += rows.count
            if rows.count < wanted {
                hits.next = nil
                return hits
            }
        }
        return hits
    }

    /// The hits of all readings as one page; it goes on where the first of them stopped.
    private static func merged(_ hits: [Hits], limit: Int) -> PersonPage {
        let stop = hits.compactMap(\.next).min()
        let found = Set(hits.flatMap(\.persons)).sorted { $0.reference < $1.reference }
        let within = found.filter { person in stop.map { person.reference <= $0 } ?? true }
        let shown = within.prefix(limit)
        let next = within.count > limit ? shown.last?.reference : stop
        return PersonPage(persons: shown.map(MaskedPerson.init), next: next, total: nil)
    }
}
