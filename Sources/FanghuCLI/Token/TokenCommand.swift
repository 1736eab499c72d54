import ArgumentParser

/// Tokens for programs that use the API.
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Make, list and end tokens for programs that use the API.",
        subcommands: [TokenCreate.self, TokenList.self, TokenEnd.self]
    )
}
