import Foundation
package import Store

/// Writes households inside the transactions of this room and of those that hear of them: registrations, ledgers, visits.
package struct HouseholdBook: Sendable {
    let vault: Vault

    package init(vault: Vault) {
        self.vault = vault
    }

    /// What came of a change.
    package struct Outcome: Sendable {
        package let household: Household
        package let deltas: [CounterDelta]
        /// The same change had come before.
        package let isRepeat: Bool
    }

    /// The household of a dwelling, nil where nobody has said anything.
    package func household(
        of dwelling: PlaceID,
        in committee: DivisionID,
        on connection: any Connection
    ) throws -> Household? {
        try connection.first(HouseholdQueries.household(of: dwelling, in: committee), as: HouseholdRow.self)?
            .household(vault)
    }

    /// Applies a change by the rules and writes what follows: history, figures, tasks done, and that the place was heard from.
    ///
    /// The caller applies the deltas; the dwelling lies in the committee.
    package func apply(
        _ change: HouseholdChange,
        in committee: DivisionID,
        by authority: Authority,
        on connection: any Connection
    ) throws -> Outcome {
        let digest = try digest(of: change)
        let before = try household(of: change.dwelling, in: committee, on: connection)
        let stored = HouseholdQueries.change(change.id, in: committee)
        if let earlier = try connection.first(stored, as: HouseholdEvent.self) {
            guard earlier.digest == digest, let before else { throw HouseholdRefusal.idTaken }
            return Outcome(household: before, deltas: [], isRepeat: true)
        }
        let after = try change.applied(to: before, in: committee, by: authority.account, at: authority.instant)
        let row = try HouseholdRow(after, sealedWith: vault)
        guard try connection.execute(HouseholdQueries.put(row.values, over: before?.version ?? 0)) == 1 else {
            throw HouseholdRefusal.changedMeanwhile
        }
        try connection.execute(HouseholdQueries.insert(event(change, after, digest, authority)))
        try CoveredPlaces.hear(
            from: [change.dwelling],
            in: committee,
            at: after.heardAt,
            by: after.heardBy,
            on: connection
        )
        var deltas = Self.deltas(from: before, to: after, in: committee, on: authority.instant.day)
        deltas += try settle(before, after, by: authority, on: connection)
        return Outcome(household: after, deltas: deltas, isRepeat: false)
    }

    /// What is expected of somebody is done when the dwelling says otherwise: they are back, or it was looked at again.
    private func settle(
        _ before: Household?,
        _ after: Household,
        by authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        guard let before else { return [] }
        let subject = DutyTask.Subject.dwelling(after.dwelling)
        var deltas: [CounterDelta] = []
        if before.presence.kind == .away, before.presence != after.presence {
            deltas += try DutyTasks.close(
                .registerReturnee,
                on: subject,
                in: after.committee,
                by: authority,
                on: connection
            )
        }
        if before.presence.kind == .vacant, before.presence != after.presence {
            deltas += try DutyTasks.close(
                .recheckVacant,
                on: subject,
                in: after.committee,
                by: authority,
                on: connection
            )
        }
        return deltas
    }

    /// How the figures move from one state to another; nil is a dwelling of which nothing is known.
    static func deltas(
        from before: Household?,
        to after: Household?,
        in committee: DivisionID,
        on day: CivilDate
    ) -> [CounterDelta] {
        func change(_ isMeant: (Household) -> Bool) -> Int {
            (after.map(isMeant) == true ? 1 : 0) - (before.map(isMeant) == true ? 1 : 0)
        }
        let changes: [(Indicator, Int)] = [
            (.householdsKnown, change { _ in true }),
            (.householdsAway, change { $0.presence.kind == .away }),
            (.householdsVacant, change { $0.presence.kind == .vacant }),
            (.householdsLet, change { $0.tenure?.isLet == true }),
        ]
        return changes.filter { $0.1 != 0 }.map { CounterDelta(committee, $0.0, on: day, by: $0.1) }
    }

    func event(
        _ change: HouseholdChange,
        _ after: Household,
        _ digest: [UInt8],
        _ authority: Authority
    ) throws -> [SQLValue] {
        let place = SealedPlace("household_change.sealed", committee: after.committee, id: change.id)
        return [
            after.committee.sqlValue, change.id.sqlValue, change.dwelling.sqlValue, after.version.sqlValue,
            authority.instant.sqlValue, authority.account.sqlValue, (authority.role?.rawValue).sqlValue,
            change.channel.rawValue.sqlValue, change.withPolice.sqlValue, after.presence.kind.rawValue.sqlValue,
            digest.sqlValue, try vault.seal(change, at: place).sqlValue,
        ]
    }

    /// Keyed, so that the stored hash of a small form tells nothing.
    func digest(of change: HouseholdChange) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var plain = change
        // A set has no order of its own.
        let needs = change.needs.map { $0.sorted().map(\.rawValue).joined(separator: ",") } ?? "-"
        plain.needs = nil
        let text = String(decoding: try encoder.encode(plain), as: UTF8.self) + needs
        return Array(vault.hash(text, of: .secret).prefix(16))
    }
}

/// Counts the figures of households again from their rows.
package enum HouseholdRecount {
    package static func add(to recount: inout Recount, on connection: any Connection) throws {
        try recount.add(.householdsKnown, gauges: connection.rows(HouseholdQueries.knownCounts))
        try recount.add(.householdsAway, gauges: connection.rows(HouseholdQueries.counts(of: .away)))
        try recount.add(.householdsVacant, gauges: connection.rows(HouseholdQueries.counts(of: .vacant)))
        try recount.add(.householdsLet, gauges: connection.rows(HouseholdQueries.letCounts))
    }
}
