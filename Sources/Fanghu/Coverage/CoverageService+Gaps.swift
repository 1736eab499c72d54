import Store

extension CoverageService {
    /// A page of the places with a gap, within the actor's territory.
    ///
    /// - Parameter since: before which moment the last word is too old; only `unheard` asks for it.
    package func gaps(
        _ gap: CoverageGap,
        under place: DivisionID? = nil,
        since instant: Instant,
        after key: GapKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> GapPage {
        let scope = try policy.scope(for: actor, .manageCoverage, under: place, at: context.now)
        // More than other lists, for each page counts anew: what a township has not heard from is asked for as a whole.
        let limit = min(max(limit, 1), 5000)
        let (found, total) = try await database.read { connection -> ([GapPlace], Int) in
            switch gap {
            case .uncovered:
                (
                    try connection.all(CoverageQueries.uncovered(in: scope, after: key, limit: limit + 1)),
                    try Counters.total(of: .placesUncovered, in: scope, on: connection)
                )
            case .unheard:
                (
                    try connection.all(
                        CoverageQueries.unheard(since: instant, in: scope, after: key, limit: limit + 1)
                    ),
                    try connection.value(CoverageQueries.unheardCount(since: instant, in: scope)) ?? 0
                )
            case .overlapping:
                (
                    try connection.all(CoverageQueries.overlapping(in: scope, after: key, limit: limit + 1)),
                    try connection.value(CoverageQueries.overlappingCount(in: scope)) ?? 0
                )
            }
        }
        let shown = Array(found.prefix(limit))
        let next = found.count > limit ? shown.last.map { GapKey(committee: $0.committee, place: $0.place.text) } : nil
        return GapPage(places: shown, total: total, next: next)
    }

    /// A page of the pieces of a territory, by committee.
    package func pieces(
        under place: DivisionID? = nil,
        onlyUnowned: Bool = false,
        heardSince instant: Instant,
        after key: GapKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> (pieces: [PieceSummary], next: GapKey?) {
        let scope = try policy.scope(for: actor, .manageCoverage, under: place, at: context.now)
        let limit = min(max(limit, 1), 200)
        let found = try await database.read { connection in
            try connection.all(
                CoverageQueries.pieces(
                    in: scope,
                    onlyUnowned: onlyUnowned,
                    heardSince: instant,
                    after: key.committee,
                    key.place,
                    limit: limit + 1
                ),
                as: PieceSummary.self
            )
        }
        let shown = Array(found.prefix(limit))
        let last = found.count > limit ? shown.last?.piece : nil
        return (shown, last.map { GapKey(committee: $0.committee, place: $0.id.text) })
    }

    /// The pieces in the actor's own charge: as owner, as deputy, or as head of their area.
    package func ownPieces(of actor: Actor) async throws -> [CoveragePiece] {
        let now = context.now
        _ = try policy.scope(for: actor, .reportCoverage, at: now)
        guard let account = actor.account else { throw CoverageRefusal.notYours }
        return try await database.read { try $0.all(CoverageQueries.pieces(of: account, at: now)) }
    }

    /// The areas of a territory, by name.
    package func areas(under place: DivisionID? = nil, for actor: Actor) async throws -> [CoverageArea] {
        let scope = try policy.scope(for: actor, .manageCoverage, under: place, at: context.now)
        return try await database.read { try $0.all(CoverageQueries.areas(in: scope)) }
    }

    /// One piece with its places and charges, for whoever has charge of it or keeps coverage there.
    package func piece(
        _ id: CoveragePieceID,
        for actor: Actor
    ) async throws -> (piece: CoveragePiece, places: [InventoriedPlace], charges: CoverageCharges) {
        let now = context.now
        let scope = try policy.scope(for: actor, .reportCoverage, at: now)
        let territory = territory()
        return try await database.read { connection in
            guard let piece = try connection.first(CoverageQueries.piece(id, in: scope), as: CoveragePiece.self) else {
                throw CoverageRefusal.unknownPiece
            }
            _ = try level(of: actor, in: piece, at: now, on: connection)
            let held = Set(try places(of: piece, on: connection))
            let places = try PlaceInventory.places(of: piece.committee, in: territory, on: connection)
            return (
                piece, places.filter { held.contains($0.id) },
                try charges(of: .piece(id), in: piece.committee, on: connection)
            )
        }
    }

    /// In which piece a place lay at an instant; nil where nobody answered for it.
    package func piece(
        of place: PlaceID,
        in committee: DivisionID,
        at instant: Instant,
        for actor: Actor
    ) async throws -> CoveragePieceID? {
        _ = try policy.check(actor, .manageCoverage, at: committee, on: context.now)
        return try await database.read { connection in
            try connection.value(CoverageQueries.piece(of: place, in: committee, at: instant))
        }
    }
}
