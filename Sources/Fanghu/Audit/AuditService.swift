package import Store

/// Reads and verifies the record of acts.
package struct AuditService: Sendable {
    private let database: Database
    private let policy: Policy
    private let context: Context

    package init(database: Database, policy: Policy, context: Context) {
        self.database = database
        self.policy = policy
        self.context = context
    }

    /// What a verification found.
    package struct Report: Codable, Sendable, Equatable {
        package var chains = 0
        package var entries = 0
        package var faults: [Fault] = []

        package init(chains: Int = 0, entries: Int = 0, faults: [Fault] = []) {
            self.chains = chains
            self.entries = entries
            self.faults = faults
        }

        /// One place where a chain is broken.
        package struct Fault: Codable, Sendable, Equatable {
            package let committee: DivisionID
            package let sequence: Int64
            package let kind: Kind
        }

        package enum Kind: String, Codable, Sendable {
            /// A number is missing: an entry was removed.
            case gap
            /// The digest does not follow from the content: an entry was altered.
            case altered
            /// The chain ends before or after its recorded end.
            case head
        }
    }

    /// Walks every chain and recomputes every digest.
    ///
    /// - Parameter progress: called with the number of entries read so far.
    package func verify(progress: @Sendable (Int) -> Void = { _ in }) async throws -> Report {
        var report = Report()
        var committee: Int64 = 0
        while true {
            let after = committee
            let heads = try await database.read { connection in
                try connection.all(AuditQueries.heads(after: after, limit: 500), as: AuditHead.self)
            }
            guard let last = heads.last else { return report }
            for head in heads {
                try await verify(head, into: &report)
                progress(report.entries)
            }
            committee = last.committee.rawValue
        }
    }

    /// The acts on one subject in one committee, oldest first, at most 500.
    package func entries(
        on subject: String,
        of committee: DivisionID,
        for actor: Actor
    ) async throws -> [AuditEntry] {
        _ = try policy.check(actor, .readAudit, at: committee, on: context.now)
        return try await database.read { connection in
            try connection.all(AuditQueries.entries(on: subject, of: committee, limit: 500))
        }
    }

    /// The acts in one place, newest first, before a number of its chain.
    package func entries(
        of committee: DivisionID,
        before sequence: Int64 = .max,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> [AuditEntry] {
        _ = try policy.check(actor, .readAudit, at: committee, on: context.now)
        return try await database.read { connection in
            try connection.all(AuditQueries.entries(of: committee, before: sequence, limit: min(max(limit, 1), 200)))
        }
    }

    /// How many acts each place has whose chain lies in the actor's territory, by place.
    package func chains(
        under place: DivisionID? = nil,
        for actor: Actor
    ) async throws -> [(committee: DivisionID, entries: Int64)] {
        let scope = try policy.scope(for: actor, .readAudit, under: place, at: context.now)
        let heads = try await database.read { connection in
            try connection.all(AuditQueries.heads(in: scope, limit: 500), as: AuditHead.self)
        }
        return heads.map { ($0.committee, $0.sequence) }
    }

    private func verify(_ head: AuditHead, into report: inout Report) async throws {
        report.chains += 1
        var sequence: Int64 = 0
        var digest = AuditDigest.start
        while true {
            let after = sequence
            let entries = try await database.read { connection in
                try connection.all(
                    AuditQueries.entries(of: head.committee, after: after, limit: 2000),
                    as: AuditEntry.self
                )
            }
            guard !entries.isEmpty, sequence < head.sequence else { break }
            // Entries beyond the head are acts that came while this was reading.
            for entry in entries where entry.sequence <= head.sequence {
                if entry.sequence != sequence + 1 {
                    report.faults.append(.init(committee: head.committee, sequence: entry.sequence, kind: .gap))
                }
                if AuditDigest.of(entry.draft, sequence: entry.sequence, after: digest) != entry.digest {
                    report.faults.append(.init(committee: head.committee, sequence: entry.sequence, kind: .altered))
                }
                sequence = entry.sequence
                digest = entry.digest
                report.entries += 1
            }
        }
        if sequence != head.sequence || digest != head.digest {
            report.faults.append(.init(committee: head.committee, sequence: sequence, kind: .head))
        }
    }
}
