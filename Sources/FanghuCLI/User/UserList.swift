import ArgumentParser
import Fanghu

/// Lists the accounts.
struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the accounts and what they hold now, by name.",
        discussion: "fanghu user list --under 310105002 --json"
    )

    @Option(help: "Only those with a role at or below this division.")
    var under: String?

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    private static let pageLength = 200

    func run() async throws {
        let assembly = try await Assembly(options, .asItIs)
        let place = try under.map { try assembly.installation.place($0) }
        let service = assembly.accounts()
        var documents: [AccountDocument] = []
        var page: [Account] = []
        repeat {
            page = try await service.accounts(
                under: place,
                after: page.last?.name ?? "",
                limit: Self.pageLength,
                for: assembly.console
            )
            for account in page {
                let held = try await service.appointments(of: account.id, for: assembly.console)
                documents.append(AccountDocument(account, held, at: assembly.context.now))
            }
        } while page.count == Self.pageLength
        if json { return try Console.say(json: documents) }
        for document in documents { Console.say(document.line) }
    }
}
