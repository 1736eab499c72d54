import ArgumentParser
import Fanghu

/// Gives an account a further role.
struct UserAppoint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appoint",
        abstract: "Give an account a further role in a place, from now on.",
        discussion: """
            fanghu user appoint wang --role director --scope 310105002001
            fanghu user appoint li --role volunteer --scope 310105002001 --until 2020-03-01
            Nobody becomes two of system, security and audit administrator. The roles are \(Role.names).
            """
    )

    @Argument(help: "The account's sign-in name.")
    var name: String

    @Option(help: "The role.")
    var role: Role

    @Option(help: "The code of the committee, township, district or city, 2 to 12 digits.")
    var scope: String

    @Option(help: "The first day on which it is over, YYYY-MM-DD.")
    var until: CivilDate?

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let assembly = try await Assembly(options, .asItIs)
        let place = try assembly.installation.place(scope)
        let service = assembly.accounts()
        let account = try await service.account(named: name)
        let end = until.map { $0.instant() }
        _ = try await service.appoint(account.id, as: role, at: place, until: end, by: assembly.console)
        let held = try await service.appointments(of: account.id, for: assembly.console)
        let document = AccountDocument(account, held, at: assembly.context.now)
        if json { try Console.say(json: document) } else { Console.say(document.line) }
    }
}
