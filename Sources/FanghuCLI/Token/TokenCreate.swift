import ArgumentParser
import Fanghu

/// Makes a bearer token for an account.
struct TokenCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a bearer token for an account; it is shown once.",
        discussion: """
            fanghu token create --user wang --days 30
            curl -H "Authorization: Bearer TOKEN" http://127.0.0.1:8080/api/v1/observations
            """
    )

    @Option(help: "The account's sign-in name.")
    var user: String

    @Option(help: "For how many days it is valid.")
    var days = 90

    @Option(help: "What it is for.")
    var label = "api"

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        guard (1...3650).contains(days) else { throw ValidationError("--days is from 1 to 3650") }
        let assembly = try await Assembly(options, .asItIs)
        let accounts = assembly.accounts()
        let account = try await accounts.account(named: user)
        let token = try await assembly.sessions(accounts).makeToken(for: account, label: label, days: days)
        if json {
            try Console.say(json: ["token": token, "user": account.name])
        } else {
            Console.say(token)
        }
    }
}
