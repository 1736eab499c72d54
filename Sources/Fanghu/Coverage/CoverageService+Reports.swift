import Store

/// What a building head reports of a piece.
package struct CoverageReportDraft: Sendable {
    /// Made by the sender, so that a report sent twice is one.
    package var id: CoverageReportID
    package var piece: CoveragePieceID
    /// The places that something was heard from.
    package var heard: [PlaceID]
    /// What somebody else has to see to; nil when all is well.
    package var problem: String?

    package init(id: CoverageReportID, piece: CoveragePieceID, heard: [PlaceID], problem: String? = nil) {
        self.id = id
        self.piece = piece
        self.heard = heard
        self.problem = problem
    }
}

/// The words of a problem, sealed: they often name people.
struct CoverageProblem: Codable {
    let text: String

    static func place(of id: CoverageReportID, in committee: DivisionID) -> SealedPlace {
        SealedPlace("coverage_report.sealed", committee: committee, id: id)
    }
}

extension CoverageService {
    /// Takes a report on a piece from its owner, a deputy, its area head or the committee; sent twice it is one.
    package func report(_ draft: CoverageReportDraft, by actor: Actor) async throws -> CoverageReport {
        let now = context.now
        let scope = try policy.scope(for: actor, .reportCoverage, at: now)
        let problem = draft.problem.map { String($0.prefix(1000)) }.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        return try await database.write { connection in
            let piece = try current(draft.piece, in: scope, on: connection)
            let level = try level(of: actor, in: piece, at: now, on: connection)
            let authority = try policy.check(actor, .reportCoverage, at: piece.committee, on: now)
            let places = Set(try places(of: piece, on: connection))
            let heard = Set(draft.heard).intersection(places).sorted()
            guard !heard.isEmpty || problem != nil else { throw CoverageRefusal.nothingReported }
            let report = CoverageReport(
                committee: piece.committee,
                id: draft.id,
                piece: piece.id,
                reportedAt: now,
                account: actor.account,
                places: places.count,
                heard: heard.count,
                hasProblem: problem != nil,
                level: level
            )
            let sealed = try problem.map {
                try vault.seal(CoverageProblem(text: $0), at: CoverageProblem.place(of: draft.id, in: piece.committee))
            }
            guard try !connection.rows(CoverageQueries.insert(report, sealed: sealed)).isEmpty else {
                let known = try connection.first(CoverageQueries.report(draft.id, in: scope), as: CoverageReport.self)
                guard let known, known.piece == piece.id else { throw CoverageRefusal.unknownReport }
                return known
            }
            try write([CoverageStep(level: level)], of: report, authority, on: connection)
            let rows = heard.map { [piece.committee.sqlValue, $0.sqlValue, now.sqlValue, actor.account.sqlValue] }
            for part in StatementSizes.parts(of: rows) { try connection.execute(CoverageQueries.hear(part)) }
            return report
        }
    }

    /// Sends a report on to a level, the actor's own if absent; levels between are skipped for a reason only (DOMAIN §8.1).
    package func passOn(
        _ id: CoverageReportID,
        to asked: CoverageLevel? = nil,
        skipping reason: String? = nil,
        by actor: Actor
    ) async throws -> CoverageReport {
        let now = context.now
        let scope = try policy.scope(for: actor, .reportCoverage, at: now)
        return try await database.write { connection in
            guard let report = try connection.first(CoverageQueries.report(id, in: scope), as: CoverageReport.self),
                let piece = try connection.first(CoverageQueries.piece(report.piece, in: scope), as: CoveragePiece.self)
            else { throw CoverageRefusal.unknownReport }
            let authority = try policy.check(actor, .reportCoverage, at: report.committee, on: now)
            let highest = try highest(of: actor, in: piece, at: now, on: connection)
            let level = asked ?? highest
            guard level <= highest, level > .buildingHead else { throw CoverageRefusal.notYours }
            let steps = try report.level.climbing(to: level, inArea: piece.area != nil, skipping: reason)
            guard try connection.execute(CoverageQueries.raise(report, to: level)) == 1 else {
                throw CoverageRefusal.passedAlready
            }
            try write(steps, of: report, authority, on: connection)
            return CoverageReport(
                committee: report.committee,
                id: report.id,
                piece: report.piece,
                reportedAt: report.reportedAt,
                account: report.account,
                places: report.places,
                heard: report.heard,
                hasProblem: report.hasProblem,
                level: level
            )
        }
    }

    /// How a report climbed so far, from the bottom.
    package func steps(of report: CoverageReport, for actor: Actor) async throws -> [CoverageStep] {
        _ = try policy.check(actor, .reportCoverage, at: report.committee, on: context.now)
        let rows = try await database.read { connection in
            try connection.rows(CoverageQueries.steps(of: report.id, in: report.committee))
        }
        return try rows.compactMap { row in
            guard let level = CoverageLevel(rawValue: try row.column(0)) else { return nil }
            return CoverageStep(level: level, skipped: try row.column(3))
        }
    }

    /// Refuses who neither keeps coverage nor has charge of the piece or its area.
    func level(
        of actor: Actor,
        in piece: CoveragePiece,
        at instant: Instant,
        on connection: any Connection
    ) throws -> CoverageLevel {
        let highest = try highest(of: actor, in: piece, at: instant, on: connection)
        if let account = actor.account {
            let charges = try charges(of: .piece(piece.id), in: piece.committee, on: connection)
            if charges.includes(account, at: instant) { return .buildingHead }
        }
        return highest
    }

    /// How high the actor stands in the chain above a piece.
    func highest(
        of actor: Actor,
        in piece: CoveragePiece,
        at instant: Instant,
        on connection: any Connection
    ) throws -> CoverageLevel {
        if let authority = try? policy.check(actor, .manageCoverage, at: piece.committee, on: instant) {
            return authority.role == .preventionOffice ? .township : .committee
        }
        guard let account = actor.account else { throw CoverageRefusal.notYours }
        if let area = piece.area,
            try charges(of: .area(area), in: piece.committee, on: connection).includes(account, at: instant)
        {
            return .areaHead
        }
        guard try charges(of: .piece(piece.id), in: piece.committee, on: connection).includes(account, at: instant)
        else { throw CoverageRefusal.notYours }
        return .buildingHead
    }

    private func write(
        _ steps: [CoverageStep],
        of report: CoverageReport,
        _ authority: Authority,
        on connection: any Connection
    ) throws {
        let rows = steps.map { step in
            [
                report.committee.sqlValue, report.id.sqlValue, step.level.rawValue.sqlValue,
                authority.instant.sqlValue, authority.account.sqlValue, authority.role?.rawValue.sqlValue ?? .null,
                step.skipped.sqlValue,
            ]
        }
        try connection.execute(CoverageQueries.insertSteps(rows))
        let detail = "\(report.level.name), heard \(report.heard) of \(report.places)"
        try Audit.append(
            [
                AuditEntry.Draft(
                    committee: report.committee,
                    authority: authority,
                    act: steps.last?.level == report.level ? "coverage.report" : "coverage.passOn",
                    subject: "coverageReport:\(report.id)",
                    reason: steps.first { $0.skipped != nil }?.skipped,
                    detail: detail
                )
            ],
            on: connection
        )
    }
}
