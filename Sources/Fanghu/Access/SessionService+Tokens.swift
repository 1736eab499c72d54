package import Store

/// A program's token as lists show it: everything but the token.
package struct TokenInfo: Sendable {
    package let id: SessionID
    package let label: String
    package let createdAt: Instant
    package let expiresAt: Instant
}

extension SessionService {
    /// Makes an API token for an account, valid for some days; the token itself is told this once.
    package func makeToken(for account: Account, label: String, days: Int) async throws -> String {
        let token = "fgh_" + Self.hexadecimal(context.randomBytes(24))
        let now = context.now
        let id: SessionID = context.newID()
        try await database.write { connection in
            try connection.execute(
                SessionQueries.insertToken(
                    Self.digest(token),
                    id: id,
                    account: account.id,
                    label: label,
                    from: now,
                    to: now.adding(hours: 24 * days)
                )
            )
            try AccountService.record("access.makeToken", of: account.id, at: now, on: connection)
        }
        return token
    }

    /// The tokens of an account that have not run out, newest first.
    package func tokens(of account: AccountID) async throws -> [TokenInfo] {
        let now = context.now
        return try await database.read { connection in
            try connection.all(SessionQueries.tokens(of: account, at: now))
        }
    }

    /// Ends a token at once; whoever holds it is a stranger from now on.
    package func endToken(_ id: SessionID, of account: AccountID) async throws {
        let now = context.now
        try await database.write { connection in
            guard try connection.execute(SessionQueries.endToken(id, of: account, at: now)) == 1 else {
                throw AccessRefusal.unknownSession
            }
            try AccountService.record("access.endToken", of: account, at: now, on: connection)
        }
        cache.forgetAll()
    }
}

extension TokenInfo: RowDecodable {
    package init(row: Row) throws {
        id = try row.column(0)
        label = try row.column(1)
        createdAt = try row.column(2)
        expiresAt = try row.column(3)
    }
}
