import Store

/// What an import of dwellings did, or would do: the same for a dry run.
package struct DwellingReport: Sendable {
    package let rows: Int
    package var created: Int
    /// Rows whose dwelling was there already.
    package var unchanged: Int
    package var problems: [RowProblem]
}

extension PlacesService {
    /// Imports a sheet of dwellings, in one transaction.
    ///
    /// A dry run does all of it and rolls back. A wrong row never keeps the others out. Rows of committees outside the
    /// actor's territory are reported like wrong ones.
    /// - Parameter place: where committees given by name are looked for.
    package func importDwellings(
        _ bytes: [UInt8],
        under place: DivisionID? = nil,
        dryRun: Bool = false,
        by actor: Actor
    ) async throws -> DwellingReport {
        let now = context.now
        let file = try DwellingFile(bytes: bytes, in: territory.current, under: place)
        var authorities: [DivisionID: Authority] = [:]
        for committee in Set(file.rows.map(\.committee)) {
            authorities[committee] = try? policy.check(actor, .managePlaces, at: committee, on: now)
        }
        let act = DwellingImport(file: file, authorities: authorities, at: now)
        do {
            let context = context
            return try await database.write { connection in
                let report = try act.run(on: connection, ids: context)
                if dryRun { throw DwellingDryRunEnd(report: report) }
                return report
            }
        } catch let end as DwellingDryRunEnd {
            return end.report
        }
    }
}

/// Leaves the transaction of a dry run with its report.
private struct DwellingDryRunEnd: Error {
    let report: DwellingReport
}

/// One import inside its transaction, committee by committee in ascending order.
private struct DwellingImport: Sendable {
    let file: DwellingFile
    let authorities: [DivisionID: Authority]
    let instant: Instant

    init(file: DwellingFile, authorities: [DivisionID: Authority], at instant: Instant) {
        self.file = file
        self.authorities = authorities
        self.instant = instant
    }

    func run(on connection: any Connection, ids: Context) throws -> DwellingReport {
        var report = DwellingReport(rows: file.rowCount, created: 0, unchanged: 0, problems: file.problems)
        let byCommittee = Dictionary(grouping: file.rows, by: \.committee)
        for (committee, rows) in byCommittee.sorted(by: { $0.key < $1.key }) {
            guard let authority = authorities[committee] else {
                report.problems += rows.map { DwellingProblem.outsideTerritory.problem(row: $0.line) }
                continue
            }
            try add(rows, of: committee, under: authority, to: &report, connection, ids)
        }
        report.problems.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        return report
    }

    private func add(
        _ rows: [DwellingFile.Row],
        of committee: DivisionID,
        under authority: Authority,
        to report: inout DwellingReport,
        _ connection: any Connection,
        _ ids: Context
    ) throws {
        let compounds = try connection.all(PlacesQueries.compounds(of: [committee]), as: Compound.self)
        let compoundIDs = Dictionary(compounds.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
        var book = try DwellingBook(of: committee, instant, connection)
        var lines: [String: Int] = [:]
        for row in rows {
            let key = AddressKey(row.address, in: committee).local
            if let first = lines[key] {
                report.problems.append(DwellingProblem.repeated(first: first).problem(row: row.line))
                continue
            }
            lines[key] = row.line
            let compound = row.compound.flatMap { compoundIDs[$0] }
            if let name = row.compound, compound == nil {
                report.problems.append(DwellingProblem.compoundUnknown(name).problem(row: row.line))
                continue
            }
            if book.add(row.address, compound: compound, ids: ids) == nil {
                report.unchanged += 1
            } else {
                report.created += 1
            }
        }
        try book.write(under: authority, on: connection)
    }
}
