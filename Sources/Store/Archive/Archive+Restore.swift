extension Archive {
    /// Reads a whole archive and checks that it is what was written.
    package static func verify(_ path: String) throws -> Summary {
        let reader = try ArchiveReader(path: path)
        while try reader.next(1000) != nil {}
        return Summary(reader.header)
    }

    /// Puts an archive into an empty database of either engine, all of it in one transaction or nothing.
    ///
    /// A database without a schema gets the archive's, then the data, then the migrations that came since. One that
    /// has a schema must have the archive's and hold no data but what migrations themselves wrote, which gives way.
    package static func restore(
        _ path: String,
        into database: Database,
        migrations: [Migration],
        progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) async throws -> Summary {
        let summary = try verify(path)
        let header = try ArchiveReader(path: path).header
        guard header.schema.elementsEqual(migrations.prefix(header.schema.count).map(\.name)) else {
            throw ArchiveFault.schema(archive: header.schema.count, program: migrations.count)
        }
        let version = try await database.schemaVersion
        guard version <= header.schema.count else {
            throw ArchiveFault.databaseIsAhead(archive: header.schema.count, database: version)
        }
        if version > 0 { try await checkEmpty(database, migrations) }
        try await database.migrate(Array(migrations.prefix(header.schema.count)), at: header.at)
        let engine = database.engine
        try await database.transaction(.exclusive) { connection in
            let tables = try catalogue(on: connection, engine)
            try checkEmpty(tables, on: connection, migrations)
            try checkTables(tables, header)
            for table in tables.reversed() {
                try connection.execute("DELETE FROM \(CatalogueTable.quoted(table.name))")
            }
            try insert(ArchiveReader(path: path), on: connection, total: summary.rows, progress)
        }
        try await database.migrate(migrations, at: header.at)
        return summary
    }

    private static func checkEmpty(_ database: Database, _ migrations: [Migration]) async throws {
        let engine = database.engine
        try await database.read { connection in
            try checkEmpty(catalogue(on: connection, engine), on: connection, migrations)
        }
    }

    private static func checkEmpty(
        _ tables: [CatalogueTable],
        on connection: any Connection,
        _ migrations: [Migration]
    ) throws {
        let seeded = Set(migrations.flatMap(\.seededTables))
        for table in tables where !seeded.contains(table.name) {
            let rows = try connection.rows("SELECT 1 FROM \(CatalogueTable.quoted(table.name)) LIMIT 1")
            guard rows.isEmpty else { throw ArchiveFault.databaseIsNotEmpty(table: table.name) }
        }
    }

    /// The same migrations make the same tables; only the order of their columns may differ.
    private static func checkTables(_ tables: [CatalogueTable], _ header: Header) throws {
        let here = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, Set($0.columns)) })
        for table in header.tables where here[table.name] != Set(table.columns) {
            throw ArchiveFault.tablesDiffer(table: table.name)
        }
        for table in tables where !header.tables.contains(where: { $0.name == table.name }) {
            throw ArchiveFault.tablesDiffer(table: table.name)
        }
    }

    private static func insert(
        _ reader: ArchiveReader,
        on connection: any Connection,
        total: Int,
        _ progress: (Progress) -> Void
    ) throws {
        // SQLite takes 32,766 values in a statement.
        let widest = reader.header.tables.map(\.columns.count).max() ?? 1
        let limit = min(200, 30000 / max(1, widest))
        var done = 0
        while let (table, rows) = try reader.next(limit) {
            try connection.execute(
                """
                INSERT INTO \(CatalogueTable.quoted(table.name)) (\(CatalogueTable.quoted(table.columns)))
                VALUES \(rows: rows)
                """
            )
            done += rows.count
            progress(Progress(table: table.name, rows: done, totalRows: total))
        }
    }
}

extension Migration {
    /// The tables into which the migration itself puts rows.
    fileprivate var seededTables: [String] {
        statements.compactMap { statement in
            let words = statement.text.split(maxSplits: 3, whereSeparator: \.isWhitespace)
            guard words.count > 2, words[0] == "INSERT", words[1] == "INTO" else { return nil }
            return String(words[2])
        }
    }
}
