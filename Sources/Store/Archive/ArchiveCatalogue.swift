/// A table of a database, as the engine describes it.
struct CatalogueTable {
    let name: String
    let columns: [String]
    /// The columns of the primary key, in its order.
    let key: [String]
    /// The tables its foreign keys point to.
    let parents: Set<String>

    /// A name as it stands in a statement.
    static func quoted(_ name: String) -> SQL {
        SQL(trusted: "\"" + name.replacing("\"", with: "\"\"") + "\"")
    }

    static func quoted(_ names: [String]) -> SQL {
        SQL(trusted: names.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ", "))
    }
}

extension Archive {
    /// The tables of the database, parents first; not the list of migrations, which is no data.
    static func catalogue(on connection: any Connection, _ engine: Engine) throws -> [CatalogueTable] {
        let names = try connection.rows(tableNames(engine)).map { row in try row.column(0, as: String.self) }
        let tables = try names.map { name in
            let columns = try connection.rows(columns(of: name, engine))
                .map { row in (name: try row.column(0, as: String.self), place: try row.column(1, as: Int.self)) }
            let parents = try connection.rows(parents(of: name, engine))
                .map { row in try row.column(0, as: String.self) }
            return CatalogueTable(
                name: name,
                columns: columns.map(\.name),
                key: columns.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name),
                parents: Set(parents).subtracting([name])
            )
        }
        return parentsFirst(tables)
    }

    /// Keeps the order by name where foreign keys leave it open; a circle of them is left as it stands.
    static func parentsFirst(_ tables: [CatalogueTable]) -> [CatalogueTable] {
        var open = tables
        var sorted: [CatalogueTable] = []
        var done: Set<String> = []
        while !open.isEmpty {
            let ready = open.firstIndex { $0.parents.isSubset(of: done) } ?? 0
            let table = open.remove(at: ready)
            done.insert(table.name)
            sorted.append(table)
        }
        return sorted
    }

    private static func tableNames(_ engine: Engine) -> SQL {
        switch engine {
        case .sqlite:
            """
            SELECT name FROM sqlite_master
            WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'schema_migration'
            ORDER BY name
            """
        case .postgresql:
            """
            SELECT relname FROM pg_class
            WHERE relkind IN ('r', 'p') AND NOT relispartition AND relname <> 'schema_migration'
                AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
            ORDER BY CAST(relname AS TEXT) COLLATE "C"
            """
        }
    }

    /// Name, and place in the primary key from 1, or 0.
    private static func columns(of table: String, _ engine: Engine) -> SQL {
        switch engine {
        case .sqlite: "SELECT name, pk FROM pragma_table_info(\(table)) ORDER BY cid"
        case .postgresql:
            """
            SELECT a.attname, COALESCE(array_position(CAST(i.indkey AS int2[]), a.attnum) + 1, 0)
            FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
            WHERE a.attrelid = CAST(quote_ident(\(table)) AS regclass) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """
        }
    }

    private static func parents(of table: String, _ engine: Engine) -> SQL {
        switch engine {
        case .sqlite: "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(\(table))"
        case .postgresql:
            """
            SELECT DISTINCT p.relname FROM pg_constraint c JOIN pg_class p ON p.oid = c.confrelid
            WHERE c.contype = 'f' AND c.conrelid = CAST(quote_ident(\(table)) AS regclass)
            """
        }
    }
}
