import CPostgreSQL

/// The values of a statement in PostgreSQL's binary form, one after the other in one block.
struct PostgreSQLParameters {
    private(set) var types: [Oid] = []
    private var block: [UInt8] = []
    private var offsets: [Int] = []
    private var lengths: [Int32] = []

    /// Stands in `offsets` for NULL.
    private static let null = -1

    init(_ values: [SQLValue]) throws {
        guard values.count <= Int(UInt16.max) else {
            throw StoreFault.other(code: "54000", message: "more than 65535 values")
        }
        types.reserveCapacity(values.count)
        offsets.reserveCapacity(values.count)
        lengths.reserveCapacity(values.count)
        block.reserveCapacity(values.count * 16)
        for value in values { try append(value) }
        // An empty value needs an address too.
        if block.isEmpty { block.append(0) }
    }

    var count: Int { types.count }

    private mutating func append(_ value: SQLValue) throws {
        let start = block.count
        switch value {
        case .null:
            types.append(0)
            offsets.append(Self.null)
            lengths.append(0)
            return
        case .integer(let value):
            types.append(PostgreSQLType.int8)
            append(bigEndian: UInt64(bitPattern: value))
        case .double(let value):
            types.append(PostgreSQLType.float8)
            if value.isNaN { throw StoreFault.notANumber }
            // SQLite knows no negative zero.
            append(bigEndian: value == 0 ? 0 : value.bitPattern)
        case .text(let text):
            types.append(PostgreSQLType.text)
            block.append(contentsOf: text.utf8)
            if block[start...].contains(0) { throw StoreFault.nulInText }
        case .bytes(let bytes):
            types.append(PostgreSQLType.bytea)
            block.append(contentsOf: bytes)
        }
        offsets.append(start)
        lengths.append(Int32(block.count - start))
    }

    private mutating func append(bigEndian value: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) {
            block.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
        }
    }

    /// Values, lengths and formats as libpq takes them; the pointers hold for the length of the closure.
    func withPointers<Value>(
        _ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) throws -> Value
    ) rethrows -> Value {
        let formats = [Int32](repeating: 1, count: count)
        return try unsafe block.withUnsafeBytes { block in
            let base = unsafe block.baseAddress?.assumingMemoryBound(to: CChar.self)
            let values = unsafe offsets.map { offset in
                offset == Self.null ? nil : unsafe base.map { unsafe $0 + offset }
            }
            return try unsafe body(values, lengths, formats)
        }
    }
}

/// The types of values that the dialect knows, by their numbers in `pg_type`, which never change.
enum PostgreSQLType {
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let name: Oid = 19
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let oid: Oid = 26
    static let json: Oid = 114
    static let float4: Oid = 700
    static let float8: Oid = 701
    static let unknown: Oid = 705
    static let bpchar: Oid = 1042
    static let varchar: Oid = 1043
    static let numeric: Oid = 1700
    static let void: Oid = 2278
    static let jsonb: Oid = 3802
}
