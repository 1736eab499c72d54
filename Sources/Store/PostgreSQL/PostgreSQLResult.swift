import CPostgreSQL

/// What the server answered to one statement, in binary form.
@safe final class PostgreSQLResult {
    private let handle: OpaquePointer

    init(_ handle: OpaquePointer) {
        unsafe self.handle = unsafe handle
    }

    deinit {
        unsafe PQclear(handle)
    }

    /// What was done, such as `COMMIT` or `INSERT 0 3`.
    var tag: String { unsafe String(cString: PQcmdStatus(handle)) }

    /// Rows inserted, updated or deleted.
    ///
    /// A SELECT changes nothing, although its tag has a number too.
    var changes: Int {
        let tag = tag
        guard !tag.hasPrefix("SELECT") else { return 0 }
        return tag.split(separator: " ").last.flatMap { Int($0) } ?? 0
    }

    /// What went wrong; nil after success.
    var fault: StoreFault? {
        switch unsafe PQresultStatus(handle) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: nil
        default:
            StoreFault(
                sqlState: field("C"),
                table: field("t"),
                column: field("c"),
                message: field("M")
            )
        }
    }

    func rows() throws -> [Row] {
        let columns = try columns()
        let count = unsafe PQntuples(handle)
        var rows: [Row] = []
        rows.reserveCapacity(Int(count))
        for row in 0..<count {
            var values: [SQLValue] = []
            values.reserveCapacity(columns.count)
            for (column, kind) in columns.enumerated() { values.append(value(row, Int32(column), kind)) }
            rows.append(Row(columns: values))
        }
        return rows
    }

    private enum ColumnKind {
        case integer
        case float
        case double
        case text
        case bytes
        /// JSONB, whose binary form is a version number before the text.
        case document
        case nothing
    }

    private func columns() throws -> [ColumnKind] {
        try (0..<(unsafe PQnfields(handle)))
            .map { index in
                let type = unsafe PQftype(handle, index)
                switch type {
                case PostgreSQLType.int2, PostgreSQLType.int4, PostgreSQLType.int8, PostgreSQLType.bool,
                    PostgreSQLType.oid:
                    return .integer
                case PostgreSQLType.float4: return .float
                case PostgreSQLType.float8: return .double
                case PostgreSQLType.text, PostgreSQLType.varchar, PostgreSQLType.bpchar, PostgreSQLType.name,
                    PostgreSQLType.unknown, PostgreSQLType.json:
                    return .text
                case PostgreSQLType.bytea: return .bytes
                case PostgreSQLType.jsonb: return .document
                case PostgreSQLType.void: return .nothing
                default:
                    throw StoreFault.unsupportedColumn(
                        index: Int(index),
                        type: type == PostgreSQLType.numeric ? "numeric" : "\(type)"
                    )
                }
            }
    }

    private func value(_ row: Int32, _ column: Int32, _ kind: ColumnKind) -> SQLValue {
        guard unsafe PQgetisnull(handle, row, column) == 0, let start = unsafe PQgetvalue(handle, row, column) else {
            return .null
        }
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(handle, row, column)))
        switch kind {
        case .integer: return .integer(unsafe Self.integer(bytes))
        case .float: return .double(unsafe Double(Float(bitPattern: UInt32(truncatingIfNeeded: Self.integer(bytes)))))
        case .double: return .double(unsafe Double(bitPattern: UInt64(bitPattern: Self.integer(bytes))))
        case .text: return .text(unsafe String(decoding: bytes, as: UTF8.self))
        case .bytes: return .bytes(unsafe [UInt8](bytes))
        case .document: return .text(unsafe String(decoding: bytes.dropFirst(), as: UTF8.self))
        case .nothing: return .null
        }
    }

    /// Reads 1, 2, 4 or 8 bytes, most significant first, with their sign.
    private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        var value: UInt64 = 0
        for index in 0..<bytes.count { value = unsafe value << 8 | UInt64(bytes[index]) }
        let unused = UInt64(64 - bytes.count * 8)
        return Int64(bitPattern: value << unused) >> Int64(unused)
    }

    private func field(_ code: Unicode.Scalar) -> String {
        guard let text = unsafe PQresultErrorField(handle, Int32(code.value)) else { return "" }
        return unsafe String(cString: text)
    }
}
