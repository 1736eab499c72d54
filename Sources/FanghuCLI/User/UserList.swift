import ArgumentParser
import Fanghu

/// Lists the accounts.
struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the accounts, by name.",
        discussion: "fanghu user list --under 310105002 --json"
    )

    @Option(help: "Only those with a role at or below this division.")
    var under: String?

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let assembly = try await Assembly(options, .asItIs)
        let place = try under.map { text in
            guard let id = DivisionID(text) else { throw AccessRefusal.unknownPlace }
            return id
        }
        var all: [Account] = []
        repeat {
            let page = try await assembly.accounts()
                .accounts(under: place, after: all.last?.name ?? "", limit: 200, for: assembly.console)
            all += page
            guard page.count == 200 else { break }
        } while true
        if json {
            try Console.say(json: all.map { AccountDocument($0) })
        } else {
            for account in all { Console.say("\(account.name)\t\(account.displayName)") }
        }
    }
}
