import Fanghu

/// The figures of one place: cards for the whole, a row for each place below.
struct FiguresPage: Page {
    static let template = "figures-page"

    struct Group {
        let label: Phrase
        let width: Int
    }

    let place: String
    let crumbs: [Crumb]
    let day: String
    let isToday: Bool
    let live: String?
    let wall: String
    let earlier: String
    let later: String?
    let cards: [FiguresCard]
    let groups: [Group]
    let columns: [FiguresHead]
    let rows: [FiguresLine]

    init(_ report: FiguresReport, today: CivilDate, may: (DivisionID) -> Bool) {
        place = report.place.name
        crumbs = report.path.map { division in
            let isHere = division.id == report.place.id
            let link = isHere || !may(division.id) ? nil : FiguresAddress.place(.of(division.id)).path
            return Crumb(division.name, link: link)
        }
        day = report.day.iso
        isToday = report.day == today
        let here = FiguresAddress.place(.of(report.place.id)).path
        live = report.day == today ? FiguresAddress.live(.of(report.place.id)).path : nil
        wall = FiguresAddress.wall(.of(report.place.id)).path
        earlier = here + AddressText.query([("day", report.day.adding(days: -1).addressText)])
        let next = report.day.adding(days: 1)
        later = next < today ? here + AddressText.query([("day", next.addressText)]) : next == today ? here : nil
        let cells = FiguresCells(report, for: .desk)
        cards = FiguresCard.all(report.place.id, cells, isToday: isToday)
        groups = FiguresColumn.groups.map { [isToday] group in
            Group(label: FiguresColumn.name(of: group.span, isToday: isToday), width: group.columns.count)
        }
        let shown = FiguresColumn.groups.flatMap(\.columns)
        columns = shown.map(FiguresHead.init)
        rows = report.rows.map { row in
            FiguresLine(row.place, shown, cells, link: FiguresAddress.place(.of(row.place.id)).path)
        }
    }
}

/// The figures for the command room: large, and nothing that points at a household.
struct WallPage: Page {
    static let template = "figures-wall"

    struct Part {
        let columns: [FiguresHead]
        let rows: [FiguresLine]
    }

    let place: String
    let day: String
    let live: String
    let desk: String
    let cards: [FiguresCard]
    let parts: [Part]
    let width: Int
    /// Whether the explanation of `<5` is needed.
    let isVeiled: Bool

    init(_ report: FiguresReport) {
        place = report.path.suffix(2).map(\.name).joined(separator: " ")
        day = report.day.iso
        live = FiguresAddress.wallLive(.of(report.place.id)).path
        desk = FiguresAddress.place(.of(report.place.id)).path
        let cells = FiguresCells(report, for: .wall)
        cards = FiguresCard.all(report.place.id, cells, isToday: true)
        let columns = FiguresColumn.wall.map(FiguresHead.init)
        let lines = report.rows.map { FiguresLine($0.place, FiguresColumn.wall, cells, link: nil) }
        // Side by side, so that all of them stand on the screen at once.
        let tables = lines.count <= 10 ? 1 : lines.count <= 24 ? 2 : 3
        let length = max(1, (lines.count + tables - 1) / tables)
        parts = stride(from: 0, to: lines.count, by: length)
            .map { Part(columns: columns, rows: Array(lines[$0..<min($0 + length, lines.count)])) }
        width = parts.count
        isVeiled = (report.rows.first?.place ?? report.place).level == .committee
    }
}

/// A large number with its name.
struct FiguresCard {
    let key: String
    let label: Words
    let span: Phrase
    let value: String
    let isGrave: Bool
    let isZero: Bool
    let total: FiguresCell?

    static func all(_ place: DivisionID, _ cells: FiguresCells, isToday: Bool) -> [FiguresCard] {
        FiguresColumn.cards.map { card in
            let value = cells[card.main.key(place)]
            return FiguresCard(
                key: card.main.key(place),
                label: card.main.indicator.words,
                span: card.main.spanName(isToday: isToday),
                value: value,
                isGrave: card.main.isGrave,
                isZero: value == "0",
                total: card.total.map { FiguresCell($0, place, cells) }
            )
        }
    }
}

/// A number in the table.
struct FiguresCell {
    let key: String
    let value: String
    let isGrave: Bool
    let isZero: Bool

    init(_ column: FiguresColumn, _ place: DivisionID, _ cells: FiguresCells) {
        key = column.key(place)
        value = cells[key]
        isGrave = column.isGrave
        isZero = value == "0"
    }
}

/// The head of a column.
struct FiguresHead {
    let label: Words
    let span: Phrase

    init(_ column: FiguresColumn) {
        label = column.indicator.words
        span = column.spanName(isToday: true)
    }
}

/// One place in the table.
struct FiguresLine {
    let name: String
    let link: String?
    let cells: [FiguresCell]

    init(_ place: Division, _ columns: [FiguresColumn], _ cells: FiguresCells, link: String?) {
        name = place.name
        self.link = link
        self.cells = columns.map { FiguresCell($0, place.id, cells) }
    }
}
