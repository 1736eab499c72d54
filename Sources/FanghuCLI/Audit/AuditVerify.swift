import ArgumentParser
import Fanghu

/// Walks every hash chain of the record of acts.
struct AuditVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Recompute every digest of the record of acts.",
        discussion: """
            fanghu audit verify --json
            Ends with 3 and names committee, number and kind of each fault (gap, altered, head) if anything was removed
            or changed.
            """
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
        let installation = try await Installation(options, .asItIs)
        let bar = ProgressBar("audit")
        let report = try await installation.audit.verify { bar.show($0) }
        bar.end()
        let ok = report.faults.isEmpty
        if json {
            try Console.say(
                json: Document(ok: ok, chains: report.chains, entries: report.entries, faults: report.faults)
            )
        } else {
            Console.say(
                "\(report.chains) 条链，\(report.entries) 条记录，\(report.faults.count) 处异常",
                "\(report.entries) entries in \(report.chains) chains, \(report.faults.count) faults"
            )
            for fault in report.faults { Console.say("\(fault.committee) \(fault.sequence) \(fault.kind.rawValue)") }
        }
        guard ok else { throw ExitCode(CommandFailure.differences) }
    }
}
