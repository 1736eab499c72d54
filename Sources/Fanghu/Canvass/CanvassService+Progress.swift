import Store

extension CanvassService {
    /// The most lines of a part that one page shows: those furthest behind.
    private static let mostLines = 100

    /// How far a campaign is in the actor's territory, cut in every way.
    package func progress(of id: CanvassCampaignID, for actor: Actor) async throws -> CanvassProgress {
        let scope = try policy.scope(for: actor, .manageCoverage, at: context.now)
        return try await database.read { connection in
            let campaign = try campaign(id, in: scope, on: connection)
            let parts = try CanvassProgress.Part.allCases.map { part in
                let lines = try lines(of: id, in: scope, by: part, on: connection)
                return (part: part, lines: Array(lines.sorted { $0.isBehind($1) }.prefix(Self.mostLines)))
            }
            let total = try lines(of: id, in: scope, by: nil, on: connection).first
            return CanvassProgress(campaign: campaign, total: total ?? Self.nothing, parts: parts)
        }
    }

    private static let nothing = CanvassProgress.Line(
        key: "",
        targets: 0,
        done: 0,
        explained: 0,
        nobody: 0,
        refused: 0,
        receipts: 0,
        personTimes: 0
    )

    private func lines(
        of id: CanvassCampaignID,
        in scope: Scope,
        by part: CanvassProgress.Part?,
        on connection: any Connection
    ) throws -> [CanvassProgress.Line] {
        var times: [String: Int] = [:]
        for statement in [
            CanvassQueries.memberTimes(of: id, in: scope, by: part),
            CanvassQueries.helperTimes(of: id, in: scope, by: part),
        ] {
            for row in try connection.rows(statement) {
                times[try row.column(0), default: 0] += try row.column(1, as: Int.self)
            }
        }
        return try connection.rows(CanvassQueries.progress(of: id, in: scope, by: part))
            .map { row in
                let key: String = try row.column(0)
                return CanvassProgress.Line(
                    key: key,
                    targets: try row.column(1),
                    done: try row.column(2),
                    explained: try row.column(3),
                    nobody: try row.column(4),
                    refused: try row.column(5),
                    receipts: try row.column(6),
                    personTimes: times[key] ?? 0
                )
            }
    }
}
