import Store

/// A household as it was before an import, so that it can be again.
struct HouseholdMemory: Codable, Sendable {
    let presence: Presence
    let tenure: Household.Tenure?
    let living: Int?
    let away: Int?
    let details: HouseholdDetails

    init(_ household: Household) {
        presence = household.presence
        tenure = household.tenure
        living = household.living
        away = household.away
        details = household.details
    }

    static func place(of dwelling: PlaceID, in act: LedgerAct) -> SealedPlace {
        place(of: dwelling, in: act.id, act.committee)
    }

    static func place(of dwelling: PlaceID, in id: LedgerImportID, _ committee: DivisionID) -> SealedPlace {
        SealedPlace("ledger_entry.sealed", committee: committee, key: "\(id):\(dwelling)")
    }
}

extension LedgerService {
    /// Takes an import back as a whole: what it made goes, what it changed is as before.
    ///
    /// What somebody has worked on since stays, and is counted; nobody's work is thrown away with a file.
    ///
    /// - Returns: how many things went back and how many stayed.
    package func undo(_ id: LedgerImportID, by actor: Actor) async throws -> (undone: Int, kept: Int) {
        let now = context.now
        let scope = try policy.scope(for: actor, .importPersons, at: now)
        let found = try await database.write { connection -> LedgerImport in
            guard let found = try connection.first(LedgerQueries.one(id, in: scope), as: LedgerImport.self) else {
                throw LedgerRefusal.unknownImport
            }
            let authority = try policy.check(actor, .importPersons, at: found.committee, on: now)
            guard try connection.execute(LedgerQueries.markUndone(id, in: found.committee, at: now)) == 1 else {
                throw LedgerRefusal.undoneAlready
            }
            let entry = AuditEntry.Draft(
                committee: found.committee,
                authority: authority,
                act: "ledgers.undo",
                subject: "import:\(id)"
            )
            try Audit.append([entry], on: connection)
            return found
        }
        // Households before the dwellings they live in: the subjects are gone through from the last to the first.
        var (undone, kept) = (0, 0)
        for prefix in ["household:", "person:", "premises:", "dwelling:"] {
            let part = try await undo(found, prefix, by: actor, at: now)
            undone += part.undone
            kept += part.kept
        }
        let total = kept
        try await database.write { try $0.execute(LedgerQueries.addKept(total, to: id, in: found.committee)) }
        return (undone, kept)
    }

    /// One kind of things, in transactions of five hundred.
    private func undo(
        _ found: LedgerImport,
        _ prefix: String,
        by actor: Actor,
        at now: Instant
    ) async throws -> (undone: Int, kept: Int) {
        var after = prefix
        var (undone, kept) = (0, 0)
        while true {
            let start = after
            let step = try await database.write {
                connection -> (last: String, undone: Int, kept: Int, [CounterDelta])? in
                let statement = LedgerQueries.entries(of: found.id, in: found.committee, after: start, limit: 500)
                let entries = try connection.all(statement, as: Entry.self).filter { $0.subject.hasPrefix(prefix) }
                guard let last = entries.last else { return nil }
                let authority = try policy.check(actor, .importPersons, at: found.committee, on: now)
                let (count, deltas) = try takeBack(entries, prefix, of: found, by: authority, on: connection)
                try Counters.apply(deltas, on: connection)
                return (last.subject, count, entries.count - count, deltas)
            }
            guard let step else { return (undone, kept) }
            announce(step.3)
            after = step.last
            undone += step.undone
            kept += step.kept
        }
    }

    private func takeBack(
        _ entries: [Entry],
        _ prefix: String,
        of found: LedgerImport,
        by authority: Authority,
        on connection: any Connection
    ) throws -> (count: Int, deltas: [CounterDelta]) {
        let committee = found.committee
        let book = PremisesBook(committee: committee)
        switch prefix {
        case "person:":
            let count = try entries.count { entry in
                guard let id = PersonID(entry.id) else { return false }
                let reference = PersonReference(committee: committee, id: id)
                return try people.remove(reference, version: entry.version, on: connection)
            }
            return (count, [])
        case "premises:":
            let gone = try book.remove(entries.compactMap { PlaceID($0.id) }, from: .premises, on: connection)
            return (gone, Self.fewer([.premises, .placesUncovered], gone, in: committee, authority))
        case "dwelling:":
            let gone = try book.remove(entries.compactMap { PlaceID($0.id) }, from: .dwelling, on: connection)
            return (gone, Self.fewer([.dwellings, .placesUncovered], gone, in: committee, authority))
        default:
            let households = HouseholdBook(vault: people.vault)
            var deltas: [CounterDelta] = []
            var count = 0
            for entry in entries {
                guard let dwelling = PlaceID(entry.id) else { continue }
                let place = HouseholdMemory.place(of: dwelling, in: found.id, committee)
                let memory = try entry.before.map { try people.vault.open($0, at: place) }
                let back = try households.restore(
                    memory,
                    of: dwelling,
                    in: committee,
                    ifAt: entry.version,
                    as: context.newID(),
                    by: authority,
                    on: connection
                )
                guard let back else { continue }
                count += 1
                deltas += back
            }
            return (count, deltas)
        }
    }

    private static func fewer(
        _ indicators: [Indicator],
        _ count: Int,
        in committee: DivisionID,
        _ authority: Authority
    ) -> [CounterDelta] {
        indicators.map { CounterDelta(committee, $0, on: authority.instant.day, by: -count) }
    }
}

/// One thing that an import touched.
private struct Entry: RowDecodable {
    let subject: String
    let version: Int
    let before: Sealed<HouseholdMemory>?

    init(row: Row) throws {
        subject = try row.column(0)
        version = try row.column(1)
        before = try row.column(2)
    }

    /// What follows the kind in the subject.
    var id: Substring { subject.split(separator: ":", maxSplits: 1).last ?? "" }
}
