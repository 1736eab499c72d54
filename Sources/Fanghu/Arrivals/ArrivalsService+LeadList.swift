import Store

/// Where a page of the list of open leads begins.
package struct LeadKey: Hashable, Sendable {
    package let dueAt: Instant
    package let id: String

    package init(dueAt: Instant, id: String) {
        self.dueAt = dueAt
        self.id = id
    }

    package init(_ row: LeadRow) {
        self.init(dueAt: row.dueAt, id: row.id.text)
    }

    package static let start = LeadKey(dueAt: Instant(microseconds: 0), id: "")
}

/// A lead as lists show it.
package struct OpenLead: Sendable {
    package let row: LeadRow
    /// `张*`; nil where no name was told.
    package let maskedName: String?

    package init(_ row: LeadRow, _ text: LeadText) {
        self.row = row
        maskedName = text.name.map { Masking.name($0) }
    }

    /// Enough to tell leads apart in a list of choices.
    package var label: Words {
        let name = maskedName ?? "—"
        let day = row.receivedAt.day.iso
        return Words("\(name) · \(row.source.words.chinese) · \(day)", "\(name) · \(row.source.words.english) · \(day)")
    }
}

extension ArrivalsService {
    /// A page of the open leads of a territory, the most urgent first.
    package func openLeads(
        under place: DivisionID? = nil,
        after key: LeadKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> [OpenLead] {
        let scope = try policy.scope(for: actor, .resolveLeads, under: place, at: context.now)
        let rows = try await database.read { connection in
            try connection.all(
                LeadQueries.open(in: scope, after: key.dueAt, key.id, limit: min(max(limit, 1), 201)),
                as: LeadRow.self
            )
        }
        return try rows.map { row in
            OpenLead(row, try vault.open(row.sealed, at: LeadText.place(of: row.id, in: row.committee)))
        }
    }

    /// Registrations that a lead may mean: of persons with the lead's telephone or name in its committee, newest first.
    package func candidates(for row: LeadRow, _ text: LeadText, for actor: Actor) async throws -> [ArrivalRow] {
        let scope = try policy.scope(for: actor, .resolveLeads, under: row.committee, at: context.now)
        let wanted = [text.phone, text.name].compactMap(\.self).flatMap(PersonQuery.readings(of:))
        return try await database.read { connection in
            let persons = try Set(
                wanted.flatMap { try people.references(matching: $0, in: row.committee, on: connection) }
            )
            return try persons.sorted()
                .flatMap { person -> [ArrivalRow] in
                    try connection.all(ArrivalsQueries.arrivals(of: person.id, in: scope))
                }
                .sorted { $0.receivedAt > $1.receivedAt }
        }
    }
}
