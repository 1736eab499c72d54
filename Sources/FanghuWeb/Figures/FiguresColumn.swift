import Fanghu

/// A column of the figures: what is counted, and over which time.
struct FiguresColumn: Hashable, Sendable {
    /// Over which time something is counted.
    enum Span: String, Sendable {
        /// How many there are.
        case now
        case today
        /// Since the beginning.
        case total
    }

    let indicator: Indicator
    let span: Span

    init(_ indicator: Indicator, _ span: Span = .now) {
        self.indicator = indicator
        self.span = span
    }

    /// What calls for somebody as soon as it is not nought.
    var isGrave: Bool { self == FiguresColumn(.feversOpen) || self == FiguresColumn(.slotsMissed, .today) }

    func value(in row: FiguresReport.Row) -> Int {
        (span == .today ? row.today : row.cumulative)[indicator] ?? 0
    }

    /// How the span is called on a page of today or of another day.
    func spanName(isToday: Bool) -> Phrase { FiguresColumn.name(of: span, isToday: isToday) }

    static func name(of span: Span, isToday: Bool) -> Phrase {
        span == .today && !isToday ? "figures.span.day" : Phrase("figures.span.\(span.rawValue)")
    }

    /// The name of a cell in the page and in its stream.
    func key(_ place: DivisionID) -> String { "\(place)-\(indicator.name)-\(span.rawValue)" }

    static let groups: [(span: Span, columns: [FiguresColumn])] = [
        (
            .now,
            [
                FiguresColumn(.observationsActive), FiguresColumn(.feversOpen), FiguresColumn(.tasksOpen),
                FiguresColumn(.arrivalsAwaitingConfirmation),
            ]
        ),
        (
            .today,
            [
                FiguresColumn(.arrivalsRegistered, .today), FiguresColumn(.observationsStarted, .today),
                FiguresColumn(.dayRecords, .today), FiguresColumn(.slotsMissed, .today),
                FiguresColumn(.observationsReleased, .today),
            ]
        ),
        (.total, [FiguresColumn(.arrivalsRegistered, .total), FiguresColumn(.observationsReleased, .total)]),
    ]

    /// The cards above the table, each with what it has come to since the beginning, where that says something.
    static let cards: [(main: FiguresColumn, total: FiguresColumn?)] = [
        (FiguresColumn(.observationsActive), nil), (FiguresColumn(.feversOpen), nil),
        (FiguresColumn(.tasksOpen), nil),
        (FiguresColumn(.arrivalsRegistered, .today), FiguresColumn(.arrivalsRegistered, .total)),
        (FiguresColumn(.observationsStarted, .today), FiguresColumn(.observationsStarted, .total)),
        (FiguresColumn(.dayRecords, .today), FiguresColumn(.dayRecords, .total)),
        (FiguresColumn(.slotsMissed, .today), nil),
        (FiguresColumn(.observationsReleased, .today), FiguresColumn(.observationsReleased, .total)),
    ]

    /// The columns of the wall, to be read from across the room.
    static let wall: [FiguresColumn] = [
        FiguresColumn(.observationsActive), FiguresColumn(.feversOpen), FiguresColumn(.tasksOpen),
        FiguresColumn(.arrivalsRegistered, .today), FiguresColumn(.dayRecords, .today),
        FiguresColumn(.observationsReleased, .total),
    ]
}
