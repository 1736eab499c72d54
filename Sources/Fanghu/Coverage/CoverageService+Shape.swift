import Store

extension CoverageService {
    /// Cuts a part of a piece off into a new one, with the same owner and deputies until somebody else is named.
    package func split(
        _ id: CoveragePieceID,
        cutting cut: CoverageCut,
        off name: String,
        by actor: Actor
    ) async throws -> CoveragePiece {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageCoverage, at: now)
        let new: CoveragePieceID = context.newID()
        let name = try CoverageService.named(name)
        let (made, deltas) = try await database.write { connection -> (CoveragePiece, [CounterDelta]) in
            let piece = try current(id, in: scope, on: connection)
            let authority = try authority(for: actor, at: piece.committee)
            let held = try places(of: piece, on: connection)
            let leaving = try selected(by: cut, for: piece, on: connection).filter(Set(held).contains)
            guard !leaving.isEmpty else { throw CoverageRefusal.cutEmpty }
            guard leaving.count < held.count else { throw CoverageRefusal.nothingLeft }
            let made = CoveragePiece(
                committee: piece.committee,
                id: new,
                scheme: piece.scheme,
                name: name,
                area: piece.area,
                createdAt: now
            )
            var deltas = try insert(made, on: connection)
            deltas += try put(leaving, into: made, taking: true, authority, on: connection)
            deltas += try inherit(from: piece, made, at: now, on: connection)
            try Counters.apply(deltas, on: connection)
            let detail = "into \(new), places \(leaving.count)"
            try Audit.append(
                [entry("coverage.split", .piece(id), authority, piece.committee, detail)],
                on: connection
            )
            return (made, deltas)
        }
        announce(deltas)
        return made
    }

    /// Merges pieces of one scheme and committee into the first; the others end, their history stays.
    package func merge(
        _ ids: [CoveragePieceID],
        into target: CoveragePieceID,
        by actor: Actor
    ) async throws -> CoveragePiece {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageCoverage, at: now)
        let others = Set(ids).subtracting([target]).sorted()
        guard !others.isEmpty else { throw CoverageRefusal.mergeNeedsTwo }
        let (kept, deltas) = try await database.write { connection -> (CoveragePiece, [CounterDelta]) in
            let kept = try current(target, in: scope, on: connection)
            let authority = try authority(for: actor, at: kept.committee)
            var deltas: [CounterDelta] = []
            for id in others {
                let piece = try current(id, in: scope, on: connection)
                guard piece.scheme == kept.scheme, piece.committee == kept.committee else {
                    throw CoverageRefusal.schemesDiffer
                }
                deltas += try end(piece, into: kept, authority, on: connection)
            }
            try Counters.apply(deltas, on: connection)
            let detail = "from \(others.map(\.text).joined(separator: " "))"
            try Audit.append(
                [entry("coverage.merge", .piece(target), authority, kept.committee, detail)],
                on: connection
            )
            return (kept, deltas)
        }
        announce(deltas)
        return kept
    }

    /// Puts pieces under another area, or under none.
    package func move(
        _ ids: [CoveragePieceID],
        to target: CoverageAreaID?,
        by actor: Actor
    ) async throws {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageCoverage, at: now)
        try await database.write { connection in
            let pieces = try ids.map { try current($0, in: scope, on: connection) }
            let area = try target.map { try self.area($0, in: scope, on: connection) }
            guard let committee = pieces.first?.committee, pieces.allSatisfy({ $0.committee == committee }),
                area.map({ $0.committee == committee }) ?? true
            else { throw CoverageRefusal.unknownArea }
            let authority = try authority(for: actor, at: committee)
            try connection.execute(CoverageQueries.move(ids, to: target, in: committee))
            let entries = ids.map {
                entry("coverage.move", .piece($0), authority, committee, target.map { "to area \($0)" })
            }
            try Audit.append(entries, on: connection)
        }
    }

    func places(of piece: CoveragePiece, on connection: any Connection) throws -> [PlaceID] {
        try connection.rows(CoverageQueries.places(of: piece.id, in: piece.committee)).map { try $0.column(0) }
    }

    private func inherit(
        from piece: CoveragePiece,
        _ made: CoveragePiece,
        at now: Instant,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let charges = try self.charges(of: .piece(piece.id), in: piece.committee, on: connection)
        for charge in charges.all where charge.isInForce(at: now) {
            let copy = CoverageCharge(id: context.newID(), part: charge.part, account: charge.account, from: now)
            try connection.execute(CoverageQueries.insert(copy, of: .piece(made.id), in: made.committee))
        }
        return charges.owner(at: now) == nil ? try raiseAlarm(for: made, at: now, on: connection) : []
    }

    private func end(
        _ piece: CoveragePiece,
        into kept: CoveragePiece,
        _ authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let now = authority.instant
        let places = try places(of: piece, on: connection)
        var deltas = try put(places, into: kept, taking: true, authority, on: connection)
        guard try connection.execute(CoverageQueries.end(piece, at: now)) == 1 else { throw CoverageRefusal.pieceEnded }
        let charges = try self.charges(of: .piece(piece.id), in: piece.committee, on: connection)
        try write(charges.closing(at: now), over: charges, of: .piece(piece.id), in: piece.committee, on: connection)
        if charges.owner(at: now) == nil {
            deltas.append(CounterDelta(piece.committee, .coveragePiecesUnowned, on: now.day, by: -1))
        }
        deltas += try DutyTasks.withdrawAll(on: .piece(piece.id), in: piece.committee, by: authority, on: connection)
        deltas.append(CounterDelta(piece.committee, .coveragePieces, on: now.day, by: -1))
        return deltas
    }
}
