package import Store

/// The statements of accounts, appointments, sessions and tokens.
enum AccessQueries {
    /// One account by the name typed at sign-in.
    static func account(named name: String) -> SQL {
        """
        SELECT id, name, display_name, password, second_factor, second_factor_confirmed, last_code_step, failures,
            locked_until, closed, created_at
        FROM account WHERE name = \(name)
        """
    }

    static func account(_ id: AccountID) -> SQL {
        """
        SELECT id, name, display_name, password, second_factor, second_factor_confirmed, last_code_step, failures,
            locked_until, closed, created_at
        FROM account WHERE id = \(id)
        """
    }

    /// Accounts that hold or held a role in some places, by name after a name.
    static func accounts(in ranges: [ClosedRange<Int64>], after name: String, limit: Int) -> SQL {
        """
        WITH piece (low, high) AS (VALUES \(rows: ranges.map { [$0.lowerBound.sqlValue, $0.upperBound.sqlValue] }))
        SELECT id, name, display_name, password, second_factor, second_factor_confirmed, last_code_step, failures,
            locked_until, closed, created_at
        FROM account WHERE name > \(name) AND EXISTS (
            SELECT 1 FROM appointment CROSS JOIN piece
            WHERE appointment.account = account.id AND appointment.place BETWEEN piece.low AND piece.high
        )
        ORDER BY name LIMIT \(limit)
        """
    }

    /// How many accounts hold or held a role in some places.
    static func accountCount(in ranges: [ClosedRange<Int64>]) -> SQL {
        """
        WITH piece (low, high) AS (VALUES \(rows: ranges.map { [$0.lowerBound.sqlValue, $0.upperBound.sqlValue] }))
        SELECT COUNT(DISTINCT appointment.account)
        FROM piece CROSS JOIN appointment WHERE appointment.place BETWEEN piece.low AND piece.high
        """
    }

    /// The appointments of several accounts, newest first.
    static func appointments(ofEach accounts: [AccountID]) -> SQL {
        """
        SELECT id, role, place, from_at, to_at, account FROM appointment WHERE account IN \(list: accounts)
        ORDER BY from_at DESC, id
        """
    }

    static func insert(_ account: AccountRow) -> SQL {
        """
        INSERT INTO account (id, name, display_name, password, second_factor, second_factor_confirmed, last_code_step,
            failures, locked_until, closed, created_at)
        VALUES (\(account.id), \(account.name), \(account.displayName), \(account.password), NULL, 0, 0, 0, 0, 0,
            \(account.createdAt))
        """
    }

    /// Takes a sign-in only of an account that is as it was read: open, with that password and that last code.
    static func recordSignIn(_ row: AccountRow, step: Int64, at instant: Instant) -> SQL {
        """
        UPDATE account SET failures = 0, locked_until = 0, last_code_step = \(step)
        WHERE id = \(row.id) AND last_code_step = \(row.lastCodeStep) AND password = \(row.password)
            AND locked_until <= \(instant) AND closed = 0
        """
    }

    /// Counts a wrong attempt; the fifth locks the account and begins to count anew.
    static func recordFailure(_ id: AccountID, lockingUntil instant: Instant) -> SQL {
        """
        UPDATE account SET
            locked_until = CASE WHEN failures >= 4 THEN \(instant) ELSE locked_until END,
            failures = CASE WHEN failures >= 4 THEN 0 ELSE failures + 1 END
        WHERE id = \(id)
        RETURNING locked_until
        """
    }

    /// Holds an open account's row until the transaction ends.
    static func holdOpen(_ id: AccountID) -> SQL {
        "UPDATE account SET closed = 0 WHERE id = \(id) AND closed = 0"
    }

    static func changePassword(of id: AccountID, to password: String) -> SQL {
        "UPDATE account SET password = \(password), failures = 0, locked_until = 0 WHERE id = \(id)"
    }

    static func changeSecondFactor(of id: AccountID, to sealed: [UInt8]?, confirmed: Bool, step: Int64) -> SQL {
        """
        UPDATE account SET second_factor = \(sealed), second_factor_confirmed = \(confirmed), last_code_step = \(step)
        WHERE id = \(id)
        """
    }

    static func close(_ id: AccountID) -> SQL {
        "UPDATE account SET closed = 1 WHERE id = \(id)"
    }

    /// Every appointment of an account, newest first.
    static func appointments(of account: AccountID) -> SQL {
        "SELECT id, role, place, from_at, to_at FROM appointment WHERE account = \(account) ORDER BY from_at DESC, id"
    }

