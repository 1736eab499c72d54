package import Store

/// Cuts the territory into pieces, names who answers for each, and takes their reports (DOMAIN §8.1).
package struct CoverageService: Sendable {
    let database: Database
    let policy: Policy
    let vault: Vault
    let owners: OwnerBook
    let territory: @Sendable () -> Territory
    let context: Context
    let announce: @Sendable ([CounterDelta]) -> Void

    package init(
        database: Database,
        policy: Policy,
        vault: Vault,
        owners: OwnerBook,
        territory: @escaping @Sendable () -> Territory,
        context: Context,
        announce: @escaping @Sendable ([CounterDelta]) -> Void = { _ in }
    ) {
        self.database = database
        self.policy = policy
        self.vault = vault
        self.owners = owners
        self.territory = territory
        self.context = context
        self.announce = announce
    }

    /// Makes an area (片), with its head where one is named already.
    package func addArea(
        _ name: String,
        in committee: DivisionID,
        head: AccountID? = nil,
        by actor: Actor
    ) async throws -> CoverageArea {
        let authority = try authority(for: actor, at: committee)
        let area = CoverageArea(committee: committee, id: context.newID(), name: try CoverageService.named(name))
        try await database.write { connection in
            guard try !connection.rows(CoverageQueries.insert(area, at: authority.instant)).isEmpty else {
                throw CoverageRefusal.nameTaken
            }
            if let head { try self.name(head, ownerOf: .area(area.id), authority, committee, on: connection) }
            try Audit.append([entry("coverage.addArea", .area(area.id), authority, committee)], on: connection)
        }
        return area
    }

    /// Cuts a piece and names its owner; without one it is an alarm until somebody is named.
    ///
    /// - Parameter taking: whether places of other pieces are moved into it; otherwise they refuse the cut.
    package func addPiece(
        _ draft: CoveragePiece.Draft,
        taking: Bool = false,
        by actor: Actor
    ) async throws -> CoveragePiece {
        let authority = try authority(for: actor, at: draft.committee)
        let piece = CoveragePiece(
            committee: draft.committee,
            id: context.newID(),
            scheme: draft.scheme,
            name: try CoverageService.named(draft.name),
            area: draft.area,
            createdAt: authority.instant
        )
        let scope = try policy.scope(for: actor, .manageCoverage, under: draft.committee, at: authority.instant)
        let deltas = try await database.write { connection -> [CounterDelta] in
            if let area = draft.area { _ = try self.area(area, in: scope, on: connection) }
            var deltas = try insert(piece, on: connection)
            let places = try selected(by: draft.cut, for: piece, on: connection)
            deltas += try put(places, into: piece, taking: taking, authority, on: connection)
            if let owner = draft.owner {
                try name(owner, ownerOf: .piece(piece.id), authority, piece.committee, on: connection)
            } else {
                deltas += try raiseAlarm(for: piece, at: authority.instant, on: connection)
            }
            try Counters.apply(deltas, on: connection)
            let detail = "\(piece.scheme.rawValue), places \(places.count)"
            try Audit.append(
                [entry("coverage.addPiece", .piece(piece.id), authority, piece.committee, detail)],
                on: connection
            )
            return deltas
        }
        announce(deltas)
        return piece
    }

    /// Puts further places into a piece.
    package func put(
        _ cut: CoverageCut,
        into id: CoveragePieceID,
        taking: Bool = false,
        by actor: Actor
    ) async throws -> Int {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageCoverage, at: now)
        let (count, deltas) = try await database.write { connection -> (Int, [CounterDelta]) in
            let piece = try current(id, in: scope, on: connection)
            let authority = try authority(for: actor, at: piece.committee)
            let places = try selected(by: cut, for: piece, on: connection)
            let deltas = try put(places, into: piece, taking: taking, authority, on: connection)
            try Counters.apply(deltas, on: connection)
            let detail = "places \(places.count)"
            try Audit.append(
                [entry("coverage.put", .piece(id), authority, piece.committee, detail)],
                on: connection
            )
            return (places.count, deltas)
        }
        announce(deltas)
        return count
    }

    func authority(for actor: Actor, at committee: DivisionID) throws -> Authority {
        let authority = try policy.check(actor, .manageCoverage, at: committee, on: context.now)
        guard let division = territory().node(committee), division.level == .committee, !division.isRetired else {
            throw PlacesRefusal.committeeUnsuitable
        }
        return authority
    }

    func entry(
        _ act: String,
        _ subject: CoverageSubject,
        _ authority: Authority,
        _ committee: DivisionID,
        _ detail: String? = nil,
        reason: String? = nil
    ) -> AuditEntry.Draft {
        AuditEntry.Draft(
            committee: committee,
            authority: authority,
            act: act,
            subject: subject.text,
            reason: reason,
            detail: detail
        )
    }

    static func named(_ name: String) throws(CoverageRefusal) -> String {
        let plain = DivisionName.normalise(name)
        guard !plain.isEmpty else { throw .nameMissing }
        return String(plain.prefix(60))
    }
}
