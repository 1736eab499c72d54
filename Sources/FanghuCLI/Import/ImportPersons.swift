import ArgumentParser
import Fanghu

/// Takes a ledger of persons into the register.
struct ImportPersons: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "persons",
        abstract: "Take a CSV of persons into the register; who is known already is not taken twice.",
        discussion: """
            fanghu import persons residents.csv --under 310105002 --dry-run
            fanghu import persons residents.csv --under 310105002 --problems wrong.csv --json
            Columns: name (姓名), document (身份证号码), documentKind, phone (手机), address (地址), committee (居委, by name or
            code), sex, birthDate, nationality, registeredDivision. Wrong rows are left out and reported; the others are taken.
            """
    )

    @Argument(help: "The file: CSV, UTF-8 or GB18030; - is the standard input.")
    var file: String

    @Option(help: "The division that the file is from, 2 to 12 digits.")
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
        let bar = ProgressBar("persons")
        let report = try await assembly.peopleImport.run(
            bytes,
            under: place,
            dryRun: dryRun,
            by: assembly.console,
            progress: { bar.show($0, of: $1) }
        )
        bar.end()
        try ImportDocument(report, dryRun: dryRun, in: Console.language).print(json: json, problems: problems)
    }
}
