import Foundation

extension Archive {
    /// Rows read at a time: small enough that rows with images do not fill the memory.
    private static let pageSize = 500

    static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    static var decoder: JSONDecoder { JSONDecoder() }

    /// Writes all data, as they are at one moment, while others go on reading and writing.
    ///
    /// The file appears under its name when it is whole and on disk, or not at all.
    ///
    /// - Parameter instant: the moment for the header, microseconds UTC.
    package static func backup(
        _ database: Database,
        to path: String,
        at instant: Int64,
        progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) async throws -> Summary {
        let engine = database.engine
        return try await database.read { connection in
            let draft = try ArchiveDraft(path: path)
            do {
                let header = try write(connection, engine, to: draft, at: instant, progress)
                return Summary(header)
            } catch {
                draft.discard()
                throw error
            }
        }
    }

    private static func write(
        _ connection: any Connection,
        _ engine: Engine,
        to draft: ArchiveDraft,
        at instant: Int64,
        _ progress: (Progress) -> Void
    ) throws -> Header {
        let tables = try catalogue(on: connection, engine)
        let header = try Header(
            format: formatName,
            version: formatVersion,
            at: instant,
            schema: Database.applied(on: connection),
            tables: tables.map { table in
                let count = try connection.value(
                    "SELECT COUNT(*) FROM \(CatalogueTable.quoted(table.name))",
                    as: Int.self
                )
                return Table(name: table.name, columns: table.columns, rows: count ?? 0)
            }
        )
        try draft.write(header)
        let total = header.tables.reduce(0) { $0 + $1.rows }
        var done = 0
        for table in tables {
            try draft.write(Section(table: table.name))
            try pages(of: table, on: connection) { rows in
                try draft.write(rows)
                done += rows.count
                progress(Progress(table: table.name, rows: done, totalRows: total))
            }
        }
        try draft.finish(rows: done)
        return header
    }

    /// All rows of a table in the order of its primary key, page by page.
    private static func pages(
        of table: CatalogueTable,
        on connection: any Connection,
        _ body: ([Row]) throws -> Void
    ) throws {
        guard !table.key.isEmpty else { throw ArchiveFault.noKey(table: table.name) }
        let places = table.key.compactMap { table.columns.firstIndex(of: $0) }
        let name = CatalogueTable.quoted(table.name)
        let columns = CatalogueTable.quoted(table.columns)
        let key = CatalogueTable.quoted(table.key)
        var rows = try connection.rows("SELECT \(columns) FROM \(name) ORDER BY \(key) LIMIT \(pageSize)")
        while let last = rows.last {
            try body(rows)
            if rows.count < pageSize { return }
            let position = places.map { last.columns[$0] }
            rows = try connection.rows(
                """
                SELECT \(columns) FROM \(name) WHERE (\(key)) > \(list: position)
                ORDER BY \(key) LIMIT \(pageSize)
                """
            )
        }
    }
}
