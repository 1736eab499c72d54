import ArgumentParser
import Fanghu

/// Writes the list of divisions in force.
struct ExportTerritory: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "territory",
        abstract: "Write the list of divisions in force, as `territory import` takes it.",
        discussion: "fanghu export territory --under 310105 --output changning.csv"
    )

    @Option(help: "The division to begin with, 2 to 12 digits; all if not given.")
    var under: String?

    @OptionGroup var output: ExportOptions
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let installation = try await Installation(options, .asItIs)
        let territory = installation.territory.current
        let roots = try under.map { [try installation.place($0)] } ?? territory.roots
        try await output.write(["code", "name", "parent", "level", "id"]) { table in
            for division in roots.flatMap({ territory.subtree(of: $0) }) where !division.isRetired {
                let parent = division.parent.flatMap { territory.node($0) }
                try table.write([
                    division.code.text, division.name, parent?.code.text ?? "", "\(division.level.rawValue)",
                    division.id.text,
                ])
            }
        }
    }
}
