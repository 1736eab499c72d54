/// All data of a database in one file that either engine can take back.
///
/// Lines of JSON: a header, then for each table a line with its name and a line for each row, then a footer with the
/// counts and the SHA-256 of everything before it. What is sealed in the database is sealed here too; the keys are not
/// in it.
package enum Archive {
    /// The only layout there is so far.
    static let formatVersion = 1
    static let formatName = "fanghu-archive"

    /// The first line.
    struct Header: Codable, Equatable {
        let format: String
        let version: Int
        /// When it was written, microseconds UTC.
        let at: Int64
        /// The migrations that the database had seen.
        let schema: [String]
        let tables: [Table]
    }

    /// A table as the header lists it; parents stand before the tables that refer to them.
    struct Table: Codable, Equatable {
        let name: String
        let columns: [String]
        let rows: Int
    }

    /// The line before a table's rows.
    struct Section: Codable {
        let table: String
    }

    /// The last line.
    struct Footer: Codable {
        let rows: Int
        let sha256: String
    }

    /// What an archive holds.
    package struct Summary: Hashable, Sendable {
        /// Microseconds UTC.
        package let writtenAt: Int64
        package let schemaVersion: Int
        package let tables: Int
        package let rows: Int

        init(_ header: Header) {
            writtenAt = header.at
            schemaVersion = header.schema.count
            tables = header.tables.count
            rows = header.tables.reduce(0) { $0 + $1.rows }
        }
    }

    /// How far a backup or restore has come.
    package struct Progress: Hashable, Sendable {
        package let table: String
        package let rows: Int
        package let totalRows: Int
    }
}

/// Why a file cannot be restored, or a database not be archived.
package enum ArchiveFault: Error, Hashable {
    /// Not an archive, or one of a layout that this program does not know.
    case unknownFormat
    /// The end is missing.
    case truncated
    /// The content is not what was written.
    case altered
    /// The line is not what the layout asks for.
    case malformed(line: Int)
    /// The archive's schema is newer than the program's, or has another past.
    case schema(archive: Int, program: Int)
    /// The database was migrated beyond the archive: restore into an empty one.
    case databaseIsAhead(archive: Int, database: Int)
    /// There are data in the database already; restoring would mix them.
    case databaseIsNotEmpty(table: String)
    /// A table without a primary key cannot be read in pages.
    case noKey(table: String)
    /// The database has other tables or columns than its list of migrations makes.
    case tablesDiffer(table: String)
}
