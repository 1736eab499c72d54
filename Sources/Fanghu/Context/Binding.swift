package import Store

// How time is stored (DESIGN §4.5): instants as microseconds, civil days as yyyymmdd.

extension Instant: SQLBindable, ColumnDecodable {
    package var sqlValue: SQLValue { .integer(microseconds) }

    package init?(column: SQLValue) {
        guard case .integer(let value) = column else { return nil }
        self.init(microseconds: value)
    }
}

extension CivilDate: SQLBindable, ColumnDecodable {
    package var sqlValue: SQLValue { .integer(Int64(yyyymmdd)) }

    package init?(column: SQLValue) {
        guard case .integer(let value) = column else { return nil }
        self.init(yyyymmdd: Int(value))
    }
}
