/// How a place is cut into the ranges of its rows: one row per child, and a last one for what is the place's own.
struct FiguresParts {
    let pieces: [FiguresPiece]
    private let places: [Division]

    init(of division: Division, children: [Division], in tree: Territory) {
        var pieces: [FiguresPiece] = []
        var covered: [ClosedRange<Int64>] = []
        for (number, child) in children.enumerated() {
            let ranges = tree.ranges(under: child.id)
            covered += ranges
            pieces += ranges.map { FiguresPiece(number: number, range: $0) }
        }
        // What hangs on the place itself, or on divisions below it that are no more, is in no child's range.
        let own = ScopeRanges.subtracting(covered, from: tree.ranges(under: division.id))
        pieces += own.map { FiguresPiece(number: children.count, range: $0) }
        self.pieces = pieces
        places = children + [division]
    }

    /// One row per child and one of the place's own.
    ///
    /// - Parameter past: the counts of the day, where it is not the one that the figures hold.
    func rows(_ figures: [(number: Int, figures: CommitteeFigures)], past: [FiguresSum]?) -> [FiguresReport.Row] {
        var sums: [CommitteeFigures?] = Array(repeating: nil, count: places.count)
        for (number, figures) in figures where sums[number]?.add(figures) == nil {
            sums[number] = figures
        }
        var rows = zip(places, sums)
            .map { place, sum in
                FiguresReport.Row(
                    place: place,
                    today: past == nil ? Self.named(sum?.counts ?? []) : [:],
                    cumulative: Self.named(sum?.totals ?? [])
                )
            }
        for sum in past ?? [] {
            guard let indicator = Indicator(rawValue: sum.indicator) else { continue }
            rows[sum.number].today[indicator] = sum.count
        }
        return rows
    }

    private static func named(_ numbers: [Int]) -> [Indicator: Int] {
        var named: [Indicator: Int] = [:]
        for (raw, number) in numbers.enumerated() where number != 0 {
            guard let indicator = Indicator(rawValue: raw) else { continue }
            named[indicator] = number
        }
        return named
    }
}
