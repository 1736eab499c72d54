package import Store

/// Answers how things stand, at any level, from the counter rows alone (R-FORM-01).
package struct FiguresService: Sendable {
    private let database: Database
    private let policy: Policy
    private let territory: @Sendable () -> Territory
    private let context: Context
    private let board = FiguresBoard()

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
        let today = context.now.day
        let figures = try await board.figures(in: parts.pieces, on: today, from: database)
        let day = day ?? today
        let past = day == today ? nil : try await counts(of: parts, on: day)
        let rows = parts.rows(figures, past: past)
        return FiguresReport(
            place: division,
            path: tree.placesAbove(place),
            day: day,
            total: .sum(of: rows, as: division),
            rows: children.isEmpty ? [] : Array(rows.dropLast())
        )
    }

    /// The counts of another day than today, which are not kept at hand.
    private func counts(of parts: FiguresParts, on day: CivilDate) async throws -> [FiguresSum] {
        try await database.read { connection in
            try connection.all(FiguresQueries.counts(of: parts.pieces, on: day))
        }
    }
}
