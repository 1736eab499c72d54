import Foundation
import GRDB

/// A connection to SQLite, by way of GRDB as driver.
final class SQLiteConnection: Connection {
    private let database: GRDB.Database

    init(_ database: GRDB.Database) {
        self.database = database
    }

    func execute(_ sql: SQL) throws -> Int {
        try statement(sql).execute()
        return database.changesCount
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try GRDB.Row.fetchAll(statement(sql))
            .map { row in
                Row(columns: row.databaseValues.map(SQLValue.init))
            }
    }

    private func statement(_ sql: SQL) throws -> Statement {
        let statement = try database.cachedStatement(sql: sql.text(for: .sqlite))
        try statement.setArguments(StatementArguments(sql.values.map(\.databaseValue)))
        return statement
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .double(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .bytes(let value): Data(value).databaseValue
        }
    }

    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let value): self = .integer(value)
        case .double(let value): self = .double(value)
        case .string(let value): self = .text(value)
        case .blob(let value): self = .bytes(Array(value))
        }
    }
}
