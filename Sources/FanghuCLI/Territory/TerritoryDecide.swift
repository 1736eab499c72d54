import ArgumentParser
import Fanghu

/// Answers one question.
struct TerritoryDecide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Confirm or reject a doubtful match.",
        discussion: "Take the id from `territory proposals`."
    )

    @Argument(help: "The id of the question.")
    var id: String

    @Flag(exclusivity: .exclusive, help: "The answer.")
    var answer: Answer

    @OptionGroup var options: GlobalOptions

    enum Answer: String, EnumerableFlag {
        case confirm
        case reject
    }

    func validate() throws {
        if DivisionProposalID(id) == nil { throw ValidationError("no id of a question: \(id)") }
    }

    func run() async throws {
        guard let id = DivisionProposalID(id) else { return }
        let installation = try await Installation(options, .asItIs)
        try await installation.territoryService.decide(id, confirm: answer == .confirm, by: installation.console)
        Console.say(answer == .confirm ? "confirmed" : "rejected")
    }
}
