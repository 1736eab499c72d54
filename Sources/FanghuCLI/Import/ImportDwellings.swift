import ArgumentParser
import Fanghu

/// Takes a list of dwellings into the register.
struct ImportDwellings: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dwellings",
        abstract: "Take a CSV of dwellings into the register, with the buildings they lie in.",
        discussion: """
            fanghu import dwellings houses.csv --under 310105002 --dry-run --json
            Columns: committee (居委, by name or code), address (地址), compound (小区). A dwelling that is there already is not
            made twice, however its address is written.
            """
    )

    @Argument(help: "The file: CSV, UTF-8 or GB18030; - is the standard input.")
    var file: String

    @Option(help: "The division in which committees are looked for by name, 2 to 12 digits.")
    var under: String?

    @Flag(help: "Do everything and take it back: the report is that of the import.")
    var dryRun = false

    @Option(help: "Write the wrong rows into this CSV.")
    var problems: String?

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let bytes = try InputFile(file).bytes()
        let assembly = try await Assembly(options, .migrate)
        let place = try under.map { try assembly.installation.place($0) }
        let report = try await assembly.places.importDwellings(
            bytes,
            under: place,
            dryRun: dryRun,
            by: assembly.console
        )
        try ImportDocument(report, dryRun: dryRun, in: Console.language).print(json: json, problems: problems)
    }
}
