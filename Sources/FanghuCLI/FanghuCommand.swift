import ArgumentParser

/// The command line.
@main
struct FanghuCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fanghu",
        abstract: "A community protection net: epidemic response house by house.",
        subcommands: [TerritoryCommand.self]
    )

    @OptionGroup var database: DatabaseOptions
}
