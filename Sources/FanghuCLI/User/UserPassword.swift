import ArgumentParser
import Fanghu

/// Gives somebody who has forgotten theirs a new password.
struct UserPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Set a new password; the account's sessions end.",
        discussion: """
            fanghu user password wang --password-stdin <password.txt
            With --forget-second-factor somebody who has lost their phone can set a new one up.
            """
    )

    @Argument(help: "The account's sign-in name.")
    var name: String

    @Flag(help: "Read the password from the first line of the standard input.")
    var passwordStdin = false

    @Flag(help: "Take the second factor off.")
    var forgetSecondFactor = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard passwordStdin else { throw ValidationError("Give the password with --password-stdin.") }
    }

    func run() async throws {
        let password = try Console.readSecret()
        let assembly = try await Assembly(options, .asItIs)
        let service = assembly.accounts()
        let account = try await service.account(named: name)
        try await service.resetPassword(
            of: account.id,
            to: password,
            forgettingSecondFactor: forgetSecondFactor,
            by: assembly.console
        )
        Console.note("fanghu: \(account.name) 的密码已更新", "fanghu: \(account.name) has a new password")
    }
}
