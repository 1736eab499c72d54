import ArgumentParser

/// The divisions of a city.
struct TerritoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "territory",
        abstract: "Import the national list of divisions and count what is in it.",
        subcommands: [TerritoryImport.self, TerritoryCount.self, TerritoryProposals.self, TerritoryDecide.self]
    )
}
