import ArgumentParser
import Fanghu

/// Recounts every figure and checks the invariants that span rooms.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Count every figure again from the facts; end with 3 if anything differs.",
        discussion: "fanghu verify --json"
    )

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let assembly = try await Assembly(options, .asItIs)
        let report = try await VerificationService(database: assembly.database).verify()
        if json {
            try Console.say(json: report)
        } else {
            Console.say(report.ok ? "ok: \(report.counters) figures agree with the facts" : "not ok")
            for difference in report.differences {
                let day = difference.day?.iso ?? "total"
                Console.say(
                    "\(difference.committee) \(difference.indicator) \(day): "
                        + "counted \(difference.counted), recorded \(difference.recorded)"
                )
            }
            for violation in report.violations {
                Console.say("\(violation.invariant) \(violation.committee) \(violation.subject)")
            }
        }
        guard report.ok else { throw ExitCode(CommandFailure.differences) }
    }
}
