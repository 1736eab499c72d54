import ArgumentParser
import Fanghu

/// Answers one question.
struct TerritoryDecide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Confirm or reject a doubtful match.",
        discussion: """
            fanghu territory decide 01910b9e-8a70-7c3c-9c5f-1f0a2b3c4d5e --confirm
            The id is the first word of a line of `fanghu territory proposals`.
            """
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
        switch answer {
        case .confirm: Console.say("已确认", "confirmed")
        case .reject: Console.say("已否定", "rejected")
        }
    }
}
