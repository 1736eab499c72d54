import ArgumentParser
import Fanghu

/// Lists what imports left to a person.
struct TerritoryProposals: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proposals",
        abstract: "List the doubtful matches that wait for an answer.",
        discussion: """
            fanghu territory proposals --json
            Answer each with `fanghu territory decide ID --confirm` or `--reject`.
            """
    )

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let installation = try await Installation(options, .asItIs)
        let documents = try await installation.territoryService.questions().map { $0.document(in: Console.language) }
        if json { return try Console.say(json: documents) }
        for document in documents { Console.say("\(document.id) \(document.question)") }
    }
}
