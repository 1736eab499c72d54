package import Store

/// The statements of the record of acts.
enum AuditQueries {
    /// Locks the heads of some committees' chains, making those that do not exist; committees in ascending order.
    ///
    /// Setting `sequence` to itself takes the row lock, so that two writers never continue the same entry.
    static func lockHeads(of committees: [DivisionID]) -> SQL {
        let rows = committees.map { [$0.sqlValue, SQLValue.integer(0), SQLValue.bytes(AuditDigest.start)] }
        return """
            INSERT INTO audit_head (committee, sequence, digest) VALUES \(rows: rows)
            ON CONFLICT (committee) DO UPDATE SET sequence = audit_head.sequence
            RETURNING committee, sequence, digest
            """
    }

    /// Moves the heads forward; rows are (committee, sequence, digest).
    static func moveHeads(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO audit_head (committee, sequence, digest) VALUES \(rows: rows)
        ON CONFLICT (committee) DO UPDATE SET sequence = excluded.sequence, digest = excluded.digest
        """
    }

    /// Appends entries.
    static func append(_ entries: [AuditEntry]) -> SQL {
        """
        INSERT INTO audit_entry
            (\(AuditEntry.columns))
        VALUES \(rows: entries.map(\.values))
        """
    }

    /// The heads after a committee, in order, for the verification.
    static func heads(after committee: Int64, limit: Int) -> SQL {
        """
        SELECT committee, sequence, digest FROM audit_head
        WHERE committee > \(committee) ORDER BY committee LIMIT \(limit)
        """
    }

    /// A chain's entries after one, in order; the primary key serves it.
    static func entries(of committee: DivisionID, after sequence: Int64, limit: Int) -> SQL {
        """
        SELECT \(AuditEntry.columns) FROM audit_entry
        WHERE committee = \(committee) AND sequence > \(sequence) ORDER BY sequence LIMIT \(limit)
        """
    }

    /// A chain's entries before one, newest first; the primary key serves it.
    static func entries(of committee: DivisionID, before sequence: Int64, limit: Int) -> SQL {
        """
        SELECT \(AuditEntry.columns) FROM audit_entry
        WHERE committee = \(committee) AND sequence < \(sequence) ORDER BY sequence DESC LIMIT \(limit)
        """
    }

    /// The chains of a territory, the longest first; one row a place.
    static func heads(in scope: Scope, limit: Int) -> SQL {
        """
        SELECT committee, sequence, digest FROM audit_head
        WHERE \(scope) ORDER BY sequence DESC, committee LIMIT \(limit)
        """
    }

    /// The acts on one subject, oldest first; `audit_entry_by_subject` serves it.
    static func entries(on subject: String, of committee: DivisionID, limit: Int) -> SQL {
        """
        SELECT \(AuditEntry.columns) FROM audit_entry
        WHERE committee = \(committee) AND subject = \(subject) ORDER BY sequence LIMIT \(limit)
        """
    }
}

/// The end of one chain.
struct AuditHead: RowDecodable {
    let committee: DivisionID
    var sequence: Int64
    var digest: [UInt8]

    init(row: Row) throws {
        committee = try row.column(0)
        sequence = try row.column(1)
        digest = try row.column(2)
    }
}

extension AuditEntry: RowDecodable {
    static let columns: SQL =
        "committee, sequence, at, account, actor, role, act, subject, reason, detail, digest, standing_in_for"

    package init(row: Row) throws {
        committee = try row.column(0)
        sequence = try row.column(1)
        let role: String? = try row.column(5)
        draft = Draft(
            committee: committee,
            authority: Authority(
                account: try row.column(3),
                actorKind: try row.column(4),
                role: role.flatMap(Role.init),
                instant: try row.column(2),
                standingInFor: try row.column(11)
            ),
            act: try row.column(6),
            subject: try row.column(7),
            reason: try row.column(8),
            detail: try row.column(9)
        )
        digest = try row.column(10)
    }

    var values: [SQLValue] {
        [
            committee.sqlValue, sequence.sqlValue, draft.authority.instant.sqlValue,
            draft.authority.account.sqlValue, draft.authority.actorKind.sqlValue,
            (draft.authority.role?.rawValue).sqlValue, draft.act.sqlValue, draft.subject.sqlValue,
            draft.reason.sqlValue, draft.detail.sqlValue, digest.sqlValue, draft.authority.standingInFor.sqlValue,
        ]
    }
}
