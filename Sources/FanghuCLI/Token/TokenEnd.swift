import ArgumentParser
import Fanghu

/// Ends a token.
struct TokenEnd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "End a token at once, as when a program is retired or its token was seen by others.",
        discussion: "fanghu token end --user wang 0195f3c4-0000-7000-8000-000000000001"
    )

    @Argument(help: "The token's id, as `token list` shows it.")
    var id: String

    @Option(help: "The account's sign-in name.")
    var user: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        guard let token = SessionID(id) else { throw ValidationError("no id of a token: \(id)") }
        let assembly = try await Assembly(options, .asItIs)
        let accounts = assembly.accounts()
        let account = try await accounts.account(named: user)
        try await assembly.sessions(accounts).endToken(token, of: account.id)
    }
}
