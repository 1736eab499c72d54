extension PeopleImportReport {
    /// The report as JSON: `rows`, `created`, `known`, `warnings` and `errors` are fixed for scripts.
    package struct Document: Encodable, Sendable {
        package let rows: Int
        package let created: Int
        package let known: Int
        /// How often each warning occurred, by its code.
        package let warnings: [String: Int]
        package let errors: [Problem]

        package struct Problem: Encodable, Sendable {
            package let row: Int
            package let column: String
            package let code: String
            package let message: String
        }
    }

    /// The report in one language.
    package func document(in language: Language) -> Document {
        Document(
            rows: rows,
            created: created,
            known: known,
            warnings: Dictionary(uniqueKeysWithValues: warnings.map { ($0.key.rawValue, $0.value) }),
            errors: problems.map {
                Document.Problem(row: $0.row, column: $0.column, code: $0.code, message: $0.words(in: language))
            }
        )
    }
}
