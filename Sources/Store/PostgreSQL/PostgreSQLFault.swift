extension StoreFault {
    /// - Parameter message: the server's words; they go on only where they cannot repeat a value.
    init(sqlState: String, table: String, column: String, message: String) {
        switch sqlState {
        case "23505": self = .uniqueViolation(table: table)
        case "23503": self = .foreignKeyViolation
        case "23502": self = .notNullViolation(table: table, column: column)
        case "23514": self = .checkViolation
        case "53100": self = .diskFull
        case "53300", "55P03": self = .busy
        case "40001", "40P01": self = .conflict
        case "57P01", "57P02", "57P03", "": self = .connectionLost
        case "26000": self = .connectionLost
        case "0A000" where message.contains("cached plan"): self = .connectionLost
        case let state where state.hasPrefix("08"): self = .connectionLost
        default:
            // Class 42 speaks of the statement's own words, 25 and 53 to 58 of the server's state.
            let isHarmless = ["42", "25", "3D", "3F", "53", "54", "55", "57", "58", "0A"].contains(sqlState.prefix(2))
            self = .other(code: sqlState, message: isHarmless ? message : "")
        }
    }
}
