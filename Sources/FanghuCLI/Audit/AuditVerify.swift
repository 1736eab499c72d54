import ArgumentParser
import Fanghu

/// Walks every hash chain of the record of acts.
struct AuditVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Recompute every digest of the record of acts; end with 3 if anything was altered.",
        discussion: "fanghu audit verify --json"
    )

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    /// The report with its verdict.
    private struct Document: Encodable {
        let ok: Bool
        let chains: Int
        let entries: Int
        let faults: [AuditService.Report.Fault]
    }

    func run() async throws {
        let assembly = try await Assembly(options, .asItIs)
        let report = try await assembly.audit.verify()
        if json {
            try Console.say(
                json: Document(
                    ok: report.faults.isEmpty,
                    chains: report.chains,
                    entries: report.entries,
                    faults: report.faults
                )
            )
        } else {
            Console.say("\(report.entries) entries in \(report.chains) chains, \(report.faults.count) faults")
            for fault in report.faults { Console.say("\(fault.committee) \(fault.sequence) \(fault.kind.rawValue)") }
        }
        guard report.faults.isEmpty else { throw ExitCode(CommandFailure.differences) }
    }
}
