import ArgumentParser
import Fanghu

/// Takes a ledger of persons into the register.
struct ImportPersons: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "persons",
        abstract: "Take a ledger of persons into the register; who is known already is not taken twice.",
        discussion: """
            fanghu import persons 居民.xlsx --committee 310105002001 --dry-run
            fanghu import persons residents.csv --under 310105002 --problems wrong.csv --json
            Columns: name (姓名), document (身份证号码), documentKind, phone (手机), address (地址), committee (居委, by name or
            code), sex, birthDate, nationality, registeredDivision. Several people in a cell become several persons. Wrong
            rows are left out and reported; the others are taken. With --committee the import can be taken back.
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Option(help: "The code of the one committee that the file is of, 12 digits.")
    var committee: String?

    @Option(help: "The division that the file is from, where rows name their committee; 2 to 12 digits.")
    var under: String?

    func run() async throws {
        if let committee { return try await ledger.run(.persons, committee: committee) }
        let (file, map) = try ledger.sources()
        let assembly = try await Assembly(ledger.global, .migrate)
        let place = try under.map { try assembly.installation.place($0) }
        let bar = ProgressBar("persons")
        let report = try await assembly.peopleImport.run(
            try await assembly.ledgers.table(of: file, sheet: map.sheet),
            map: map,
            under: place,
            dryRun: ledger.dryRun,
            by: assembly.console,
            progress: { bar.show($0, of: $1) }
        )
        bar.end()
        try ImportDocument(report, dryRun: ledger.dryRun, in: Console.language)
            .print(json: ledger.json, problems: ledger.problems)
    }
}
