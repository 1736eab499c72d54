import ArgumentParser

/// The rules by which arrivals are treated.
struct ProtocolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protocol",
        abstract: "Show the rules in force, and begin or end a drill with older ones.",
        subcommands: [ProtocolList.self, DrillBegin.self, DrillEnd.self]
    )
}
