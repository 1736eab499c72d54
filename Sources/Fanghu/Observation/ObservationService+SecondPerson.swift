import Store

// Cancelling what has begun and correcting a start need two persons: one asks, another confirms (I-8, R-PRIV-13).

extension ObservationService {
    /// What a request led to.
    package enum Requested: Sendable {
        /// One person was enough: the observation had not begun.
        case done(ObservationRow)
        /// It waits, and is a task of a second person.
        case waits(PendingChange)
    }

    /// Asks for a change; the rules say whether one person is enough for it, and refuse at once what could never be.
    ///
    /// The same wish again changes nothing.
    ///
    /// - Throws: `ObservationRefusal`; `ObservationRequestRefusal.changePending` while another change waits.
    @discardableResult
    package func request(
        _ wish: PendingChange.Wish,
        for id: ObservationID,
        by actor: Actor
    ) async throws -> Requested {
        guard let account = actor.account else { throw ObservationRequestRefusal.notAcceptedOverLink }
        let event = wish.event(requestedBy: account)
        do {
            let detail = Array(wish.text.utf8)
            return .done(try await carryOut(event, on: id, as: .manageObservations, by: actor, remembering: detail))
        } catch ObservationRefusal.secondPersonNeeded {
            return .waits(try await wait(wish, for: id, by: actor, account))
        }
    }

    /// A second person confirms what waits, and it is done.
    ///
    /// - Parameter seen: what stood on the page; another wish that has come since is not confirmed by it.
    @discardableResult
    package func confirmChange(
        of id: ObservationID,
        seen: PendingChange.Wish,
        by actor: Actor
    ) async throws -> ObservationRow {
        let pending = try await pending(for: id, seen, actor)
        let event = pending.wish.event(requestedBy: pending.requestedBy, confirmedBy: actor.account)
        return try await carryOut(
            event,
            on: id,
            as: .manageObservations,
            by: actor,
            remembering: Array("\(pending.wish.text)\n\(pending.requestedBy)".utf8),
            also: { step, connection in
                // A change that ends the observation has taken it away already.
                guard step.after.state.stage != .ended else { return [] }
                return try settle(pending, by: step.authority, on: connection)
            }
        )
    }

    /// The change is not made: refused by a second person or taken back by the first.
    package func refuseChange(of id: ObservationID, seen: PendingChange.Wish, by actor: Actor) async throws {
        let pending = try await pending(for: id, seen, actor)
        let now = context.now
        let deltas = try await database.write { connection in
            let authority = try policy.check(actor, .manageObservations, at: pending.observation.committee, on: now)
            let deltas = try settle(pending, by: authority, on: connection)
            try Counters.apply(deltas, on: connection)
            try Audit.append([pending.entry("changeRefused", by: authority)], on: connection)
            return deltas
        }
        announce(deltas)
    }

    /// What waits for a second person, for who may manage the observation.
    package func pendingChange(of row: ObservationRow, for actor: Actor) async throws -> PendingChange? {
        _ = try policy.check(actor, .viewPersons, at: row.key.committee, on: context.now)
        return try await database.read { connection in
            try connection.first(PendingChangeQueries.change(of: row.key), as: PendingChange.self)
        }
    }

    private func wait(
        _ wish: PendingChange.Wish,
        for id: ObservationID,
        by actor: Actor,
        _ account: AccountID
    ) async throws -> PendingChange {
        let now = context.now
        let row = try await observationToManage(id, for: actor)
        let change = PendingChange(observation: row.key, wish: wish, requestedBy: account, requestedAt: now)
        let (waiting, deltas) = try await database.write { connection -> (PendingChange, [CounterDelta]) in
            let authority = try policy.check(actor, .manageObservations, at: row.key.committee, on: now)
            guard try connection.execute(PendingChangeQueries.insert(change)) == 1 else {
                let present = try connection.first(PendingChangeQueries.change(of: row.key), as: PendingChange.self)
                guard let present, present.wish == wish else { throw ObservationRequestRefusal.changePending }
                return (present, [])
            }
            let task = DutyTask.Draft(
                committee: row.key.committee,
                kind: .confirmChange,
                subject: .observation(id),
                dueAt: now.adding(hours: 24),
                notFor: [account]
            )
            let deltas = try DutyTasks.open([task], at: now, owners: owners, context: context, on: connection)
            try Counters.apply(deltas, on: connection)
            try Audit.append([change.entry("changeRequested", by: authority)], on: connection)
            return (change, deltas)
        }
        announce(deltas)
        return waiting
    }

    private func pending(
        for id: ObservationID,
        _ seen: PendingChange.Wish,
        _ actor: Actor
    ) async throws -> PendingChange {
        let row = try await observationToManage(id, for: actor)
        let pending = try await database.read { connection in
            try connection.first(PendingChangeQueries.change(of: row.key), as: PendingChange.self)
        }
        guard let pending, pending.wish == seen else { throw ObservationRequestRefusal.changedMeanwhile }
        return pending
    }

    private func settle(
        _ change: PendingChange,
        by authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let key = change.observation
        guard try connection.execute(PendingChangeQueries.remove(key)) == 1 else {
            throw ObservationRequestRefusal.changedMeanwhile
        }
        return try DutyTasks.close(
            .confirmChange,
            on: .observation(key.id),
            in: key.committee,
            by: authority,
            on: connection
        )
    }
}

extension PendingChange {
    fileprivate func entry(_ act: String, by authority: Authority) -> AuditEntry.Draft {
        AuditEntry.Draft(
            committee: observation.committee,
            authority: authority,
            act: "observation.\(act)",
            subject: "observation:\(observation.id)",
            detail: wish.text
        )
    }
}
