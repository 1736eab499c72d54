import ArgumentParser
import Fanghu
import Store

/// Counts divisions.
struct TerritoryCount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: "Count the divisions of each level below one of them.",
        discussion: "Quasi-townships and virtual communities are in `total` and not in `count`."
    )

    @OptionGroup var database: DatabaseOptions

    @Option(help: "A code of 2 to 12 digits, such as 310105.")
    var under: String

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if DivisionID(under) == nil { throw ValidationError("--under is no code: \(under)") }
    }

    func run() async throws {
        try await Output.reporting {
            guard let id = DivisionID(under) else { return }
            let database = try await database.open()
            let territory = try await TerritoryInForce(database).current
            try await database.close()
            let place = territory.node(code: DivisionCode(id))?.id ?? id
            guard let counts = territory.countDocument(under: place, in: Output.language) else {
                throw TerritoryRefusal.divisionUnknown(id)
            }
            if json { return try Output.json(counts) }
            Output.line(counts.name)
            for level in counts.levels { Output.line("\(level.level) \(level.name): \(level.count) of \(level.total)") }
        }
    }
}
