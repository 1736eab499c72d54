package import Store

/// An observation on the way to its release, and what the rules still ask for.
package struct ReleaseCandidate: Sendable {
    package let row: ObservationRow
    package let tally: RecordTally
    /// What a doctor would be told on releasing now; nil when nothing stands against it.
    package let obstacle: ObservationRefusal?
}

/// What became of one item of a list of releases.
package enum ReleaseResult: Sendable {
    case released(ReleaseNote)
    case refused(any Refusal)
}

extension ObservationService {
    /// The most releases that one act signs.
    package static let releaseLimit = 100

    /// Some observations with what stands against their release, asked of the rules themselves.
    package func releaseCandidates(
        _ ids: [ObservationID],
        for actor: Actor
    ) async throws -> [ObservationID: ReleaseCandidate] {
        guard !ids.isEmpty else { return [:] }
        let now = context.now
        let scope = try policy.scope(for: actor, .release, at: now)
        return try await database.read { connection in
            let rows: [ObservationRow] = try connection.all(ObservationQueries.observations(ids, in: scope))
            let found = try rows.map { row in
                let facts = try releaseFacts(about: row, at: now, on: connection).facts
                let candidate = ReleaseCandidate(
                    row: row,
                    tally: facts.records,
                    obstacle: facts.obstacle(to: row.state)
                )
                return (row.key.id, candidate)
            }
            return Dictionary(found, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Those whose last day is today, with what would stand against their release at midnight: release is prepared
    /// ahead, so that nobody is held a day too long (DOMAIN §10.2).
    ///
    /// - Returns: at most `limit`, and whether there are more.
    package func releasesAhead(
        under place: DivisionID?,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> (candidates: [ReleaseCandidate], hasMore: Bool) {
        let now = context.now
        let scope = try policy.scope(for: actor, .release, under: place, at: now)
        return try await database.read { connection in
            let statement = ObservationQueries.ending(on: now.day, in: scope, limit: limit + 1)
            let rows: [ObservationRow] = try connection.all(statement)
            let candidates = try rows.prefix(limit)
                .map { row in
                    var facts = try releaseFacts(about: row, at: now, on: connection).facts
                    facts.now = facts.period.releaseAt
                    let isFeverish = row.state.conditions.isFeverish
                    let obstacle = isFeverish ? .feverUnanswered : facts.obstacle(to: .dueForRelease)
                    return ReleaseCandidate(row: row, tally: facts.records, obstacle: obstacle)
                }
            return (candidates, rows.count > limit)
        }
    }

    /// Releases a ticked list, each for itself: one that is refused does not stop its neighbours, and each is answered for.
    package func release(
        all ids: [ObservationID],
        describing describe: @escaping @Sendable (PersonID, DivisionID, any Connection) throws -> ReleaseNote.Person,
        by actor: Actor
    ) async throws -> [(id: ObservationID, result: ReleaseResult)] {
        _ = try policy.scope(for: actor, .release, at: context.now)
        guard ids.count <= ObservationService.releaseLimit else {
            throw ObservationRequestRefusal.batchTooLarge(ObservationService.releaseLimit)
        }
        var results: [(id: ObservationID, result: ReleaseResult)] = []
        for id in ids where !results.contains(where: { $0.id == id }) {
            do {
                results.append((id, .released(try await release(id, describing: describe, by: actor))))
            } catch let refusal as any Refusal {
                results.append((id, .refused(refusal)))
            }
        }
        return results
    }

    /// What the rules must know for a release.
    func releaseFacts(
        about row: ObservationRow,
        at now: Instant,
        on connection: any Connection
    ) throws -> (facts: ObservationFacts, last: DayRecord?) {
        var facts = try facts(about: row, at: now)
        let last = try lastRecord(of: row.key, on: connection)
        facts.records = try ledger(of: row, facts, on: connection).tally
        facts.negativeTests = try facts.period.negativeTests(in: tests(of: row.key, on: connection))
        facts.lastRecordIsHarmless = last.map { !$0.isAlarming } ?? false
        return (facts, last)
    }
}

extension ObservationFacts {
    /// What the rules would say to a release now; nil when they would let it pass.
    fileprivate func obstacle(to state: ObservationState) -> ObservationRefusal? {
        do throws(ObservationRefusal) {
            _ = try state.after(.releaseSigned(serial: "-"), given: self)
            return nil
        } catch {
            return error
        }
    }
}
