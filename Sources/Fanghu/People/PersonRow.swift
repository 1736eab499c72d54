package import Store

/// A row of the register as it lies in the table.
struct PersonRow: RowDecodable {
    let reference: PersonReference
    let sealed: Sealed<StoredPerson>
    let documentPending: Bool
    let createdAt: Instant
    let updatedAt: Instant
    let version: Int

    init(row: Row) throws {
        reference = try PersonReference(committee: row.column(0), id: row.column(1))
        sealed = try row.column(2)
        documentPending = try row.column(3)
        createdAt = try row.column(4)
        updatedAt = try row.column(5)
        version = try row.column(6)
    }

    init(_ person: Person, vault: Vault) throws {
        reference = person.reference
        sealed = try vault.seal(StoredPerson(person.details), at: PersonRow.place(person.reference))
        documentPending = person.documentPending
        createdAt = person.createdAt
        updatedAt = person.updatedAt
        version = person.version
    }

    var values: [SQLValue] {
        [
            reference.committee.sqlValue, reference.id.sqlValue, sealed.sqlValue, documentPending.sqlValue,
            createdAt.sqlValue, updatedAt.sqlValue, version.sqlValue,
        ]
    }

    /// The person, opened.
    func person(_ vault: Vault) throws -> Person {
        try Person(
            reference: reference,
            details: vault.open(sealed, at: PersonRow.place(reference)).details,
            documentPending: documentPending,
            createdAt: createdAt,
            updatedAt: updatedAt,
            version: version
        )
    }

    private static func place(_ reference: PersonReference) -> SealedPlace {
        SealedPlace("person.sealed", committee: reference.committee, id: reference.id)
    }
}

/// A row of the look-up of documents.
struct DocumentRow: RowDecodable {
    let hash: [UInt8]
    let holder: PersonReference

    init(row: Row) throws {
        hash = try row.column(0)
        holder = try PersonReference(committee: row.column(1), id: row.column(2))
    }
}

extension PersonReference: RowDecodable {
    package init(row: Row) throws {
        try self.init(committee: row.column(0), id: row.column(1))
    }
}
