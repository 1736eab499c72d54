import ArgumentParser
import Fanghu

/// Lists the tokens of an account.
struct TokenList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the tokens of an account that have not run out; the tokens themselves are known to nobody.",
        discussion: "fanghu token list --user wang"
    )

    @Option(help: "The account's sign-in name.")
    var user: String

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    /// A token as the command shows it.
    struct Document: Encodable {
        let id: String
        let label: String
        let createdAt: String
        let expiresAt: String

        init(_ token: TokenInfo) {
            id = token.id.text
            label = token.label
            createdAt = token.createdAt.iso
            expiresAt = token.expiresAt.iso
        }
    }

    func run() async throws {
        let assembly = try await Assembly(options, .asItIs)
        let accounts = assembly.accounts()
        let account = try await accounts.account(named: user)
        let documents = try await assembly.sessions(accounts).tokens(of: account.id).map(Document.init)
        if json { return try Console.say(json: documents) }
        for document in documents {
            Console.say([document.id, document.label, document.createdAt, document.expiresAt].joined(separator: "\t"))
        }
    }
}
