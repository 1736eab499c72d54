/// One row of a result, read by position and type.
package struct Row: Sendable {
    package let columns: [SQLValue]

    package init(columns: [SQLValue]) {
        self.columns = columns
    }

    /// The value of a column.
    ///
    /// A missing column or another type is an error, never a default.
    package func column<Value: ColumnDecodable>(
        _ index: Int,
        as type: Value.Type = Value.self
    ) throws(RowFault) -> Value {
        guard index < columns.count else { throw RowFault.missingColumn(index) }
        guard let value = Value(column: columns[index]) else {
            throw RowFault.wrongType(index, expected: "\(Value.self)")
        }
        return value
    }
}

/// A result that does not have the shape the program expects: a bug, never a person's mistake.
package enum RowFault: Error, Equatable {
    case missingColumn(Int)
    case wrongType(Int, expected: String)
}

/// A type that can be read from a column.
package protocol ColumnDecodable {
    /// Nil when the column holds something else.
    init?(column: SQLValue)
}

/// A type that is read from a whole row.
package protocol RowDecodable {
    init(row: Row) throws
}

extension Int64: ColumnDecodable {
    package init?(column: SQLValue) {
        guard case .integer(let value) = column else { return nil }
        self = value
    }
}

extension Int: ColumnDecodable {
    package init?(column: SQLValue) {
        guard case .integer(let value) = column else { return nil }
        self.init(exactly: value)
    }
}

extension Int32: ColumnDecodable {
    package init?(column: SQLValue) {
        guard case .integer(let value) = column else { return nil }
        self.init(exactly: value)
    }
}

extension Bool: ColumnDecodable {
    package init?(column: SQLValue) {
        guard case .integer(let value) = column, value == 0 || value == 1 else { return nil }
        self = value == 1
    }
}

extension Double: ColumnDecodable {
    package init?(column: SQLValue) {
        switch column {
        case .double(let value): self = value
        case .integer(let value): self = Double(value)
        case .null, .text, .bytes: return nil
        }
    }
}

extension String: ColumnDecodable {
    package init?(column: SQLValue) {
        guard case .text(let value) = column else { return nil }
        self = value
    }
}

extension [UInt8]: ColumnDecodable {
    package init?(column: SQLValue) {
        guard case .bytes(let value) = column else { return nil }
        self = value
    }
}

extension Optional: ColumnDecodable where Wrapped: ColumnDecodable {
    package init?(column: SQLValue) {
        if case .null = column {
            self = .none
            return
        }
        guard let value = Wrapped(column: column) else { return nil }
        self = .some(value)
    }
}
