import Store

/// A report that has come up to a level and waits to be sent on.
package struct WaitingReport: Sendable {
    package let report: CoverageReport
    package let piece: CoveragePiece
    /// The words of its problem.
    package let problem: String?
    /// Where the reader would send it: their own level.
    package let level: CoverageLevel
    /// The levels between that would be skipped, for which a reason has to be given.
    package let skips: [CoverageLevel]
}

extension CoverageService {
    /// Reports that wait at a level: of a territory for who keeps coverage there, else of the areas in one's own charge.
    package func waiting(
        at level: CoverageLevel,
        under place: DivisionID? = nil,
        after key: GapKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> (reports: [WaitingReport], next: GapKey?) {
        let now = context.now
        let limit = min(max(limit, 1), 200)
        let statement = try waitingStatement(at: level, under: place, after: key, limit: limit + 1, for: actor)
        let found = try await database.read { connection in
            try connection.all(statement, as: CoverageReport.self)
                .compactMap { report -> (report: CoverageReport, piece: CoveragePiece, mine: CoverageLevel)? in
                    let scope = try policy.scope(for: actor, .reportCoverage, under: report.committee, at: now)
                    let piece = try connection.first(
                        CoverageQueries.piece(report.piece, in: scope),
                        as: CoveragePiece.self
                    )
                    guard let piece else { return nil }
                    return (report, piece, try highest(of: actor, in: piece, at: now, on: connection))
                }
                .map { line in
                    let sealed = try connection.value(
                        CoverageQueries.sealedReport(line.report.id, in: line.report.committee),
                        as: Sealed<CoverageProblem>?.self
                    )
                    return (line, sealed ?? nil)
                }
        }
        let shown = try found.prefix(limit)
            .map { line, sealed in
                WaitingReport(
                    report: line.report,
                    piece: line.piece,
                    problem: try sealed.map { try open($0, of: line.report) },
                    level: line.mine,
                    skips: line.report.level.between(line.mine, inArea: line.piece.area != nil)
                )
            }
        let last = found.count > limit ? shown.last?.report : nil
        return (shown, last.map { GapKey(committee: $0.committee, place: $0.id.text) })
    }

    private func waitingStatement(
        at level: CoverageLevel,
        under place: DivisionID?,
        after key: GapKey,
        limit: Int,
        for actor: Actor
    ) throws -> SQL {
        let now = context.now
        if let scope = try? policy.scope(for: actor, .manageCoverage, under: place, at: now) {
            return CoverageQueries.waiting(at: level, in: scope, after: key, limit: limit)
        }
        let scope = try policy.scope(for: actor, .reportCoverage, under: place, at: now)
        guard let account = actor.account else { throw CoverageRefusal.notYours }
        return CoverageQueries.waiting(
            at: level,
            inAreasOf: account,
            on: now,
            in: scope,
            after: key,
            limit: limit
        )
    }

    private func open(_ sealed: Sealed<CoverageProblem>, of report: CoverageReport) throws -> String {
        try vault.open(sealed, at: CoverageProblem.place(of: report.id, in: report.committee)).text
    }
}
