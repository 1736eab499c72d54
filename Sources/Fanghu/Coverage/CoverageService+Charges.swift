import Store

extension CoverageService {
    /// What a hand-over did.
    package struct HandOver: Sendable, Equatable {
        package let committee: DivisionID
        package let from: AccountID?
        package let to: AccountID
        /// How many open tasks went along.
        package let tasks: Int
    }

    /// Hands a piece, or an area with all its building heads, to somebody in one act.
    ///
    /// The old charge ends at the instant at which the new one begins. Open tasks go along as
    /// `moveTasks` says. History stays.
    /// - Parameter note: what the successor has to know; required where somebody hands over (DOMAIN §6.8).
    package func handOver(
        _ subject: CoverageSubject,
        to account: AccountID,
        note: String,
        by actor: Actor
    ) async throws -> HandOver {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageCoverage, at: now)
        let note = String(note.prefix(500))
        let (done, deltas) = try await database.write { connection -> (HandOver, [CounterDelta]) in
            let committee = try self.committee(of: subject, in: scope, on: connection)
            let authority = try authority(for: actor, at: committee)
            let charges = try self.charges(of: subject, in: committee, on: connection)
            let before = charges.owner(at: now)
            guard before == nil || note.contains(where: { !$0.isWhitespace }) else { throw CoverageRefusal.noteMissing }
            try name(account, ownerOf: subject, authority, committee, on: connection)
            var deltas: [CounterDelta] = []
            if before == nil, case .piece(let id) = subject {
                deltas = try endAlarm(for: id, in: committee, authority, on: connection)
            }
            let moved = try moveTasks(of: subject, from: before, to: account, authority, committee, on: connection)
            try Counters.apply(deltas, on: connection)
            try Audit.append(
                [
                    entry(
                        "coverage.handOver",
                        subject,
                        authority,
                        committee,
                        "to \(account), tasks \(moved)",
                        reason: note.isEmpty ? nil : note
                    )
                ],
                on: connection
            )
            return (HandOver(committee: committee, from: before, to: account, tasks: moved), deltas)
        }
        announce(deltas)
        return done
    }

    /// Names somebody to stand in for the owner.
    package func nameDeputy(_ account: AccountID, of subject: CoverageSubject, by actor: Actor) async throws {
        try await change(subject, "coverage.nameDeputy", account, by: actor) {
            charges,
            now,
            id throws(CoverageRefusal) in
            try charges.naming(deputy: account, as: id, at: now)
        }
    }

    package func dismissDeputy(_ account: AccountID, of subject: CoverageSubject, by actor: Actor) async throws {
        try await change(subject, "coverage.dismissDeputy", account, by: actor) {
            charges,
            now,
            _ throws(CoverageRefusal) in
            try charges.dismissing(deputy: account, at: now)
        }
    }

    /// Everybody who was ever in charge of a piece or area.
    package func charges(of subject: CoverageSubject, for actor: Actor) async throws -> CoverageCharges {
        let scope = try policy.scope(for: actor, .reportCoverage, at: context.now)
        return try await database.read { connection in
            let committee = try self.committee(of: subject, in: scope, on: connection)
            return try charges(of: subject, in: committee, on: connection)
        }
    }

    /// Who may be put in charge of something of a committee, the most local first.
    package func candidates(in committee: DivisionID, for actor: Actor) async throws -> [AccountID] {
        let now = context.now
        _ = try policy.check(actor, .manageCoverage, at: committee, on: now)
        return try await database.read { try owners.appointees(at: committee, on: now, $0) }
    }

    /// Names the owner from the authority's instant on; the one before ends there.
    func name(
        _ account: AccountID,
        ownerOf subject: CoverageSubject,
        _ authority: Authority,
        _ committee: DivisionID,
        on connection: any Connection
    ) throws {
        guard try owners.isAppointed(account, at: committee, on: authority.instant, connection) else {
            throw CoverageRefusal.ownerUnknown
        }
        let before = try charges(of: subject, in: committee, on: connection)
        let after = try before.handingOver(to: account, as: context.newID(), at: authority.instant)
        try write(after, over: before, of: subject, in: committee, on: connection)
    }

    func charges(
        of subject: CoverageSubject,
        in committee: DivisionID,
        on connection: any Connection
    ) throws -> CoverageCharges {
        CoverageCharges(try connection.all(CoverageQueries.charges(of: subject, in: committee)))
    }

    /// Writes what is new and what has ended; ends first, for there is room for one owner only.
    func write(
        _ after: CoverageCharges,
        over before: CoverageCharges,
        of subject: CoverageSubject,
        in committee: DivisionID,
        on connection: any Connection
    ) throws {
        let known = Dictionary(before.all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for charge in after.all where charge.to != nil && known[charge.id]?.to == nil {
            try connection.execute(CoverageQueries.end(charge, in: committee))
        }
        for charge in after.all where known[charge.id] == nil {
            try connection.execute(CoverageQueries.insert(charge, of: subject, in: committee))
        }
    }

    /// A piece without an owner is somebody's task, and a figure at every level.
    func raiseAlarm(
        for piece: CoveragePiece,
        at instant: Instant,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let task = DutyTask.Draft(
            committee: piece.committee,
            kind: .nameOwner,
            subject: .piece(piece.id),
            dueAt: instant.adding(hours: 24)
        )
        return try DutyTasks.open([task], at: instant, owners: owners, context: context, on: connection)
            + [CounterDelta(piece.committee, .coveragePiecesUnowned, on: instant.day)]
    }

    private func endAlarm(
        for piece: CoveragePieceID,
        in committee: DivisionID,
        _ authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        try DutyTasks.close(.nameOwner, on: .piece(piece), in: committee, by: authority, on: connection)
            + [CounterDelta(committee, .coveragePiecesUnowned, on: authority.instant.day, by: -1)]
    }

    private func change(
        _ subject: CoverageSubject,
        _ act: String,
        _ account: AccountID,
        by actor: Actor,
        _ rule:
            @escaping @Sendable (CoverageCharges, Instant, CoverageChargeID) throws(CoverageRefusal) -> CoverageCharges
    ) async throws {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageCoverage, at: now)
        try await database.write { connection in
            let committee = try self.committee(of: subject, in: scope, on: connection)
            let authority = try authority(for: actor, at: committee)
            guard try owners.isAppointed(account, at: committee, on: now, connection) else {
                throw CoverageRefusal.ownerUnknown
            }
            let before = try charges(of: subject, in: committee, on: connection)
            let after = try rule(before, now, context.newID())
            try write(after, over: before, of: subject, in: committee, on: connection)
            try Audit.append([entry(act, subject, authority, committee, "\(account)")], on: connection)
        }
    }

    func committee(
        of subject: CoverageSubject,
        in scope: Scope,
        on connection: any Connection
    ) throws -> DivisionID {
        switch subject {
        case .piece(let id): try current(id, in: scope, on: connection).committee
        case .area(let id): try area(id, in: scope, on: connection).committee
        }
    }
}
