import ArgumentParser

/// Accounts of staff.
struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Make and list the accounts of staff.",
        subcommands: [UserAdd.self, UserList.self]
    )
}
