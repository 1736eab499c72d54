package import Store

/// Imports lists of divisions and answers the questions they leave.
package struct TerritoryService: Sendable {
    let database: Database
    package let territory: TerritoryInForce
    let policy: Policy
    let context: Context

    package init(database: Database, territory: TerritoryInForce, policy: Policy, context: Context) {
        self.database = database
        self.territory = territory
        self.policy = policy
        self.context = context
    }

    /// The imports so far, newest first; no permission needed, like the tree itself.
    package func editions() async throws -> [Edition] {
        try await database.read { try $0.all(TerritoryQueries.editions) }
    }

    /// All that was ever known about a division, oldest first.
    package func history(of id: DivisionID) async throws -> [Division] {
        let versions = try await database.read { connection in
            try connection.all(TerritoryQueries.history(of: id), as: DivisionVersion.self)
        }
        guard !versions.isEmpty else { throw TerritoryRefusal.divisionUnknown(id) }
        return versions.map(\.division)
    }
}
