import Store

/// What the acts of cutting share, inside their transaction.
extension CoverageService {
    /// A piece that has not ended.
    func current(_ id: CoveragePieceID, in scope: Scope, on connection: any Connection) throws -> CoveragePiece {
        guard let piece = try connection.first(CoverageQueries.piece(id, in: scope), as: CoveragePiece.self) else {
            throw CoverageRefusal.unknownPiece
        }
        guard piece.endedAt == nil else { throw CoverageRefusal.pieceEnded }
        return piece
    }

    func area(_ id: CoverageAreaID, in scope: Scope, on connection: any Connection) throws -> CoverageArea {
        guard let area = try connection.first(CoverageQueries.area(id, in: scope), as: CoverageArea.self) else {
            throw CoverageRefusal.unknownArea
        }
        return area
    }

    func insert(_ piece: CoveragePiece, on connection: any Connection) throws -> [CounterDelta] {
        guard try !connection.rows(CoverageQueries.insert(piece)).isEmpty else { throw CoverageRefusal.nameTaken }
        return [CounterDelta(piece.committee, .coveragePieces, on: piece.createdAt.day)]
    }

    /// The places that a cut takes; refuses places that the piece's scheme does not cover.
    func selected(
        by cut: CoverageCut,
        for piece: CoveragePiece,
        on connection: any Connection
    ) throws -> [PlaceID] {
        let places = try PlaceInventory.places(of: piece.committee, in: territory(), on: connection)
        let missing = cut.missing(from: places)
        guard missing.isEmpty else { throw CoverageRefusal.addressesUnknown(missing.map(\.text)) }
        let selected = Set(cut.selects(from: places))
        let taken = places.filter { selected.contains($0.id) }
        let fitting = taken.filter { $0.isDwelling == (piece.scheme.kind == .dwelling) }
        // A street or a polygon takes of what lies there its own kind; a list must not hold the other.
        if cut.isList, fitting.count < taken.count { throw CoverageRefusal.wrongScheme(piece.scheme) }
        guard !fitting.isEmpty else { throw CoverageRefusal.cutEmpty }
        return fitting.map(\.id)
    }

    /// Puts places into a piece, each out of the one it lay in, and keeps where it lay before.
    ///
    /// - Returns: the change of how many places nobody answers for.
    func put(
        _ places: [PlaceID],
        into piece: CoveragePiece,
        taking: Bool,
        _ authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let instant = authority.instant
        var held: [PlaceID: CoveragePieceID] = [:]
        for part in StatementSizes.parts(of: places) {
            for row in try connection.rows(CoverageQueries.pieces(holding: part, in: piece.committee)) {
                held[try row.column(0)] = try row.column(1)
            }
        }
        let foreign = held.filter { $0.value != piece.id }
        guard taking || foreign.isEmpty else { throw CoverageRefusal.placesTaken(foreign.count) }
        let coming = places.filter { held[$0] != piece.id }
        for part in StatementSizes.parts(of: coming.filter { foreign[$0] != nil }) {
            try connection.execute(CoverageQueries.keepPast(of: part, in: piece.committee, until: instant))
        }
        let rows = coming.map { [piece.committee.sqlValue, $0.sqlValue, piece.id.sqlValue, instant.sqlValue] }
        for part in StatementSizes.parts(of: rows) { try connection.execute(CoverageQueries.put(part)) }
        let lineage = Set(foreign.values)
            .map { [piece.committee.sqlValue, $0.sqlValue, piece.id.sqlValue, instant.sqlValue] }
        for part in StatementSizes.parts(of: lineage) { try connection.execute(CoverageQueries.insertLineage(part)) }
        let newlyCovered = coming.count - foreign.count
        return [CounterDelta(piece.committee, .placesUncovered, on: instant.day, by: -newlyCovered)]
    }
}
