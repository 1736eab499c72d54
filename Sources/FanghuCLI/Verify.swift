import ArgumentParser
import Fanghu

/// Recounts every figure and checks the invariants that span rooms.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Count every figure again from the facts, and check what must always hold.",
        discussion: """
            fanghu verify --json
            Ends with 3 if a figure differs from its facts or an invariant is broken; it changes nothing.
            """
    )

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    /// The report as scripts read it.
    private struct Document: Encodable {
        let ok: Bool
        let checked: [String: Int]
        let differences: [CounterDifference]
        let violations: [VerificationService.Violation]

        init(_ report: VerificationService.Report) {
            ok = report.ok
            checked = ["counters": report.counters, "invariants": VerificationService.invariantCount]
            differences = report.differences
            violations = report.violations
        }
    }

    func run() async throws {
        let installation = try await Installation(options, .asItIs)
        let report = try await installation.verification.verify()
        if json {
            try Console.say(json: Document(report))
        } else {
            Self.print(report)
        }
        guard report.ok else { throw ExitCode(CommandFailure.differences) }
    }

    private static func print(_ report: VerificationService.Report) {
        if report.ok {
            return Console.say(
                "\(report.counters) 个数字与事实相符",
                "\(report.counters) figures agree with the facts"
            )
        }
        for difference in report.differences {
            let day = difference.day?.iso ?? Words("累计", "total")(in: Console.language)
            let place = "\(difference.committee) \(difference.indicator) \(day)"
            Console.say(
                "\(place)：重算 \(difference.counted)，记录 \(difference.recorded)",
                "\(place): counted \(difference.counted), recorded \(difference.recorded)"
            )
        }
        for violation in report.violations {
            Console.say("\(violation.invariant) \(violation.committee) \(violation.subject)")
        }
    }
}
