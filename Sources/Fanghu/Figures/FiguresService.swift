package import Store

/// Answers how things stand, at any level, from the counter rows alone (R-FORM-01).
package struct FiguresService: Sendable {
    private let database: Database
    private let policy: Policy
    private let territory: @Sendable () -> Territory
    private let context: Context

    package init(
        database: Database,
        policy: Policy,
        territory: @escaping @Sendable () -> Territory,
        context: Context
    ) {
        self.database = database
        self.policy = policy
        self.territory = territory
        self.context = context
    }

    /// Whether the actor may see the figures of a place now.
    package func mayView(_ place: DivisionID, _ actor: Actor) throws -> Bool {
        do {
            _ = try policy.check(actor, .viewFigures, at: place, on: context.now)
            return true
        } catch .outsideTerritory {
            return false
        }
    }

    /// The committee-id ranges under a place, for listening to its changes.
    package func ranges(under place: DivisionID) -> [ClosedRange<Int64>] {
        territory().ranges(under: place)
    }

    /// The figures of a place and of its children.
    ///
    /// - Parameter day: today when nil.
    package func report(
        under place: DivisionID,
        on day: CivilDate? = nil,
        for actor: Actor
    ) async throws -> FiguresReport {
        let tree = territory()
        guard let division = tree.node(place) else { throw AccessRefusal.unknownPlace }
        _ = try policy.scope(for: actor, .viewFigures, under: place, at: context.now)
        _ = try policy.check(actor, .viewFigures, at: place, on: context.now)
        let children = tree.placesBelow(place)
        let parts = FiguresParts(of: division, children: children, in: tree)
        let day = day ?? context.now.day
        let (totals, counts) = try await database.read { connection in
            (
                try connection.all(FiguresQueries.totals(of: parts.pieces), as: FiguresSum.self),
                try connection.all(FiguresQueries.counts(of: parts.pieces, on: day), as: FiguresSum.self)
            )
        }
        let rows = parts.rows(totals: totals, counts: counts)
        return FiguresReport(
            place: division,
            path: tree.placesAbove(place),
            day: day,
            total: .sum(of: rows, as: division),
            rows: children.isEmpty ? [] : Array(rows.dropLast())
        )
    }
}

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

    func rows(totals: [FiguresSum], counts: [FiguresSum]) -> [FiguresReport.Row] {
        var rows = places.map { FiguresReport.Row(place: $0) }
        for sum in totals {
            guard let indicator = Indicator(rawValue: sum.indicator) else { continue }
            rows[sum.number].cumulative[indicator] = sum.count
        }
        for sum in counts {
            guard let indicator = Indicator(rawValue: sum.indicator) else { continue }
            rows[sum.number].today[indicator] = sum.count
        }
        return rows
    }
}
