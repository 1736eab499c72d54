import ArgumentParser

/// Takes files into the registers.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take a ledger of persons or dwellings into the register.",
        subcommands: [ImportPersons.self, ImportDwellings.self]
    )
}
