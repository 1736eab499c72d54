/// A connection inside one transaction; valid only within the closure that received it.
package protocol Connection: AnyObject {
    /// Runs a statement and says how many rows it changed.
    @discardableResult
    func execute(_ sql: SQL) throws -> Int

    /// Runs a statement and collects its rows.
    func rows(_ sql: SQL) throws -> [Row]
}

extension Connection {
    /// All rows, decoded.
    package func all<Value: RowDecodable>(_ sql: SQL, as type: Value.Type = Value.self) throws -> [Value] {
        try rows(sql).map(Value.init(row:))
    }

    /// The first row, decoded; nil when there is none.
    package func first<Value: RowDecodable>(_ sql: SQL, as type: Value.Type = Value.self) throws -> Value? {
        try rows(sql).first.map(Value.init(row:))
    }

    /// The first column of the first row; nil when there is no row.
    package func value<Value: ColumnDecodable>(_ sql: SQL, as type: Value.Type = Value.self) throws -> Value? {
        try rows(sql).first.map { row in try row.column(0) }
    }
}
