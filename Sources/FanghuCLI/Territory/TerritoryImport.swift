import ArgumentParser
import Fanghu
import Foundation

/// Imports a yearly list of divisions.
struct TerritoryImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import a list of 12-digit division codes, over last year's if there is one.",
        discussion: """
            fanghu territory import shanghai.csv --dry-run --json
            Next year's list keeps our own ids: what was renumbered, renamed or moved stays the same committee, and what
            is doubtful is listed for somebody to decide.
            """
    )

    @Argument(help: "The file: CSV with code and name, UTF-8 or GB18030.")
    var file: String

    @Flag(help: "Do everything and take it back: the report is that of the import.")
    var dryRun = false

    @Option(help: "The day from which the list holds, YYYY-MM-DD; today if not given.")
    var asOf: String?

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let day = try asOf.map { text in
            guard let day = CivilDate(text) else { throw ValidationError("--as-of is a day, YYYY-MM-DD") }
            return day
        }
        let bytes = try InputFile(file).bytes()
        let installation = try await Installation(options, .migrate)
        let report = try await installation.territoryService.importEdition(
            bytes,
            named: URL(fileURLWithPath: file).lastPathComponent,
            asOf: day,
            dryRun: dryRun,
            by: installation.console
        )
        let document = report.document(in: Console.language)
        if json {
            try Console.say(json: document)
        } else {
            Console.say(
                "共 \(document.rows) 行：新增 \(document.created)，变更 \(document.changed)，"
                    + "不变 \(document.unchanged)，撤销 \(document.retired)，有误 \(document.errors.count)，"
                    + "待确认 \(document.proposals.count)",
                "rows \(document.rows), created \(document.created), changed \(document.changed), "
                    + "unchanged \(document.unchanged), retired \(document.retired), errors \(document.errors.count), "
                    + "to decide \(document.proposals.count)"
            )
            for error in document.errors.prefix(20) {
                Console.note(
                    "第 \(error.row) 行 \(error.column)：\(error.message)（\(error.code)）",
                    "row \(error.row) \(error.column): \(error.message) (\(error.code))"
                )
            }
        }
    }
}
