/// What an import of persons did, or would do.
package struct PeopleImportReport: Sendable {
    /// Rows of the file without the header.
    package var rows = 0
    package var created = 0
    /// Where the header was found and which column was taken for what.
    package var reading = LedgerReading()
    /// Rows whose person is in the register of that committee already: a second import creates nobody.
    package var known = 0
    /// Rows that were left out, each with its reason, in the order of the file.
    package var problems: [RowProblem] = []
    /// How often each thing was unusual; the rows were taken all the same.
    package var warnings: [IdentifierWarning: Int] = [:]
}

extension PeopleImportReport {
    mutating func take(_ file: PeopleImportFile) {
        rows = file.count
        reading = LedgerReading(file.table, file.layout)
    }
}
