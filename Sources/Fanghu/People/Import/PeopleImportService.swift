package import Store

/// Takes files of persons into the register (a hundred thousand rows in one go).
package struct PeopleImportService: Sendable {
    private let database: Database
    private let policy: Policy
    private let people: People
    private let territory: @Sendable () -> Territory

    /// Rows written in one transaction: the writer is never held for longer than a moment.
    private static let batchLength = 1000

    package init(
        database: Database,
        policy: Policy,
        people: People,
        territory: @escaping @Sendable () -> Territory
    ) {
        self.database = database
        self.policy = policy
        self.people = people
        self.territory = territory
    }

    /// Imports a file of persons, or says what importing it would do.
    ///
    /// A dry run is the same work with every transaction rolled back. A second import of a file creates nobody, so one
    /// that was interrupted is simply sent again.
    /// - Parameters:
    ///   - note: told in each transaction who came to the register.
    ///   - place: where the file is from; nil for all of the actor's territory.
    ///   - progress: rows done, rows in all.
    package func run(
        _ table: LedgerTable,
        map: LedgerMap = LedgerMap(),
        under place: DivisionID? = nil,
        dryRun: Bool,
        by actor: Actor,
        noting note: @escaping @Sendable ([PersonReference], any Connection) throws -> Void = { _, _ in },
        progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> PeopleImportReport {
        let now = people.context.now
        let scope = try policy.scope(for: actor, .importPersons, under: place, at: now)
        let file = try PeopleImportFile(table, map: map)
        let committees = CommitteeFinder(territory: territory(), scope: scope, place: place)
        var importer = PeopleImporter(people: people, committees: committees, instant: now)
        importer.report.take(file)
        for start in stride(from: 0, to: file.count, by: Self.batchLength) {
            let end = min(start + Self.batchLength, file.count)
            let entries = try importer.prepare(file.rows(start..<end))
            let persons = entries.map(\.person)
            let audit = try records(of: persons, by: actor, at: now)
            let outcome = try await write(persons, audit, at: now, dryRun: dryRun, noting: note)
            importer.note(outcome, of: entries)
            progress(end, file.count)
        }
        importer.report.problems.sort { $0.row < $1.row }
        return importer.report
    }

    /// One batch in one transaction; tried again when somebody registered one of its documents meanwhile.
    private func write(
        _ persons: [PreparedPerson],
        _ audit: [AuditEntry.Draft],
        at instant: Instant,
        dryRun: Bool,
        noting note: @escaping @Sendable ([PersonReference], any Connection) throws -> Void
    ) async throws -> BatchOutcome {
        guard !persons.isEmpty else { return BatchOutcome() }
        for _ in 0..<3 {
            do {
                return try await database.write { connection in
                    let outcome = try people.register(persons, at: instant, on: connection)
                    if outcome.created > 0 { try Audit.append(audit, on: connection) }
                    try note(outcome.fresh, connection)
                    if dryRun { throw DryRun(outcome: outcome) }
                    return outcome
                }
            } catch let dry as DryRun {
                return dry.outcome
            } catch PeopleRefusal.changedMeanwhile {
                continue
            }
        }
        throw PeopleRefusal.changedMeanwhile
    }

    /// One entry for each committee of a batch.
    private func records(
        of persons: [PreparedPerson],
        by actor: Actor,
        at instant: Instant
    ) throws -> [AuditEntry.Draft] {
        try Dictionary(grouping: persons, by: \.reference.committee).sorted { $0.key < $1.key }
            .map { committee, some in
                AuditEntry.Draft(
                    committee: committee,
                    authority: try policy.check(actor, .importPersons, at: committee, on: instant),
                    act: "people.import",
                    subject: "committee:\(committee)",
                    detail: "rows \(some.count)"
                )
            }
    }
}

/// Takes a dry run's transaction back and carries its outcome out of it.
private struct DryRun: Error {
    let outcome: BatchOutcome
}
