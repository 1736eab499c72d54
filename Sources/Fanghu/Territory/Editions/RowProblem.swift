/// What is wrong with one row of a file.
package struct RowProblem: Hashable, Sendable {
    /// The line in the file; the header is line 1.
    package let row: Int
    /// The heading of the column as our own format has it.
    package let column: String
    /// Stable, for programs, such as `code.malformed`.
    package let code: String
    package let words: Words

    package init(row: Int, column: String, code: String, words: Words) {
        self.row = row
        self.column = column
        self.code = code
        self.words = words
    }
}
