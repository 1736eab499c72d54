package import Store

/// Counts who holds a role, wherever it is.
package struct AccountCensus: Sendable {
    private let database: Database

    package init(database: Database) {
        self.database = database
    }

    /// Open accounts with the role in force at an instant.
    package func holders(of role: Role, at instant: Instant) async throws -> Int {
        try await database.read { connection in
            try connection.value(AccessQueries.holderCount(of: role, on: instant)) ?? 0
        }
    }

    /// Every account there is, closed ones too.
    package func accounts() async throws -> Int {
        try await database.read { connection in try connection.value(AccessQueries.accountCount) ?? 0 }
    }
}
