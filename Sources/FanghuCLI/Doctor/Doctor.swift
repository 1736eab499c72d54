import ArgumentParser
import Fanghu

/// Looks whether everything is in place, and says what to do where it is not.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check database, keys, files, disk, clock and accounts, and say what to do.",
        discussion: """
            fanghu doctor
            fanghu doctor --database sqlite:township.sqlite --json
            Every line is ok, warn or fail. Ends with 3 if anything failed; it changes nothing.
            """
    )

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    /// The findings with their verdict.
    private struct Document: Encodable {
        let ok: Bool
        let findings: [DoctorFinding]
    }

    func run() async throws {
        var findings = MachineRound(options: options).findings()
        findings.append(await WorkbookRound(options: options).finding())
        findings += await DatabaseRound(options: options).findings()
        let ok = !findings.contains { $0.state == .fail }
        if json {
            try Console.say(json: Document(ok: ok, findings: findings))
        } else {
            for finding in findings { Console.say(finding.line) }
        }
        guard ok else { throw ExitCode(CommandFailure.differences) }
    }
}
