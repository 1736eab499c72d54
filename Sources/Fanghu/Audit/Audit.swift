package import Store

/// Appends acts to the chains of their committees, inside the transaction of the act.
package enum Audit {
    /// Appends entries in the order given.
    ///
    /// Chains are per committee and locked in ascending order, so writers in different committees never wait for each
    /// other and writers in several never deadlock.
    package static func append(_ drafts: [AuditEntry.Draft], on connection: any Connection) throws {
        guard !drafts.isEmpty else { return }
        let committees = Set(drafts.map(\.committee)).sorted()
        var heads: [DivisionID: AuditHead] = [:]
        for some in StatementSizes.parts(of: committees) {
            for head in try connection.all(AuditQueries.lockHeads(of: some), as: AuditHead.self) {
                heads[head.committee] = head
            }
        }
        let entries = try drafts.map { draft in
            guard var head = heads[draft.committee] else { throw AuditFault.headMissing(draft.committee) }
            head.sequence += 1
            head.digest = AuditDigest.of(draft, sequence: head.sequence, after: head.digest)
            heads[draft.committee] = head
            return AuditEntry(
                committee: draft.committee,
                sequence: head.sequence,
                draft: draft,
                digest: head.digest
            )
        }
        for part in StatementSizes.parts(of: entries) { try connection.execute(AuditQueries.append(part)) }
        for part in StatementSizes.parts(of: committees) {
            let rows = part.compactMap { committee in
                heads[committee].map { [committee.sqlValue, $0.sequence.sqlValue, $0.digest.sqlValue] }
            }
            try connection.execute(AuditQueries.moveHeads(rows))
        }
    }
}

/// A record of acts that contradicts itself: a bug or a manipulation.
package enum AuditFault: Error, Equatable {
    case headMissing(DivisionID)
}
