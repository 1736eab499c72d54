import Store

/// A person sealed and hashed outside the transaction, so that the writer is held for the inserts alone.
struct PreparedPerson: Sendable {
    let reference: PersonReference
    let row: [SQLValue]
    let tokens: [Int64]
    /// Documents, and for somebody without one what makes a second import of the row find it again.
    let hashes: [[UInt8]]
}

/// What came of a batch of registrations.
struct BatchOutcome: Sendable {
    var created = 0
    /// Those who came to the register.
    var fresh: [PersonReference] = []
    /// Who already held a document, by the position in the batch.
    var holders: [Int: PersonReference] = [:]
}

extension People {
    /// Seals a new person for a batch.
    ///
    /// - Parameter identity: what stands in for a document where there is none.
    func prepare(
        _ checked: CheckedPerson,
        in committee: DivisionID,
        at instant: Instant,
        identity: String?,
        _ tokens: inout PersonTokens
    ) throws -> PreparedPerson {
        let person = Person(
            reference: PersonReference(committee: committee, id: context.newID()),
            details: checked.details,
            documentPending: checked.documentPending,
            createdAt: instant,
            updatedAt: instant,
            version: 1
        )
        let stand = identity.map { [vault.hash($0, of: .document)] } ?? []
        return try PreparedPerson(
            reference: person.reference,
            row: PersonRow(person, vault: vault).values,
            tokens: tokens.tokens(of: person.details),
            hashes: hashes(of: person.details) + stand
        )
    }

    /// Registers many at once; those whose document is somebody's already are left out and named.
    ///
    /// The batch itself holds each document once. Keeps what `register` keeps: one holder a document, tokens, counts.
    func register(
        _ batch: [PreparedPerson],
        at instant: Instant,
        on connection: any Connection
    ) throws -> BatchOutcome {
        var outcome = BatchOutcome()
        let holders = try holdersByHash(batch.flatMap(\.hashes), on: connection)
        var fresh: [PreparedPerson] = []
        for (index, person) in batch.enumerated() {
            if let holder = person.hashes.lazy.compactMap({ holders[$0] }).first {
                outcome.holders[index] = holder
            } else {
                fresh.append(person)
            }
        }
        outcome.created = fresh.count
        outcome.fresh = fresh.map(\.reference)
        try claimAll(fresh, on: connection)
        try insertAll(fresh.map(\.row), by: 200, PeopleQueries.insert, on: connection)
        // In the order of the table: neighbours in the tree are written together.
        let tokens = fresh.flatMap { person in person.tokens.map { ($0, person.reference) } }
            .sorted { ($0.1.committee, $0.0, $0.1.id) < ($1.1.committee, $1.0, $1.1.id) }
            .map { [$0.1.committee.sqlValue, $0.0.sqlValue, $0.1.id.sqlValue] }
        try insertAll(tokens, by: 500, PeopleQueries.insertTokens, on: connection)
        try countAll(fresh, at: instant, on: connection)
        return outcome
    }

    private func holdersByHash(
        _ hashes: [[UInt8]],
        on connection: any Connection
    ) throws -> [[UInt8]: PersonReference] {
        var holders: [[UInt8]: PersonReference] = [:]
        for part in hashes.parts(of: 200) {
            for row in try connection.all(PeopleQueries.holders(Array(part)), as: DocumentRow.self) {
                holders[row.hash] = row.holder
            }
        }
        return holders
    }

    /// All documents of the batch, or none: somebody registering one of them at this moment is a conflict to try again.
    private func claimAll(_ persons: [PreparedPerson], on connection: any Connection) throws {
        let rows = persons.flatMap { person in
            person.hashes.map { [$0.sqlValue, person.reference.committee.sqlValue, person.reference.id.sqlValue] }
        }
        for part in rows.parts(of: 200) {
            guard try connection.execute(PeopleQueries.claim(Array(part))) == part.count else {
                throw PeopleRefusal.changedMeanwhile
            }
        }
    }

    private func insertAll(
        _ rows: [[SQLValue]],
        by length: Int,
        _ statement: ([[SQLValue]]) -> SQL,
        on connection: any Connection
    ) throws {
        for part in rows.parts(of: length) {
            try connection.execute(statement(Array(part)))
        }
    }

    private func countAll(_ persons: [PreparedPerson], at instant: Instant, on connection: any Connection) throws {
        let counts = Dictionary(grouping: persons, by: \.reference.committee).mapValues(\.count)
        let rows = counts.sorted { $0.key < $1.key }.map { [$0.key.sqlValue, $0.value.sqlValue] }
        try insertAll(rows, by: 200, PeopleQueries.count, on: connection)
        let deltas = counts.map { CounterDelta($0.key, .personsRegistered, on: instant.day, by: $0.value) }
        try Counters.apply(deltas, on: connection)
    }
}

extension Array {
    /// The elements in parts of a length, the last one shorter.
    func parts(of length: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: length).map { self[$0..<Swift.min($0 + length, count)] }
    }
}
