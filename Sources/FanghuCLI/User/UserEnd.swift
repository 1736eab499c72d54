import ArgumentParser
import Fanghu

/// Ends a role.
struct UserEnd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "End a role that an account holds in a place; its access ends at once.",
        discussion: "fanghu user end wang --role director --scope 310105002001"
    )

    @Argument(help: "The account's sign-in name.")
    var name: String

    @Option(help: "The role.")
    var role: Role

    @Option(help: "The code of the place, 2 to 12 digits.")
    var scope: String

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let assembly = try await Assembly(options, .asItIs)
        let place = try assembly.installation.place(scope)
        let service = assembly.accounts()
        let account = try await service.account(named: name)
        let now = assembly.context.now
        let held = try await service.appointments(of: account.id, for: assembly.console)
        let ending = held.filter { $0.role == role && $0.place == place && $0.isInForce(at: now) }
        guard !ending.isEmpty else { throw CommandRefusal.accountWithoutRole(name: account.name, role: role) }
        for appointment in ending { try await service.end(appointment, of: account.id, by: assembly.console) }
        let left = try await service.appointments(of: account.id, for: assembly.console)
        let document = AccountDocument(account, left, at: assembly.context.now)
        if json { try Console.say(json: document) } else { Console.say(document.line) }
    }
}
