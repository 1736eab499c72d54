import Store

// What each kind of ledger does to its register.

extension LedgerService {
    func takePersons(
        _ table: LedgerTable,
        _ map: LedgerMap,
        _ act: LedgerAct,
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> LedgerReport {
        let now = context.now
        let service = PeopleImportService(database: database, policy: policy, people: people, territory: territory)
        let found = try await service.run(
            table,
            map: map,
            under: act.committee,
            dryRun: act.dryRun,
            by: act.actor,
            noting: { fresh, connection in
                let rows = fresh.sorted { $0.id < $1.id }.map { act.entry("person:\($0.id)", version: 1) }
                for part in rows.parts(of: 200) { try connection.execute(LedgerQueries.insertEntries(Array(part))) }
            },
            progress: progress
        )
        var report = LedgerReport(act.kind)
        report.rows = found.rows
        report.created = found.created
        report.unchanged = found.known
        report.problems = found.problems
        report.warnings = Dictionary(found.warnings.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +)
        report.reading = found.reading
        guard !act.dryRun else { return report }
        let values = act.row(report, at: now)
        try await database.write { try $0.execute(LedgerQueries.insert(values)) }
        report.id = act.id
        return report
    }

    func takePremises(_ table: LedgerTable, _ map: LedgerMap, _ act: LedgerAct) async throws -> LedgerReport {
        let ledger = try PremisesLedger(table, map, of: act.committee)
        guard ledger.count <= Self.longest else { throw LedgerRefusal.tooLarge }
        return try await write(act) { report, authority, connection in
            report.rows = ledger.count
            report.problems = ledger.problems
            report.reading = ledger.reading
            let book = PremisesBook(committee: act.committee)
            var rows: [String: Int] = [:]
            var entries: [[SQLValue]] = []
            for line in ledger.lines {
                let key = "\(DivisionName.normalise(line.draft.name))|\(DivisionName.normalise(line.draft.address))"
                if let first = rows[key] {
                    report.problems.append(LedgerProblem.repeated(first).problem(row: line.row, column: "name"))
                    continue
                }
                rows[key] = line.row
                let id: PlaceID = context.newID()
                if try book.add(line.draft, id: id, at: authority.instant, on: connection) == nil {
                    report.unchanged += 1
                } else {
                    report.created += 1
                    entries.append(act.entry("premises:\(id)", version: 1))
                }
            }
            let deltas = [Indicator.premises, .placesUncovered]
                .map { CounterDelta(act.committee, $0, on: authority.instant.day, by: report.created) }
            return (entries, deltas)
        }
    }

    func takeHouseholds(_ table: LedgerTable, _ map: LedgerMap, _ act: LedgerAct) async throws -> LedgerReport {
        let ledger = try HouseholdLedger(table, map, territory: territory(), on: context.now.day)
        guard ledger.count <= Self.longest else { throw LedgerRefusal.tooLarge }
        return try await write(act) { report, authority, connection in
            report.rows = ledger.count
            report.problems = ledger.problems
            report.reading = ledger.reading
            var entries: [[SQLValue]] = []
            let places = try dwellings(of: ledger, act, authority, &report, &entries, on: connection)
            let book = HouseholdBook(vault: people.vault)
            var deltas: [CounterDelta] = []
            for (line, dwelling) in places {
                do {
                    let change = try take(line, at: dwelling, act, authority, with: book, on: connection)
                    guard let change else {
                        report.unchanged += 1
                        continue
                    }
                    if change.isNew { report.created += 1 } else { report.changed += 1 }
                    deltas += change.deltas
                    entries.append(change.entry)
                } catch let refusal as HouseholdRefusal {
                    report.problems.append(
                        RowProblem(
                            row: line.row,
                            column: refusal.field ?? "address",
                            code: refusal.code,
                            words: refusal.words
                        )
                    )
                }
            }
            return (entries, deltas)
        }
    }

    /// The dwelling of each row; those that the register lacks are added.
    private func dwellings(
        of ledger: HouseholdLedger,
        _ act: LedgerAct,
        _ authority: Authority,
        _ report: inout LedgerReport,
        _ entries: inout [[SQLValue]],
        on connection: any Connection
    ) throws -> [(HouseholdLedger.Line, PlaceID)] {
        let compounds = try PlaceInventory.compounds(of: act.committee, on: connection)
        var ids = try PlaceInventory.dwellingIDs(of: act.committee, on: connection)
        var book = try DwellingBook(of: act.committee, authority.instant, connection)
        var rows: [String: Int] = [:]
        var places: [(HouseholdLedger.Line, PlaceID)] = []
        for line in ledger.lines {
            let key = AddressKey(line.address, in: act.committee).local
            if let first = rows[key] {
                report.problems.append(LedgerProblem.repeated(first).problem(row: line.row, column: "address"))
                continue
            }
            rows[key] = line.row
            let compound = line.compound.flatMap { compounds[DivisionName.normalise($0)] }
            if let added = book.add(line.address, compound: compound, ids: context) {
                ids[key] = added.id
                entries.append(act.entry("dwelling:\(added.id)", version: 1))
            }
            if let id = ids[key] { places.append((line, id)) }
        }
        try book.write(under: authority, on: connection)
        return places
    }

    private struct Taken {
        let isNew: Bool
        let deltas: [CounterDelta]
        let entry: [SQLValue]
    }

    /// Nil where the row says nothing new.
    private func take(
        _ line: HouseholdLedger.Line,
        at dwelling: PlaceID,
        _ act: LedgerAct,
        _ authority: Authority,
        with book: HouseholdBook,
        on connection: any Connection
    ) throws -> Taken? {
        let present = try book.household(of: dwelling, in: act.committee, on: connection)
        let change = line.said.change(context.newID(), of: dwelling, from: present)
        if let present {
            let after = try change.applied(to: present, in: act.committee, by: nil, at: authority.instant)
            guard !HouseholdChange.differences(between: present, and: after).isEmpty else { return nil }
        }
        let outcome = try book.apply(change, in: act.committee, by: authority, on: connection)
        let place = HouseholdMemory.place(of: dwelling, in: act)
        let before = try present.map { try people.vault.seal(HouseholdMemory($0), at: place) }
        return Taken(
            isNew: present == nil,
            deltas: outcome.deltas,
            entry: act.entry("household:\(dwelling)", version: outcome.household.version, before: before)
        )
    }

    /// One transaction: what the ledger brings, its figures, its entries, the record of the act.
    private func write(
        _ act: LedgerAct,
        _ body:
            @escaping @Sendable (inout LedgerReport, Authority, any Connection) throws -> ([[SQLValue]], [CounterDelta])
    ) async throws -> LedgerReport {
        let now = context.now
        do {
            let (report, deltas) = try await database.write { connection in
                let authority = try policy.check(act.actor, .importPersons, at: act.committee, on: now)
                var report = LedgerReport(act.kind)
                let (entries, deltas) = try body(&report, authority, connection)
                report.problems.sort { ($0.row, $0.column) < ($1.row, $1.column) }
                if act.dryRun { throw LedgerDryRunEnd(report: report) }
                let sorted = entries.parts(of: 200)
                for part in sorted { try connection.execute(LedgerQueries.insertEntries(Array(part))) }
                try connection.execute(LedgerQueries.insert(act.row(report, at: now)))
                try Counters.apply(deltas, on: connection)
                try Audit.append([act.audit(report, by: authority)], on: connection)
                report.id = act.id
                return (report, deltas)
            }
            announce(deltas)
            return report
        } catch let end as LedgerDryRunEnd {
            return end.report
        }
    }
}
