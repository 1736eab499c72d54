import ArgumentParser
import Fanghu
import Store

/// Answers one question.
struct TerritoryDecide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Confirm or reject a doubtful match.",
        discussion: "Take the id from `territory proposals`."
    )

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "The id of the question.")
    var id: String

    @Flag(exclusivity: .exclusive, help: "The answer.")
    var answer: Answer

    enum Answer: String, EnumerableFlag {
        case confirm
        case reject
    }

    func validate() throws {
        if DivisionProposalID(id) == nil { throw ValidationError("no id of a question: \(id)") }
    }

    func run() async throws {
        try await Output.reporting {
            guard let id = DivisionProposalID(id) else { return }
            let database = try await database.open()
            let service = try await TerritoryCommand.service(database)
            try await service.decide(id, confirm: answer == .confirm, by: TerritoryCommand.actor)
            try await database.close()
            Output.line(answer == .confirm ? "confirmed" : "rejected")
        }
    }
}
