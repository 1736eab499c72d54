/// What went wrong in an engine, in classes that both engines share.
///
/// Tables and columns are named, bound values never: they may be personal data, and faults are logged.
package enum StoreFault: Error, Hashable, Sendable {
    /// A primary key or unique constraint holds already.
    case uniqueViolation(table: String)
    case foreignKeyViolation
    case notNullViolation(table: String, column: String)
    case checkViolation
    /// Text with a NUL character, which PostgreSQL cannot hold.
    case nulInText
    /// A double that is no number: SQLite would store NULL instead.
    case notANumber
    case diskFull
    /// Another process or transaction holds a lock for too long, or the server has no connection to spare.
    case busy
    /// Two transactions wanted the same rows; running the loser again is safe.
    case conflict
    case connectionLost
    /// The server cannot be reached or does not let us in, or the file cannot be opened; words without the password.
    case cannotConnect(String)
    /// The database was closed by this program.
    case closed
    /// A column of a type that has no place in the dialect, `NUMERIC` above all: write `CAST(… AS BIGINT)`.
    case unsupportedColumn(index: Int, type: String)
    /// Anything else, by the engine's own code (SQLSTATE, or SQLite's extended number).
    case other(code: String, message: String)

    /// Whether running the same transaction again may well succeed.
    var isPassing: Bool {
        switch self {
        case .conflict, .connectionLost, .cannotConnect: true
        case .uniqueViolation, .foreignKeyViolation, .notNullViolation, .checkViolation, .nulInText, .notANumber,
            .diskFull, .busy,
            .closed, .unsupportedColumn, .other:
            false
        }
    }

    /// Whether the whole store suffers, so that any other transaction would fail the same way.
    var isGeneral: Bool {
        switch self {
        case .diskFull, .busy, .connectionLost, .cannotConnect, .closed: true
        case .conflict, .uniqueViolation, .foreignKeyViolation, .notNullViolation, .checkViolation, .nulInText,
            .notANumber,
            .unsupportedColumn, .other:
            false
        }
    }
}
