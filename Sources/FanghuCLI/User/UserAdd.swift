import ArgumentParser
import Fanghu

/// Makes an account with its first role.
struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make an account with a role in a place.",
        discussion: """
            The password is read from the standard input, so that no list of processes shows it:
              echo 'a long password' | fanghu user add wang --role communityWorker --scope 310105002001 --password-stdin
            Roles: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).
            """
    )

    @Argument(help: "What is typed at sign-in.")
    var name: String

    @Option(help: "The role, such as communityWorker.")
    var role: String

    @Option(help: "The code of the committee, township, district or city.")
    var scope: String

    @Option(help: "The name that pages show.")
    var displayName: String?

    @Flag(help: "Read the password from the first line of the standard input.")
    var passwordStdin = false

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        guard passwordStdin else { throw ValidationError("give the password with --password-stdin") }
        guard let role = Role(rawValue: role) else {
            throw ValidationError("no such role; there are \(Role.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        guard let password = Console.readSecret() else { throw AccessRefusal.passwordTooWeak }
        let assembly = try await Assembly(options, .migrate)
        guard let place = DivisionID(scope), assembly.territory.current.node(place) != nil else {
            throw AccessRefusal.unknownPlace
        }
        let draft = AccountService.Draft(
            name: name,
            displayName: displayName ?? "",
            password: password,
            role: role,
            place: place
        )
        let account = try await assembly.accounts().add(draft, by: assembly.console)
        if json {
            try Console.say(json: AccountDocument(account, role: role, place: place))
        } else {
            Console.say("\(account.name) \(role.rawValue) \(place)")
        }
    }
}

/// An account in JSON.
struct AccountDocument: Encodable {
    let id: AccountID
    let name: String
    let displayName: String
    let role: Role?
    let scope: DivisionID?
    let closed: Bool

    init(_ account: Account, role: Role? = nil, place: DivisionID? = nil) {
        id = account.id
        name = account.name
        displayName = account.displayName
        self.role = role
        scope = place
        closed = account.isClosed
    }
}
