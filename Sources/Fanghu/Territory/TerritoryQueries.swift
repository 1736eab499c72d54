package import Store

/// The statements of divisions, editions and proposals.
enum TerritoryQueries {
    /// Takes the lock under which divisions change and moves the version that other servers poll.
    static let lock: SQL = "UPDATE territory_version SET number = number + 1 WHERE id = 1"

    static let version: SQL = "SELECT number FROM territory_version WHERE id = 1"

    /// Every version of every division, the newest of each last: about 7,000 rows for Shanghai.
    static let divisions: SQL = """
        SELECT id, version, code, name, urban_rural, parent, name_damaged, valid_from, valid_to
        FROM division ORDER BY id, version
        """

    /// Versions of one division, oldest first.
    static func history(of id: DivisionID) -> SQL {
        """
        SELECT id, version, code, name, urban_rural, parent, name_damaged, valid_from, valid_to
        FROM division WHERE id = \(id) ORDER BY version
        """
    }

    static func insert(_ versions: [DivisionVersion]) -> SQL {
        """
        INSERT INTO division (id, version, code, name, level, kind, urban_rural, parent, is_virtual, name_damaged,
            valid_from, valid_to)
        VALUES \(rows: versions.map(\.values))
        """
    }

    /// Ends the version in force of some divisions.
    static func close(_ ids: [DivisionID], on day: CivilDate) -> SQL {
        "UPDATE division SET valid_to = \(day) WHERE id IN \(list: ids) AND valid_to IS NULL"
    }

    static let nextEdition: SQL = "SELECT CAST(COALESCE(MAX(number), 0) + 1 AS INTEGER) FROM division_edition"

    static func insert(_ edition: Edition) -> SQL {
        """
        INSERT INTO division_edition (number, as_of, source, created, changed, unchanged, retired, waiting, problems,
            imported_at, imported_by)
        VALUES (\(edition.number), \(edition.asOf), \(edition.source), \(edition.created), \(edition.changed),
            \(edition.unchanged), \(edition.retired), \(edition.waiting), \(edition.problems), \(edition.importedAt),
            \(edition.importedBy))
        """
    }

    /// The imports so far, newest first.
    static let editions: SQL = """
        SELECT number, as_of, source, created, changed, unchanged, retired, waiting, problems, imported_at, imported_by
        FROM division_edition ORDER BY number DESC
        """
}

/// One version of a division as a row.
struct DivisionVersion: RowDecodable {
    let division: Division
    let version: Int

    init(_ division: Division, version: Int) {
        self.division = division
        self.version = version
    }

    init(row: Row) throws {
        version = try row.column(1)
        division = try Division(
            id: row.column(0),
            code: row.column(2),
            name: row.column(3),
            parent: row.column(5),
            isNameDamaged: row.column(6),
            urbanRural: row.column(4),
            validFrom: row.column(7),
            validTo: row.column(8)
        )
    }

    var values: [SQLValue] {
        [
            division.id.sqlValue, version.sqlValue, division.code.sqlValue, division.name.sqlValue,
            division.level.rawValue.sqlValue, division.kind.rawValue.sqlValue, division.urbanRural.sqlValue,
            division.parent.sqlValue, division.isVirtual.sqlValue, division.isNameDamaged.sqlValue,
            division.validFrom.sqlValue, division.validTo.sqlValue,
        ]
    }
}

/// An import that was done.
package struct Edition: Sendable, RowDecodable {
    package let number: Int
    package let asOf: CivilDate
    /// The name of the file.
    package let source: String
    package let created: Int
    package let changed: Int
    package let unchanged: Int
    package let retired: Int
    package let waiting: Int
    package let problems: Int
    package let importedAt: Instant
    /// The account, or what kind of actor it was.
    package let importedBy: String

    init(number: Int, plan: EditionPlan, source: String, problems: Int, at instant: Instant, by importer: String) {
        self.number = number
        asOf = plan.asOf
        self.source = source
        created = plan.created.count
        changed = plan.changed.count
        unchanged = plan.unchanged
        retired = plan.retired.count
        waiting = plan.proposals.count + plan.stillWaiting
        self.problems = problems
        importedAt = instant
        importedBy = importer
    }

    package init(row: Row) throws {
        number = try row.column(0)
        asOf = try row.column(1)
        source = try row.column(2)
        created = try row.column(3)
        changed = try row.column(4)
        unchanged = try row.column(5)
        retired = try row.column(6)
        waiting = try row.column(7)
        problems = try row.column(8)
        importedAt = try row.column(9)
        importedBy = try row.column(10)
    }
}
