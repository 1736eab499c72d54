package import Store

/// The statements of sessions and API tokens, which are stored as SHA-256 of what the client holds.
enum SessionQueries {
    static func insert(_ session: SessionInfo, token: [UInt8], account: AccountID) -> SQL {
        """
        INSERT INTO session (token, id, account, device, created_at, last_seen_at, expires_at)
        VALUES (\(token), \(session.id), \(account), \(session.device), \(session.createdAt), \(session.lastSeenAt),
            \(session.expiresAt))
        """
    }

    /// The session of a token with its account.
    static func session(token: [UInt8]) -> SQL {
        """
        SELECT session.id, session.last_seen_at, session.expires_at, account.id, account.name, account.display_name,
            account.second_factor_confirmed
        FROM session JOIN account ON account.id = session.account
        WHERE session.token = \(token) AND account.closed = 0
        """
    }

    static func touch(token: [UInt8], at instant: Instant) -> SQL {
        "UPDATE session SET last_seen_at = \(instant) WHERE token = \(token)"
    }

    static func sessions(of account: AccountID, at instant: Instant) -> SQL {
        """
        SELECT id, created_at, last_seen_at, expires_at, device FROM session
        WHERE account = \(account) AND expires_at > \(instant) ORDER BY last_seen_at DESC LIMIT 100
        """
    }

    static func end(_ session: SessionID, of account: AccountID) -> SQL {
        "DELETE FROM session WHERE id = \(session) AND account = \(account)"
    }

    static func endAll(of account: AccountID) -> SQL {
        "DELETE FROM session WHERE account = \(account)"
    }

    static func endAll(of account: AccountID, except session: SessionID) -> SQL {
        "DELETE FROM session WHERE account = \(account) AND id <> \(session)"
    }

    static func endExpired(before instant: Instant) -> SQL {
        "DELETE FROM session WHERE expires_at <= \(instant)"
    }

    static func insertToken(
        _ token: [UInt8],
        id: SessionID,
        account: AccountID,
        label: String,
        from: Instant,
        to: Instant
    ) -> SQL {
        """
        INSERT INTO api_token (token, id, account, label, created_at, expires_at)
        VALUES (\(token), \(id), \(account), \(label), \(from), \(to))
        """
    }

    /// The live tokens of an account, newest first; it has a handful.
    static func tokens(of account: AccountID, at instant: Instant) -> SQL {
        """
        SELECT id, label, created_at, expires_at FROM api_token
        WHERE account = \(account) AND expires_at > \(instant) ORDER BY created_at DESC, id LIMIT 200
        """
    }

    /// Ends a token that has not run out; it stays in the table, for the record of acts speaks of it.
    static func endToken(_ id: SessionID, of account: AccountID, at instant: Instant) -> SQL {
        """
        UPDATE api_token SET expires_at = \(instant)
        WHERE id = \(id) AND account = \(account) AND expires_at > \(instant)
        """
    }

    /// The account of an API token that has not run out.
    static func account(ofToken token: [UInt8], at instant: Instant) -> SQL {
        """
        SELECT account.id, account.name FROM api_token JOIN account ON account.id = api_token.account
        WHERE api_token.token = \(token) AND api_token.expires_at > \(instant) AND account.closed = 0
        """
    }
}

/// A live session as a request meets it.
struct SessionRow: RowDecodable {
    let session: SessionID
    let lastSeenAt: Instant
    let expiresAt: Instant
    let account: AccountID
    let name: String
    let displayName: String
    let hasSecondFactor: Bool

    init(row: Row) throws {
        session = try row.column(0)
        lastSeenAt = try row.column(1)
        expiresAt = try row.column(2)
        account = try row.column(3)
        name = try row.column(4)
        displayName = try row.column(5)
        hasSecondFactor = try row.column(6)
    }
}

/// The account behind a token.
struct TokenRow: RowDecodable {
    let account: AccountID
    let name: String

    init(row: Row) throws {
        account = try row.column(0)
        name = try row.column(1)
    }
}

extension SessionInfo: RowDecodable {
    package init(row: Row) throws {
        self.init(
            id: try row.column(0),
            createdAt: try row.column(1),
            lastSeenAt: try row.column(2),
            expiresAt: try row.column(3),
            device: try row.column(4)
        )
    }
}
