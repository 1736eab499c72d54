import ArgumentParser
import Fanghu
import Foundation

/// What every import of a ledger is told.
struct LedgerOptions: ParsableArguments {
    @Argument(help: "The file: XLSX, XLS, or CSV in UTF-8 or GB18030; - is the standard input.")
    var file: String

    @Option(help: "The sheet of a workbook; the first that is not empty if absent.")
    var sheet: String?

    @Option(help: "A YAML file that says which column is what, where the guess is wrong.")
    var map: String?

    @Flag(help: "Do everything and take it back: the report is that of the import.")
    var dryRun = false

    @Option(help: "Write the wrong rows into this XLSX, each with what is wrong, to correct and send again.")
    var report: String?

    @Option(help: "Write the wrong rows into this CSV: row, column, code, message.")
    var problems: String?

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var global: GlobalOptions

    /// The file's content with how it is to be read.
    func sources() throws -> (file: LedgerService.File, map: LedgerMap) {
        let input = InputFile(file)
        var mapping = LedgerMap()
        if let map {
            let name = URL(fileURLWithPath: map).lastPathComponent
            let text = String(decoding: try InputFile(map).bytes(), as: UTF8.self)
            mapping = try LedgerMap(document: name, yaml: text)
        }
        if let sheet { mapping.sheet = sheet }
        return (LedgerService.File(name: input.name, bytes: try input.bytes()), mapping)
    }

    /// Imports into one committee, prints the report and writes the tables that were asked for.
    func run(_ kind: LedgerKind, committee code: String) async throws {
        let (file, mapping) = try sources()
        let assembly = try await Assembly(global, .migrate)
        let committee = try assembly.installation.place(code)
        let bar = ProgressBar(kind.rawValue)
        let report = try await assembly.ledgers.run(
            kind,
            file,
            map: mapping,
            of: committee,
            dryRun: dryRun,
            by: assembly.console,
            progress: { bar.show($0, of: $1) }
        )
        bar.end()
        if let path = self.report, !report.problems.isEmpty {
            let language = Console.language
            let bytes = try await assembly.ledgers.corrections(of: report, file, map: mapping, in: language)
            try Data(bytes).write(to: URL(fileURLWithPath: path))
        }
        try ImportDocument(report, dryRun: dryRun, in: Console.language).print(json: json, problems: problems)
    }
}
