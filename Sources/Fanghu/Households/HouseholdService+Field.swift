import Store

/// What somebody in the stairwells carries with them: the dwellings of their own pieces, nobody's name.
package struct FieldArea: Sendable, Equatable {
    package struct Piece: Sendable, Equatable {
        package let id: CoveragePieceID
        package let name: String
        package let lines: [HouseholdLine]
    }

    package let pieces: [Piece]
}

extension HouseholdService {
    /// The dwellings of the actor's own pieces in the order of a walk, with whether anybody lives there.
    ///
    /// - Parameter pieces: those in the actor's charge, as coverage names them.
    package func fieldArea(of pieces: [CoveragePiece], for actor: Actor) async throws -> FieldArea {
        let scope = try policy.scope(for: actor, .recordHouseholds, at: context.now)
        return try await database.read { connection in
            FieldArea(
                pieces: try pieces.filter { scope.contains($0.committee) }
                    .map { piece in
                        let statement = HouseholdQueries.lines(of: piece.id, in: piece.committee)
                        let lines = try connection.all(statement, as: HouseholdLine.self)
                        return FieldArea.Piece(id: piece.id, name: piece.name, lines: lines)
                    }
            )
        }
    }
}
