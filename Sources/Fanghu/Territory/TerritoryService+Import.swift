import Store

extension TerritoryService {
    /// Imports a yearly list over the present tree, in one transaction.
    ///
    /// A dry run does all of it and rolls back, so its report is that of the import. Refusals: `territory.*` for a file
    /// that cannot be used or an older list, `access.*` for somebody who may not.
    /// - Parameters:
    ///   - source: the name of the file, for the record.
    ///   - asOf: the day from which the list holds; today when nil.
    package func importEdition(
        _ bytes: [UInt8],
        named source: String,
        asOf: CivilDate? = nil,
        dryRun: Bool = false,
        by actor: Actor
    ) async throws -> EditionReport {
        let now = context.now
        let day = asOf ?? now.day
        guard day <= now.day else { throw TerritoryRefusal.editionInFuture }
        let file = try EditionFile(bytes: bytes)
        guard !file.rows.isEmpty else { throw TerritoryRefusal.nothingUsable }
        let authorities = try authorities(over: file, for: actor, at: now)
        let act = EditionImport(file: file, source: source, asOf: day, at: now, authorities: authorities)
        do {
            let report = try await database.write { connection in
                let report = try act.run(on: connection, ids: context)
                if dryRun { throw DryRunEnd(report: report) }
                return report
            }
            try await territory.refresh()
            return report
        } catch let end as DryRunEnd {
            return end.report
        }
    }

    /// The right to change what the list is about: at each of its topmost divisions, known or not.
    private func authorities(
        over file: EditionFile,
        for actor: Actor,
        at now: Instant
    ) throws -> [DivisionID: Authority] {
        var authorities: [DivisionID: Authority] = [:]
        for code in file.roots {
            let place = territory.current.node(code: code)?.id ?? DivisionID(rawValue: code.rawValue)
            authorities[place] = try policy.check(actor, .administerTerritory, at: place, on: now)
        }
        return authorities
    }
}

/// Leaves the transaction of a dry run with its report.
private struct DryRunEnd: Error {
    let report: EditionReport
}

/// One import inside its transaction.
struct EditionImport: Sendable {
    let file: EditionFile
    let source: String
    let asOf: CivilDate
    let at: Instant
    let authorities: [DivisionID: Authority]

    init(
        file: EditionFile,
        source: String,
        asOf: CivilDate,
        at instant: Instant,
        authorities: [DivisionID: Authority]
    ) {
        self.file = file
        self.source = source
        self.asOf = asOf
        at = instant
        self.authorities = authorities
    }

    /// Keeps: at most one version of a division is open, and a closed one is never reopened.
    func run(on connection: any Connection, ids: Context) throws -> EditionReport {
        try connection.execute(TerritoryQueries.lock)
        let register = try DivisionRegister(connection)
        try refuseOlder(than: register.territory)
        let known = try connection.all(
            TerritoryQueries.proposals(in: [.waiting, .rejected]),
            as: StoredProposal.self
        )
        let plan = EditionPlan(from: register.territory, to: file, asOf: asOf, proposals: known)
        let asked = plan.proposals.map {
            StoredProposal(id: ids.newID(), proposal: $0, state: .waiting)
        }
        try write(plan, asked, register, connection)
        let waiting = known.filter { $0.state == .waiting && !plan.superseded.contains($0.id) } + asked
        return EditionReport(file: file, plan: plan, waiting: waiting, before: register.territory)
    }

    private func write(
        _ plan: EditionPlan,
        _ asked: [StoredProposal],
        _ register: DivisionRegister,
        _ connection: any Connection
    ) throws {
        try register.close(plan.changed.map(\.after.id) + plan.retired.map(\.id), on: asOf, connection)
        try register.append(plan.created + plan.changed.map(\.after), on: connection)
        for start in stride(from: 0, to: asked.count, by: 500) {
            try connection.execute(TerritoryQueries.insert(Array(asked[start..<min(start + 500, asked.count)])))
        }
        if !plan.superseded.isEmpty {
            try connection.execute(TerritoryQueries.decide(plan.superseded, .superseded, by: importer, at: at))
        }
        let edition = try Edition(
            number: connection.value(TerritoryQueries.nextEdition) ?? 1,
            plan: plan,
            source: source,
            problems: file.problems.count,
            at: at,
            by: importer
        )
        try connection.execute(TerritoryQueries.insert(edition))
        try Audit.append(entries(for: edition), on: connection)
    }

    private var importer: String {
        authorities.values.first.map { $0.account?.text ?? $0.actorKind } ?? ""
    }

    private func entries(for edition: Edition) -> [AuditEntry.Draft] {
        authorities.sorted { $0.key < $1.key }
            .map { place, authority in
                AuditEntry.Draft(
                    committee: place,
                    authority: authority,
                    act: "territory.import",
                    subject: "edition:\(edition.number)",
                    detail: "created \(edition.created), changed \(edition.changed), retired \(edition.retired)"
                )
            }
    }

    /// A list cannot hold from a day before the newest change of what it is about.
    private func refuseOlder(than territory: Territory) throws(TerritoryRefusal) {
        let roots = file.roots.compactMap { territory.node(code: $0)?.id }
        let newest = territory.divisions
            .filter { division in roots.contains { territory.contains(division.id, in: $0) } }
            .map { max($0.validFrom, $0.validTo ?? $0.validFrom) }
            .max()
        if let newest, newest > asOf { throw .editionOlder(than: newest) }
    }
}
