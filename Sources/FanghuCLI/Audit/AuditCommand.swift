import ArgumentParser

/// The record of acts.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Check the record of acts.",
        subcommands: [AuditVerify.self]
    )
}
