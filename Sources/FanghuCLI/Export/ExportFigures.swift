import ArgumentParser
import Fanghu

/// Writes the figures of a place and of each place directly below it.
struct ExportFigures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Write the figures of a place and of those directly below it, one row each.",
        discussion: "fanghu export figures --under 310105 --day 2020-02-10 --output figures.csv"
    )

    @Option(help: "The place, 2 to 12 digits.")
    var under: String

    @Option(help: "The day, YYYY-MM-DD; today if not given.")
    var day: CivilDate?

    @OptionGroup var output: ExportOptions
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let installation = try await Installation(options, .asItIs)
        let report = try await installation.figures.report(
            under: installation.place(under),
            on: day,
            for: installation.console
        )
        let events = Indicator.allCases.filter { !$0.isGauge }
        let heading =
            ["place", "name", "day"] + events.map { "\($0.name)Today" } + Indicator.allCases.map(\.name)
        try await output.write(heading) { table in
            for row in report.rows + [report.total] {
                let today = events.map { "\(row.today[$0] ?? 0)" }
                let total = Indicator.allCases.map { "\(row.cumulative[$0] ?? 0)" }
                try table.write([row.place.id.text, row.place.name, report.day.iso] + today + total)
            }
        }
    }
}
