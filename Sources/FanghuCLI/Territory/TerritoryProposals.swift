import ArgumentParser
import Fanghu
import Store

/// Lists what imports left to a person.
struct TerritoryProposals: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proposals",
        abstract: "List the doubtful matches that wait for an answer."
    )

    @OptionGroup var database: DatabaseOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        try await Output.reporting {
            let database = try await database.open()
            let questions = try await TerritoryCommand.service(database).questions()
            try await database.close()
            let documents = questions.map { $0.document(in: Output.language) }
            if json { return try Output.json(documents) }
            for document in documents { Output.line("\(document.id) \(document.question)") }
        }
    }
}
