import ArgumentParser

/// Accounts of staff.
struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Make, list and end the accounts of staff and their roles.",
        subcommands: [
            UserAdd.self, UserList.self, UserAppoint.self, UserEnd.self, UserPassword.self, UserClose.self,
        ]
    )
}
