import ArgumentParser
import Fanghu
import Foundation

/// Fills an empty database with a demonstration township.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Fill an empty database with a township of invented people, and say how to sign in.",
        discussion: """
            fanghu demo
            fanghu demo --township 310105002 --json
            Divisions are real, people are not: identity numbers and phones are such that nobody can have them. The rules
            of February 2020 are in force again in that township, as a drill. A second call changes nothing.
            """
    )

    @Option(help: "The code of the township.")
    var township = "310105002"

    @Option(help: "Play until this moment of the past instead of now, such as 2020-03-01T10:00:00+08:00.")
    var until: Instant?

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let now = Context.live.now
        let furnishing = DemoFurnishing(options: options, code: township, end: min(until ?? now, now))
        let report = try await furnishing.run()
        if json { return try Console.say(json: report) }
        for line in report.lines(in: Console.language) { Console.say(line) }
    }
}
