package import Store

/// How much a committee has to do for each person who works there: where a cadre is needed most (DOMAIN §8.6).
package struct BusyArea: Hashable, Sendable, RowDecodable {
    package let committee: DivisionID
    package let openTasks: Int
    package let observations: Int
    /// Staff of the committee and posted cadres, each once.
    package let workers: Int

    package init(row: Row) throws {
        committee = try row.column(0)
        openTasks = try row.column(1)
        observations = try row.column(2)
        workers = try row.column(3)
    }

    /// Who counts as a worker.
    static let roles: [Role] = [.communityWorker, .director, .secretary, .secondSecretary, .secondedCadre]
}

extension RosterService {
    /// The committees of a territory by load per worker, the busiest first; where nobody works stands before all others.
    package func busiest(under place: DivisionID? = nil, limit: Int = 20, for actor: Actor) async throws -> [BusyArea] {
        let now = context.now
        let scope = try policy.scope(for: actor, .viewRoster, under: place, at: now)
        return try await database.read { connection in
            try connection.all(RosterQueries.busiest(in: scope, at: now, limit: min(max(limit, 1), 200)))
        }
    }
}
