import ArgumentParser
import Fanghu
import Store

/// Everything about divisions.
struct TerritoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "territory",
        abstract: "Divisions: import yearly lists, count, answer the questions they leave.",
        subcommands: [TerritoryImport.self, TerritoryCount.self, TerritoryProposals.self, TerritoryDecide.self]
    )

    /// The room's service for whoever may open the database itself.
    static func service(_ database: Database) async throws -> TerritoryService {
        let territory = try await TerritoryInForce(database)
        return TerritoryService(
            database: database,
            territory: territory,
            policy: Policy(ranges: { territory.current.ranges(under: $0) }),
            context: .live
        )
    }

    /// Who acts: the person at the machine, without an account.
    static let actor = Actor.system(job: "command")
}
