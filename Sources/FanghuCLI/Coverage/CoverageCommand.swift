import ArgumentParser

/// Who answers for which door.
struct CoverageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "What nobody answers for, and what nobody has heard from.",
        subcommands: [CoverageGaps.self]
    )
}
