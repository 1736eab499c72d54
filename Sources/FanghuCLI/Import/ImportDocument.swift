import Fanghu

/// What an import did, or would do: counts, and what is wrong with which row.
struct ImportDocument: Encodable {
    let rows: Int
    let created: Int
    /// Rows that changed what was there.
    let changed: Int
    /// Rows whose person or dwelling was there already.
    let unchanged: Int
    /// How often each thing was unusual, by its code; the rows were taken all the same.
    let warnings: [String: Int]
    let errors: [Problem]
    let dryRun: Bool
    /// To take it back with; absent for a dry run and for a file that was in already.
    let id: LedgerImportID?
    /// Whether exactly this file had been imported before.
    let repeated: Bool
    /// How the file was read.
    let reading: LedgerReading?

    struct Problem: Encodable {
        let row: Int
        let column: String
        let code: String
        let message: String

        init(_ problem: RowProblem, in language: Language) {
            row = problem.row
            column = problem.column
            code = problem.code
            message = problem.words(in: language)
        }
    }

    init(_ report: LedgerReport, dryRun: Bool, in language: Language) {
        rows = report.rows
        created = report.created
        changed = report.changed
        unchanged = report.unchanged
        warnings = report.warnings
        errors = report.problems.map { Problem($0, in: language) }
        self.dryRun = dryRun
        id = report.id
        repeated = report.isRepeat
        reading = report.reading
    }

    init(_ report: PeopleImportReport, dryRun: Bool, in language: Language) {
        rows = report.rows
        created = report.created
        changed = 0
        unchanged = report.known
        warnings = Dictionary(uniqueKeysWithValues: report.warnings.map { ($0.key.rawValue, $0.value) })
        errors = report.problems.map { Problem($0, in: language) }
        self.dryRun = dryRun
        id = nil
        repeated = false
        reading = report.reading
    }

    init(_ report: DwellingReport, dryRun: Bool, in language: Language) {
        rows = report.rows
        created = report.created
        changed = 0
        unchanged = report.unchanged
        warnings = [:]
        errors = report.problems.map { Problem($0, in: language) }
        self.dryRun = dryRun
        id = nil
        repeated = false
        reading = nil
    }

    /// Prints the counts, the first wrong rows, and all of them into a table if one was asked for.
    func print(json: Bool, problems path: String?) throws {
        if let path { try writeProblems(to: path) }
        if json { return try Console.say(json: self) }
        Console.say(
            "共 \(rows) 行：\(dryRun ? "将新增" : "新增") \(created)，更新 \(changed)，已有 \(unchanged)，有误 \(errors.count)",
            "\(rows) rows: \(created) \(dryRun ? "would be new" : "new"), \(changed) changed, \(unchanged) known, "
                + "\(errors.count) wrong"
        )
        if let reading, !reading.ignored.isEmpty {
            let names = reading.ignored.joined(separator: ", ")
            Console.note("未采用的列：\(names)", "columns not taken: \(names)")
        }
        for problem in errors.prefix(20) {
            Console.note(
                "第 \(problem.row) 行 \(problem.column)：\(problem.message)（\(problem.code)）",
                "row \(problem.row) \(problem.column): \(problem.message) (\(problem.code))"
            )
        }
    }

    private func writeProblems(to path: String) throws {
        let table = try TableOutput(path: path, force: true)
        try table.write(["row", "column", "code", "message"])
        for problem in errors {
            try table.write(["\(problem.row)", problem.column, problem.code, problem.message])
        }
        try table.finish()
    }
}
