import Store

// The release document at the desk and on the released person's own page.

extension ObservationService {
    /// A release document, masked; absent outside the actor's territory.
    package func releaseDocument(serial: String, for actor: Actor) async throws -> ReleaseDocument {
        let scope = try policy.scope(for: actor, .viewPersons, at: context.now)
        return try await database.read { connection in
            try document(ReleaseQueries.note(serial: serial, in: scope), isMasked: true, on: connection)
        }
    }

    /// A release document with the whole name, document and address: an act with a reason in the record (R-PRIV-05).
    package func showReleaseDocument(
        serial: String,
        reason: String,
        by actor: Actor
    ) async throws -> ReleaseDocument {
        let now = context.now
        let reason = IdentifierText.singleSpaced(reason)
        let scope = try policy.scope(for: actor, .showPersons, at: now)
        return try await database.write { connection in
            let statement = ReleaseQueries.note(serial: serial, in: scope)
            let document = try document(statement, isMasked: false, on: connection)
            guard reason.count >= 2 else { throw ReleaseRefusal.reasonMissing }
            let committee = document.note.observation.committee
            let entry = AuditEntry.Draft(
                committee: committee,
                authority: try policy.check(actor, .showPersons, at: committee, on: now),
                act: "release.show",
                subject: "observation:\(document.note.observation.id)",
                reason: String(reason.prefix(200))
            )
            try Audit.append([entry], on: connection)
            return document
        }
    }

    /// The release document of an observation for whoever holds its private link, masked; nil while there is none.
    package func releaseDocument(of key: ObservationKey) async throws -> ReleaseDocument? {
        try await database.read { connection in
            guard try connection.first(ReleaseQueries.note(of: key), as: ReleaseNote.self) != nil else { return nil }
            return try document(ReleaseQueries.note(of: key), isMasked: true, on: connection)
        }
    }

    private func document(
        _ statement: SQL,
        isMasked: Bool,
        on connection: any Connection
    ) throws -> ReleaseDocument {
        guard let note = try connection.first(statement, as: ReleaseNote.self),
            let row = try connection.first(ObservationQueries.observation(note.observation), as: ObservationRow.self)
        else { throw ObservationRequestRefusal.unknownSerial }
        let place = ReleaseNote.place(of: note.serial, in: note.observation.committee)
        return ReleaseDocument(note, row, try vault.open(note.sealed, at: place), isMasked: isMasked)
    }
}
