import ArgumentParser

/// Takes files into the registers.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take the ledgers that a committee has into the register, list them, and take one back.",
        subcommands: [
            ImportHouseholds.self, ImportPersons.self, ImportPremises.self, ImportDwellings.self, ImportList.self,
            ImportUndo.self,
        ]
    )
}