    /// What some accounts are called.
    static func displayNames(of accounts: [AccountID]) -> SQL {
        "SELECT id, display_name FROM account WHERE id IN \(list: accounts)"
    }

    /// Who holds one of some roles at one of some places; `appointment_by_place` serves it.
    static func holders(of roles: [Role], at places: [DivisionID], on instant: Instant) -> SQL {
        """
        SELECT appointment.account, appointment.role, appointment.place, appointment.from_at
        FROM appointment JOIN account ON account.id = appointment.account
        WHERE appointment.place IN \(list: places) AND appointment.role IN \(list: roles.map(\.rawValue))
            AND appointment.from_at <= \(instant)
            AND (appointment.to_at IS NULL OR appointment.to_at > \(instant)) AND account.closed = 0
        """
    }

    /// Appointments with some roles at some places that are not over at an instant; `appointment_by_place` serves it.
    static func seats(as roles: [Role], at places: [DivisionID], after instant: Instant) -> SQL {
        """
        SELECT id, role, place, from_at, to_at, account FROM appointment
        WHERE place IN \(list: places) AND role IN \(list: roles.map(\.rawValue))
            AND (to_at IS NULL OR to_at > \(instant))
        ORDER BY from_at, id
        """
    }

    /// For the doctor; a walk over the appointments, which are few.
    static func holderCount(of role: Role, on instant: Instant) -> SQL {
        """
        SELECT COUNT(DISTINCT appointment.account)
        FROM appointment JOIN account ON account.id = appointment.account
        WHERE appointment.role = \(role.rawValue) AND appointment.from_at <= \(instant)
            AND (appointment.to_at IS NULL OR appointment.to_at > \(instant)) AND account.closed = 0
        """
    }

    /// For the demonstration, which goes into an empty register only.
    static let accountCount: SQL = "SELECT COUNT(*) FROM account"

    static func insert(_ appointment: Appointment, of account: AccountID) -> SQL {
        """
        INSERT INTO appointment (id, account, role, place, from_at, to_at)
        VALUES (\(appointment.id), \(account), \(appointment.role.rawValue), \(appointment.place),
            \(appointment.from), \(appointment.to))
        """
    }

    static func end(_ appointment: Appointment, of account: AccountID, at instant: Instant) -> SQL {
        """
        UPDATE appointment SET to_at = \(instant)
        WHERE id = \(appointment.id) AND account = \(account) AND place = \(appointment.place)
            AND (to_at IS NULL OR to_at > \(instant))
        """
    }
}

/// An appointment with whose it is.
package struct AccountSeat: RowDecodable, Sendable {
    package let account: AccountID
    package let appointment: Appointment

    package init(row: Row) throws {
        appointment = try Appointment(row: row)
        account = try row.column(5)
    }
}

/// An account with its secrets; never leaves the room.
struct AccountRow: RowDecodable {
    let id: AccountID
    let name: String
    let displayName: String
    let password: String
    let secondFactor: [UInt8]?
    let secondFactorConfirmed: Bool
    let lastCodeStep: Int64
    let failures: Int
    let lockedUntil: Instant
    let closed: Bool
    let createdAt: Instant

    init(id: AccountID, name: String, displayName: String, password: String, createdAt: Instant) {
        self.id = id
        self.name = name
        self.displayName = displayName
        self.password = password
        self.createdAt = createdAt
        secondFactor = nil
        secondFactorConfirmed = false
        lastCodeStep = 0
        failures = 0
        lockedUntil = Instant(microseconds: 0)
        closed = false
    }

    init(row: Row) throws {
        id = try row.column(0)
        name = try row.column(1)
        displayName = try row.column(2)
        password = try row.column(3)
        secondFactor = try row.column(4)
        secondFactorConfirmed = try row.column(5)
        lastCodeStep = try row.column(6)
        failures = try row.column(7)
        lockedUntil = try row.column(8)
        closed = try row.column(9)
        createdAt = try row.column(10)
    }

    var account: Account {
        Account(
            id: id,
            name: name,
            displayName: displayName,
            hasSecondFactor: secondFactorConfirmed,
            isClosed: closed,
            createdAt: createdAt
        )
    }
}

extension Appointment: RowDecodable {
    package init(row: Row) throws {
        let name: String = try row.column(1)
        guard let role = Role(rawValue: name) else { throw RowFault.wrongType(1, expected: "Role") }
        self.init(
            id: try row.column(0),
            role: role,
            place: try row.column(2),
            from: try row.column(3),
            to: try row.column(4)
        )
    }
}
