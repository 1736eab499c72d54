import Fanghu

/// The figures of one place: cards for the whole, a row for each place below.
struct FiguresPage: Page {
    static let template = "figures-page"

    struct Card {
        let key: String
        let label: Words
        let value: String
        let isGrave: Bool
    }

    struct Row {
        let name: String
        let link: String?
        let cells: [Cell]
    }

    struct Cell {
        let key: String
        let value: String
    }

    struct Column {
        let label: Words
        let isToday: Bool
    }

    let place: String
    let crumbs: [Crumb]
    let day: String
    let isToday: Bool
    let live: String?
    let cards: [Card]
    let columns: [Column]
    let rows: [Row]

    /// What is shown of each place: today's events, then what is open now.
    private static let shown: [(indicator: Indicator, isToday: Bool)] = [
        (.arrivalsRegistered, true), (.observationsActive, false), (.dayRecords, true), (.feversOpen, false),
        (.slotsMissed, true), (.tasksOpen, false), (.observationsReleased, false),
    ]

    init(_ report: FiguresReport, isToday: Bool, may: (DivisionID) -> Bool) {
        place = report.place.name
        crumbs = report.path.filter { !$0.isHeading }
            .map { division in
                let isHere = division.id == report.place.id
                return Crumb(
                    division.name,
                    link: isHere || !may(division.id) ? nil : FiguresAddress.place(.of(division.id)).path
                )
            }
        day = report.day.iso
        self.isToday = isToday
        live = isToday ? FiguresAddress.live(.of(report.place.id)).path : nil
        let cells = FiguresPage.cells(of: report)
        cards = FiguresPage.shown.map { column in
            let key = FiguresPage.key(report.place.id, column)
            let value = cells[key] ?? "0"
            return Card(
                key: key,
                label: column.indicator.words,
                value: value,
                isGrave: column.indicator == .feversOpen && value != "0"
            )
        }
        columns = FiguresPage.shown.map { Column(label: $0.indicator.words, isToday: $0.isToday) }
        rows = report.rows.map { row in
            Row(
                name: row.place.name,
                link: FiguresAddress.place(.of(row.place.id)).path,
                cells: FiguresPage.shown.map { column in
                    let key = FiguresPage.key(row.place.id, column)
                    return Cell(key: key, value: cells[key] ?? "0")
                }
            )
        }
    }

    /// Every number of the page by the key of its cell, for the page and for its stream alike.
    static func cells(of report: FiguresReport) -> [String: String] {
        var cells: [String: String] = [:]
        for row in report.rows + [report.total] {
            for column in shown {
                let figures = column.isToday ? row.today : row.cumulative
                cells[key(row.place.id, column)] = Listing.grouped(figures[column.indicator] ?? 0)
            }
        }
        return cells
    }

    private static func key(_ place: DivisionID, _ column: (indicator: Indicator, isToday: Bool)) -> String {
        "\(place)-\(column.indicator.name)"
    }
}
