import ArgumentParser
import Fanghu

/// Makes an account with its first role.
struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make an account with a role in a place.",
        discussion: """
            The password is read from the standard input, so that no list of processes shows it:
              fanghu user add wang --role communityWorker --scope 310105002001 --password-stdin <password.txt
            The roles are \(Role.names).
            """
    )

    @Argument(help: "What is typed at sign-in.")
    var name: String

    @Option(help: "The role, such as communityWorker.")
    var role: Role

    @Option(help: "The code of the committee, township, district or city, 2 to 12 digits.")
    var scope: String

    @Option(help: "The name that pages show.")
    var displayName: String?

    @Flag(help: "Read the password from the first line of the standard input.")
    var passwordStdin = false

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard passwordStdin else { throw ValidationError("Give the password with --password-stdin.") }
    }

    func run() async throws {
        let password = try Console.readSecret()
        let assembly = try await Assembly(options, .migrate)
        let place = try assembly.installation.place(scope)
        let draft = AccountService.Draft(
            name: name,
            displayName: displayName ?? "",
            password: password,
            role: role,
            place: place
        )
        let account = try await assembly.accounts().add(draft, by: assembly.console)
        let document = AccountDocument(account, [.init(role: role, scope: place)])
        if json { try Console.say(json: document) } else { Console.say(document.line) }
    }
}
