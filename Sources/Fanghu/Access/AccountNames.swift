package import Store

/// What colleagues are called on lists: display names by account, nothing else.
package struct AccountNames: Sendable {
    private let database: Database

    package init(database: Database) {
        self.database = database
    }

    package func names(of accounts: [AccountID]) async throws -> [AccountID: String] {
        let ids = Array(Set(accounts)).sorted()
        guard !ids.isEmpty else { return [:] }
        let rows = try await database.read { connection in try connection.rows(AccessQueries.displayNames(of: ids)) }
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.column(0), try $0.column(1)) })
    }
}
