import ArgumentParser
import Fanghu
import Foundation
import Store

/// Imports a yearly list of divisions.
struct TerritoryImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import the national 12-digit list over the present one.",
        discussion: """
            Columns are found by their headings: code and name must be there; parent, level and urban–rural class may \
            be. Divisions that were renumbered, renamed or moved keep their own id; what is doubtful waits for \
            `territory decide`. Rows that cannot be used are listed, and the others are imported.
            """
    )

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "The list: CSV in UTF-8, UTF-16 or GB18030.", completion: .file(extensions: ["csv"]))
    var file: String

    @Flag(help: "Report what would happen and change nothing.")
    var dryRun = false

    @Option(help: "The day from which the list holds, YYYY-MM-DD; today when absent.")
    var asOf: String?

    @Flag(help: "Print the report as JSON.")
    var json = false

    func validate() throws {
        if let asOf, CivilDate(asOf) == nil { throw ValidationError("--as-of is no day: \(asOf)") }
    }

    func run() async throws {
        try await Output.reporting {
            let url = URL(filePath: file)
            let bytes = try Array(Data(contentsOf: url))
            let database = try await database.open()
            let report = try await TerritoryCommand.service(database)
                .importEdition(
                    bytes,
                    named: url.lastPathComponent,
                    asOf: asOf.flatMap { CivilDate($0) },
                    dryRun: dryRun,
                    by: TerritoryCommand.actor
                )
            try await database.close()
            try print(report.document(in: Output.language))
        }
    }

    private func print(_ report: EditionReport.Document) throws {
        guard !json else { return try Output.json(report) }
        for problem in report.errors {
            Output.line("line \(problem.row), \(problem.column): \(problem.message) [\(problem.code)]")
        }
        for proposal in report.proposals { Output.line("? \(proposal.id) \(proposal.question)") }
        Output.line(
            """
            \(report.rows) rows: \(report.created) created, \(report.changed) changed, \(report.unchanged) unchanged, \
            \(report.retired) retired, \(report.errors.count) problems, \(report.proposals.count) questions
            """
        )
    }
}
