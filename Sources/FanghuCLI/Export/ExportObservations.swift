import ArgumentParser
import Fanghu

/// Writes the observations of a place.
struct ExportObservations: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "observations",
        abstract: "Write the observations of a place: states and days, without names.",
        discussion: "fanghu export observations --under 310105002 --part active --output active.csv"
    )

    @Option(help: "The place, 2 to 12 digits; everything if not given.")
    var under: String?

    @Option(help: "all, preparing, active or ended.")
    var part = ObservationPart.all

    @OptionGroup var output: ExportOptions
    @OptionGroup var options: GlobalOptions

    private static let heading = [
        "committee", "id", "state", "fever", "breach", "mode", "protocol", "class", "firstDay", "lastDay", "opened",
        "begun", "ended",
    ]

    func run() async throws {
        let assembly = try await Assembly(options, .asItIs)
        let place = try under.map { try assembly.installation.place($0) }
        let service = assembly.observations
        let bar = ProgressBar("observations")
        try await output.write(Self.heading) { table in
            var key: ObservationKey? = .start
            while let after = key {
                let page = try await service.list(under: place, part, after: after, limit: 200, for: assembly.console)
                for row in page.rows { try table.write(Self.fields(row)) }
                bar.show(table.count, of: page.matched)
                key = page.next
            }
            bar.end()
        }
    }

    private static func fields(_ row: ObservationRow) -> [String] {
        let conditions = row.state.conditions
        return [
            row.key.committee.text, row.key.id.text, row.state.name, conditions.isFeverish ? "1" : "0",
            conditions.isBreached ? "1" : "0", row.mode.rawValue, row.version.text, row.riskClass, row.firstDay.iso,
            row.lastDay.iso, row.createdAt.iso, row.activeFrom?.iso ?? "", row.endedAt?.iso ?? "",
        ]
    }
}

extension ObservationPart: ExpressibleByArgument {}
