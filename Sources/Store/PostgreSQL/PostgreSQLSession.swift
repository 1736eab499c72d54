import CPostgreSQL
import Foundation

/// One connection to a PostgreSQL server with its prepared statements; closed when it is released.
///
/// Used on one queue only, that of its place in the pool.
@safe final class PostgreSQLSession {
    private let handle: OpaquePointer
    private var statements: [String: [PostgreSQLStatement]] = [:]
    private var statementCount = 0
    private var isStale = false

    /// Types for which one text is prepared anew before it is only run.
    private static let variants = 4
    private static let maximumStatements = 500

    init(address: String) throws {
        guard let handle = unsafe PostgreSQLSession.connect(address) else {
            throw StoreFault.cannotConnect("out of memory")
        }
        unsafe self.handle = unsafe handle
        guard unsafe PQstatus(handle) == CONNECTION_OK else {
            // libpq names host, user and database here, never the password.
            throw unsafe StoreFault.cannotConnect(String(cString: PQerrorMessage(handle)))
        }
        unsafe PQsetNoticeReceiver(handle, { _, _ in }, nil)
        try command(
            """
            SET synchronous_commit = on; SET standard_conforming_strings = on; SET client_min_messages = warning;
            SET timezone = 'UTC'; SET lock_timeout = '10s'; SET jit = off
            """
        )
    }

    deinit {
        unsafe PQfinish(handle)
    }

    /// What stands before the address can be overruled by its options, what stands behind it cannot.
    private static func connect(_ address: String) -> OpaquePointer? {
        let settings = [
            ("connect_timeout", "10"), ("keepalives_idle", "30"), ("fallback_application_name", "fanghu"),
            ("dbname", address), ("client_encoding", "UTF8"),
        ]
        let keywords = unsafe settings.map { unsafe strdup($0.0) }
        let values = unsafe settings.map { unsafe strdup($0.1) }
        defer {
            for index in settings.indices {
                unsafe free(keywords[index])
                unsafe free(values[index])
            }
        }
        return unsafe PQconnectdbParams(
            keywords.map { unsafe UnsafePointer($0) } + [nil],
            values.map { unsafe UnsafePointer($0) } + [nil],
            1
        )
    }

    /// False once the connection is lost or its statements no longer fit the schema; then a new one takes its place.
    var isUsable: Bool {
        unsafe !isStale && PQstatus(handle) == CONNECTION_OK
    }

    /// False in the midst of a transaction, which nobody else must get into.
    var isIdle: Bool {
        unsafe PQtransactionStatus(handle) == PQTRANS_IDLE
    }

    /// Runs a text without values: BEGIN, settings, statements of a migration.
    func command(_ text: String) throws {
        _ = try unsafe checked(PQexec(handle, text))
    }

    /// Commits; a transaction that had already failed is a fault, although the server just says ROLLBACK.
    func commit() throws {
        let result = try unsafe checked(PQexec(handle, "COMMIT"))
        guard result.tag == "COMMIT" else { throw StoreFault.other(code: "25P02", message: "rolled back") }
    }

    func run(_ sql: SQL) throws -> PostgreSQLResult {
        let parameters = try PostgreSQLParameters(sql.values)
        guard let statement = try statement(for: sql, parameters) else {
            return try unsafe parameters.withPointers { values, lengths, formats in
                try unsafe checked(
                    PQexecParams(
                        handle,
                        sql.text(for: .postgresql),
                        Int32(parameters.count),
                        parameters.types,
                        values,
                        lengths,
                        formats,
                        1
                    )
                )
            }
        }
        return try unsafe parameters.withPointers { values, lengths, formats in
            try unsafe checked(
                PQexecPrepared(handle, statement.name, Int32(parameters.count), values, lengths, formats, 1)
            )
        }
    }

    /// The prepared statement for a text and types; nil when it is not worth preparing.
    private func statement(for sql: SQL, _ parameters: PostgreSQLParameters) throws -> PostgreSQLStatement? {
        let variants = statements[sql.template] ?? []
        if let statement = variants.first(where: { $0.fits(parameters.types) }) { return statement }
        guard variants.count < Self.variants else { return nil }
        if statementCount >= Self.maximumStatements { try forgetStatements() }
        statementCount += 1
        let statement = PostgreSQLStatement(
            name: "s\(statementCount)",
            types: variants.last?.merged(with: parameters.types) ?? parameters.types
        )
        _ = try unsafe checked(
            PQprepare(
                handle,
                statement.name,
                sql.text(for: .postgresql),
                Int32(statement.types.count),
                statement.types
            )
        )
        statements[sql.template, default: []].append(statement)
        return statement
    }

    /// Starts anew: texts with lists and rows of every length would fill the server's memory for ever.
    private func forgetStatements() throws {
        try command("DEALLOCATE ALL")
        statements.removeAll(keepingCapacity: true)
        statementCount = 0
    }

    private func checked(_ pointer: OpaquePointer?) throws -> PostgreSQLResult {
        guard let pointer = unsafe pointer else { throw StoreFault.connectionLost }
        let result = unsafe PostgreSQLResult(pointer)
        if let fault = result.fault {
            if unsafe PQstatus(handle) != CONNECTION_OK { throw StoreFault.connectionLost }
            // Prepared before a migration of another process; a new connection knows the new tables.
            if fault == .connectionLost { isStale = true }
            throw fault
        }
        return result
    }
}

/// A prepared statement: a text with the types of its parameters.
struct PostgreSQLStatement {
    let name: String
    let types: [Oid]

    /// NULL fits every type; a type that was left open, because a NULL came first, fits nothing else.
    func fits(_ others: [Oid]) -> Bool {
        for (index, other) in others.enumerated() where other != 0 && other != types[index] { return false }
        return true
    }

    /// The same types, with those that NULLs left open taken from this statement.
    func merged(with others: [Oid]) -> [Oid] {
        zip(types, others).map { known, other in other == 0 ? known : other }
    }
}
