import ArgumentParser

/// Writes what is in the registers as CSV.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write divisions, figures or observations as CSV; never a name or a number of a person.",
        subcommands: [ExportTerritory.self, ExportFigures.self, ExportObservations.self]
    )
}
