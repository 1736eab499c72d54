import ArgumentParser
import Fanghu

/// Counts divisions.
struct TerritoryCount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: "Count the divisions below one, level by level.",
        discussion: "fanghu territory count --under 31 --json"
    )

    @Option(help: "The code of a division, 2 to 12 digits.")
    var under: String

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let installation = try await Installation(options, .asItIs)
        let id = try installation.place(under)
        guard let document = installation.territory.current.countDocument(under: id, in: Console.language) else {
            throw AccessRefusal.unknownPlace
        }
        if json {
            try Console.say(json: document)
        } else {
            Console.say("\(document.name) \(document.under)")
            for level in document.levels { Console.say("\(level.name)\t\(level.count)\t\(level.total)") }
        }
    }
}
