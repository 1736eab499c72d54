import Store

/// A file that was sent over a page and is looked at before it is taken in; sealed, and gone after a day.
package struct LedgerUpload: Sendable {
    package let id: LedgerImportID
    package let kind: LedgerKind
    package let committee: DivisionID
    package let file: LedgerService.File

    fileprivate struct Content: Codable {
        let name: String
        let bytes: [UInt8]
    }

    fileprivate static func place(of id: LedgerImportID, in committee: DivisionID) -> SealedPlace {
        SealedPlace("ledger_upload.sealed", committee: committee, id: id)
    }
}

extension LedgerService {
    /// Keeps a file until it is imported or a day has passed.
    package func keep(
        _ file: File,
        as kind: LedgerKind,
        of committee: DivisionID,
        by actor: Actor
    ) async throws -> LedgerImportID {
        let now = context.now
        _ = try policy.check(actor, .importPersons, at: committee, on: now)
        // Refused now rather than on the next page.
        _ = try await table(of: file, sheet: nil)
        let id: LedgerImportID = context.newID()
        let content = LedgerUpload.Content(name: file.name, bytes: file.bytes)
        let sealed = try people.vault.seal(content, at: LedgerUpload.place(of: id, in: committee))
        try await database.write { connection in
            try connection.execute(LedgerUploadQueries.removeOlder(than: now.adding(hours: -24)))
            let statement = LedgerUploadQueries.insert(
                id,
                kind,
                of: committee,
                at: now,
                by: actor.account,
                sealed.sqlValue
            )
            try connection.execute(statement)
        }
        return id
    }

    /// The file that the same person sent; another's is not there.
    package func kept(_ id: LedgerImportID, for actor: Actor) async throws -> LedgerUpload {
        let scope = try policy.scope(for: actor, .importPersons, at: context.now)
        let row = try await database.read { connection in
            try connection.rows(LedgerUploadQueries.upload(id, of: actor.account, in: scope)).first
        }
        guard let row, let kind = LedgerKind(rawValue: try row.column(1)) else { throw LedgerRefusal.unknownImport }
        let committee: DivisionID = try row.column(0)
        let sealed: Sealed<LedgerUpload.Content> = try row.column(2)
        let content = try people.vault.open(sealed, at: LedgerUpload.place(of: id, in: committee))
        return LedgerUpload(
            id: id,
            kind: kind,
            committee: committee,
            file: File(name: content.name, bytes: content.bytes)
        )
    }

    /// Lets a file go that has been imported.
    package func discard(_ upload: LedgerUpload) async throws {
        try await database.write { connection in
            try connection.execute(LedgerUploadQueries.remove(upload.id, in: upload.committee))
        }
    }
}

/// The statements of files that wait.
enum LedgerUploadQueries {
    static func insert(
        _ id: LedgerImportID,
        _ kind: LedgerKind,
        of committee: DivisionID,
        at instant: Instant,
        by account: AccountID?,
        _ sealed: SQLValue
    ) -> SQL {
        """
        INSERT INTO ledger_upload (committee, id, kind, at, account, sealed)
        VALUES (\(committee), \(id), \(kind.rawValue), \(instant), \(account), \(sealed))
        """
    }

    static func upload(_ id: LedgerImportID, of account: AccountID?, in scope: Scope) -> SQL {
        """
        SELECT committee, kind, sealed FROM ledger_upload
        WHERE \(scope) AND id = \(id) AND account = \(account)
        """
    }

    static func remove(_ id: LedgerImportID, in committee: DivisionID) -> SQL {
        "DELETE FROM ledger_upload WHERE committee = \(committee) AND id = \(id)"
    }

    /// Files that nobody imported; a handful.
    static func removeOlder(than instant: Instant) -> SQL {
        "DELETE FROM ledger_upload WHERE at < \(instant)"
    }
}
