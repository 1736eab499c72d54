import ArgumentParser
import Fanghu

/// Closes an account.
struct UserClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close an account: its sessions, tokens and roles end at once.",
        discussion: """
            fanghu user close wang
            What the account did stays in the record of acts under its name, so it is never deleted and its name is not
            given away again.
            """
    )

    @Argument(help: "The account's sign-in name.")
    var name: String

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let assembly = try await Assembly(options, .asItIs)
        let service = assembly.accounts()
        let account = try await service.account(named: name)
        try await service.close(account.id, by: assembly.console)
        let closed = AccountDocument(try await service.account(named: name), [])
        if json { try Console.say(json: closed) } else { Console.say(closed.line) }
    }
}
