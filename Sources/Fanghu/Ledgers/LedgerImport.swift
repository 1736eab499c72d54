package import Store

/// What a ledger is about; raw values are stored, stand in addresses and name the verbs of `fanghu import`.
package enum LedgerKind: String, CaseIterable, Codable, Sendable {
    case households
    case persons
    case premises

    package var words: Words {
        switch self {
        case .households: Words("住户台账", "Households")
        case .persons: Words("人员台账", "Persons")
        case .premises: Words("单位台账", "Premises")
        }
    }

    /// The names of its columns with the heading that a person would write.
    package var columns: [(name: String, heading: String)] {
        switch self {
        case .households: HouseholdColumn.allCases.map { ($0.rawValue, $0.headings[0]) }
        case .persons: PeopleImportFile.Column.allCases.map { ($0.rawValue, $0.headings.last ?? $0.rawValue) }
        case .premises: PremisesColumn.allCases.map { ($0.rawValue, $0.headings[0]) }
        }
    }
}

/// What an import did, or would do.
package struct LedgerReport: Sendable {
    /// Nil for a dry run, and where the same file has been imported before.
    package var id: LedgerImportID?
    package let kind: LedgerKind
    package var rows = 0
    package var created = 0
    package var changed = 0
    package var unchanged = 0
    /// Rows that were left out, in the order of the file.
    package var problems: [RowProblem] = []
    /// How often each thing was unusual; the rows were taken all the same.
    package var warnings: [String: Int] = [:]
    package var reading = LedgerReading()
    /// Whether exactly this file is in already: then nothing changes.
    package var isRepeat = false

    init(_ kind: LedgerKind) {
        self.kind = kind
    }
}

/// An import that can be taken back as a whole.
package struct LedgerImport: Sendable, RowDecodable {
    static let columns: SQL = """
        committee, id, kind, file_name, rows, created, changed, unchanged, wrong, at, account, undone_at, kept
        """

    package let committee: DivisionID
    package let id: LedgerImportID
    package let kind: LedgerKind
    package let fileName: String
    package let rows: Int
    package let created: Int
    package let changed: Int
    package let unchanged: Int
    package let wrong: Int
    package let at: Instant
    package let account: AccountID?
    package let undoneAt: Instant?
    /// What stayed when it was taken back, because somebody has worked on it since.
    package let kept: Int?

    package init(row: Row) throws {
        guard let kind = LedgerKind(rawValue: try row.column(2)) else {
            throw RowFault.wrongType(2, expected: "LedgerKind")
        }
        committee = try row.column(0)
        id = try row.column(1)
        self.kind = kind
        fileName = try row.column(3)
        rows = try row.column(4)
        created = try row.column(5)
        changed = try row.column(6)
        unchanged = try row.column(7)
        wrong = try row.column(8)
        at = try row.column(9)
        account = try row.column(10)
        undoneAt = try row.column(11)
        kept = try row.column(12)
    }
}

/// Imports and what each of them touched.
enum LedgerSchema {
    static let migrations: [Migration] = [
        Migration(
            "ledgers-001-imports",
            [
                """
                CREATE TABLE ledger_import (
                    committee BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    file_name TEXT NOT NULL,
                    digest {bytes} NOT NULL,
                    rows INTEGER NOT NULL,
                    created INTEGER NOT NULL,
                    changed INTEGER NOT NULL,
                    unchanged INTEGER NOT NULL,
                    wrong INTEGER NOT NULL,
                    at BIGINT NOT NULL,
                    account TEXT,
                    undone_at BIGINT,
                    kept INTEGER,
                    PRIMARY KEY (committee, id)
                ) {clustered}
                """,
                "CREATE INDEX ledger_import_by_digest ON ledger_import (committee, digest)",
                """
                CREATE TABLE ledger_entry (
                    committee BIGINT NOT NULL,
                    batch TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    sealed {bytes},
                    PRIMARY KEY (committee, batch, subject)
                ) {clustered}
                """,
            ]
        ),
        Migration(
            "ledgers-002-uploads",
            [
                """
                CREATE TABLE ledger_upload (
                    committee BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    at BIGINT NOT NULL,
                    account TEXT,
                    sealed {bytes} NOT NULL,
                    PRIMARY KEY (committee, id)
                ) {clustered}
                """
            ]
        ),
    ]
}

/// The statements of imports.
enum LedgerQueries {
    static func insert(_ values: [SQLValue]) -> SQL {
        """
        INSERT INTO ledger_import (committee, id, kind, file_name, digest, rows, created, changed, unchanged, wrong,
            at, account)
        VALUES \(rows: [values])
        """
    }

    /// What was touched; rows are (committee, batch, subject, version, sealed).
    static func insertEntries(_ rows: [[SQLValue]]) -> SQL {
        "INSERT INTO ledger_entry (committee, batch, subject, version, sealed) VALUES \(rows: rows)"
    }

    /// Imports of exactly this file that have not been taken back.
    static func standing(_ digest: [UInt8], _ kind: LedgerKind, in committee: DivisionID) -> SQL {
        """
        SELECT COUNT(*) FROM ledger_import
        WHERE committee = \(committee) AND digest = \(digest) AND kind = \(kind.rawValue) AND undone_at IS NULL
        """
    }

    static func one(_ id: LedgerImportID, in scope: Scope) -> SQL {
        "SELECT \(LedgerImport.columns) FROM ledger_import WHERE \(scope) AND id = \(id)"
    }

    /// The newest imports of a territory; a committee makes a few a day.
    static func newest(in scope: Scope, limit: Int) -> SQL {
        "SELECT \(LedgerImport.columns) FROM ledger_import WHERE \(scope) ORDER BY at DESC, id DESC LIMIT \(limit)"
    }

    static func entries(of id: LedgerImportID, in committee: DivisionID, after subject: String, limit: Int) -> SQL {
        """
        SELECT subject, version, sealed FROM ledger_entry
        WHERE committee = \(committee) AND batch = \(id) AND subject > \(subject) ORDER BY subject LIMIT \(limit)
        """
    }

    /// No row changed means that it was taken back already.
    static func markUndone(_ id: LedgerImportID, in committee: DivisionID, at instant: Instant) -> SQL {
        """
        UPDATE ledger_import SET undone_at = \(instant), kept = 0
        WHERE committee = \(committee) AND id = \(id) AND undone_at IS NULL
        """
    }

    static func addKept(_ count: Int, to id: LedgerImportID, in committee: DivisionID) -> SQL {
        "UPDATE ledger_import SET kept = kept + \(count) WHERE committee = \(committee) AND id = \(id)"
    }
}
