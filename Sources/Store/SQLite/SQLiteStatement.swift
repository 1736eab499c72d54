import GRDBSQLite

/// A prepared statement of one SQLite connection.
@safe final class SQLiteStatement {
    private let statement: OpaquePointer
    private let connection: OpaquePointer
    private let columnCount: Int32

    init(_ statement: OpaquePointer, on connection: OpaquePointer) {
        unsafe self.statement = unsafe statement
        unsafe self.connection = unsafe connection
        columnCount = unsafe sqlite3_column_count(statement)
    }

    deinit {
        unsafe sqlite3_finalize(statement)
    }

    func bind(_ values: [SQLValue]) throws {
        for (index, value) in values.enumerated() {
            let code = try bind(value, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw fault(code) }
        }
    }

    private func bind(_ value: SQLValue, at index: Int32) throws -> Int32 {
        // SQLite copies text and bytes: they need not outlive the call.
        let copies = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: return unsafe sqlite3_bind_null(statement, index)
        case .integer(let value): return unsafe sqlite3_bind_int64(statement, index, value)
        case .double(let value):
            if value.isNaN { throw StoreFault.notANumber }
            return unsafe sqlite3_bind_double(statement, index, value)
        case .text(var text):
            return try text.withUTF8 { utf8 in
                guard unsafe !utf8.contains(0) else { throw StoreFault.nulInText }
                guard let start = utf8.baseAddress else {
                    return unsafe sqlite3_bind_text(statement, index, "", 0, copies)
                }
                return unsafe start.withMemoryRebound(to: CChar.self, capacity: utf8.count) { start in
                    unsafe sqlite3_bind_text(statement, index, start, Int32(utf8.count), copies)
                }
            }
        case .bytes(let bytes):
            if bytes.isEmpty { return unsafe sqlite3_bind_zeroblob(statement, index, 0) }
            return unsafe bytes.withUnsafeBufferPointer { bytes in
                unsafe sqlite3_bind_blob(statement, index, bytes.baseAddress, Int32(bytes.count), copies)
            }
        }
    }

    /// True when there is a row to read, false at the end.
    func step() throws -> Bool {
        let code = unsafe sqlite3_step(statement)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let fault = fault(code)
            reset()
            throw fault
        }
    }

    func reset() {
        unsafe sqlite3_reset(statement)
    }

    func row() -> Row {
        var columns: [SQLValue] = []
        columns.reserveCapacity(Int(columnCount))
        for index in 0..<columnCount { columns.append(column(index)) }
        return Row(columns: columns)
    }

    private func column(_ index: Int32) -> SQLValue {
        switch unsafe sqlite3_column_type(statement, index) {
        case SQLITE_INTEGER: .integer(unsafe sqlite3_column_int64(statement, index))
        case SQLITE_FLOAT: .double(unsafe sqlite3_column_double(statement, index))
        case SQLITE_TEXT: .text(text(index))
        case SQLITE_BLOB: .bytes(bytes(index))
        default: .null
        }
    }

    private func text(_ index: Int32) -> String {
        guard let start = unsafe sqlite3_column_text(statement, index) else { return "" }
        let count = unsafe Int(sqlite3_column_bytes(statement, index))
        return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    private func bytes(_ index: Int32) -> [UInt8] {
        guard let start = unsafe sqlite3_column_blob(statement, index) else { return [] }
        let count = unsafe Int(sqlite3_column_bytes(statement, index))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    private func fault(_ code: Int32) -> StoreFault {
        unsafe StoreFault(sqlite: code, message: String(cString: sqlite3_errmsg(connection)), isPreparing: false)
    }
}
