import Store

/// One area as its page shows it.
package struct CoverageAreaView: Sendable {
    package let area: CoverageArea
    package let pieces: [CoveragePiece]
    /// Pieces of the committee in another area or in none.
    package let others: [CoveragePiece]
    package let charges: CoverageCharges
}

extension CoverageService {
    /// One area with its pieces and charges, and which pieces could be put under it.
    package func area(_ id: CoverageAreaID, for actor: Actor) async throws -> CoverageAreaView {
        let scope = try policy.scope(for: actor, .manageCoverage, at: context.now)
        return try await database.read { connection in
            let area = try area(id, in: scope, on: connection)
            return CoverageAreaView(
                area: area,
                pieces: try connection.all(CoverageQueries.pieces(of: id, in: area.committee)),
                others: try connection.all(CoverageQueries.pieces(outside: id, in: area.committee)),
                charges: try charges(of: .area(id), in: area.committee, on: connection)
            )
        }
    }

    /// Who answers for how much, the most loaded first.
    package func loads(under place: DivisionID? = nil, for actor: Actor) async throws -> CoverageLoads {
        let scope = try policy.scope(for: actor, .manageCoverage, under: place, at: context.now)
        return try await database.read { connection in
            try CoverageLoads(rows: try connection.rows(CoverageQueries.loads(in: scope, limit: 200)))
        }
    }

    /// A page of areas with their heads and what lies below each.
    package func spans(
        under place: DivisionID? = nil,
        heardSince instant: Instant,
        after key: GapKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> (spans: [CoverageSpan], next: GapKey?) {
        let scope = try policy.scope(for: actor, .manageCoverage, under: place, at: context.now)
        let limit = min(max(limit, 1), 200)
        let found = try await database.read { connection in
            try connection.all(
                CoverageQueries.spans(
                    in: scope,
                    heardSince: instant,
                    after: key.committee,
                    key.place,
                    limit: limit + 1
                ),
                as: CoverageSpan.self
            )
        }
        let shown = Array(found.prefix(limit))
        let last = found.count > limit ? shown.last?.area : nil
        return (shown, last.map { GapKey(committee: $0.committee, place: $0.id.text) })
    }

    /// What has become of a piece: whence its places came, where they went, what was reported.
    package func history(of id: CoveragePieceID, for actor: Actor) async throws -> PieceHistory {
        let now = context.now
        let scope = try policy.scope(for: actor, .reportCoverage, at: now)
        return try await database.read { connection in
            guard let piece = try connection.first(CoverageQueries.piece(id, in: scope), as: CoveragePiece.self) else {
                throw CoverageRefusal.unknownPiece
            }
            _ = try level(of: actor, in: piece, at: now, on: connection)
            let reports = try connection.all(CoverageQueries.reports(of: piece), as: CoverageReport.self)
            let steps = try connection.all(
                CoverageQueries.steps(of: reports.map(\.id), in: piece.committee),
                as: PassedStep.self
            )
            return PieceHistory(
                origins: try connection.all(CoverageQueries.origins(of: piece)),
                successors: try connection.all(CoverageQueries.successors(of: piece)),
                reports: reports.map { report in (report, steps.filter { $0.report == report.id }) }
            )
        }
    }

    /// The other pieces of a piece's committee, which it may be merged with or give places to.
    package func siblings(of piece: CoveragePiece, for actor: Actor) async throws -> [CoveragePiece] {
        _ = try policy.check(actor, .manageCoverage, at: piece.committee, on: context.now)
        return try await database.read { try $0.all(CoverageQueries.siblings(of: piece)) }
    }
}
