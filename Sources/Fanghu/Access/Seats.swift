package import Store

/// Appointments as other rooms read and make them, inside their own transactions.
package enum Seats {
    /// Who held, holds or will hold one of some roles at some places after an instant.
    package static func held(
        as roles: [Role],
        at places: [DivisionID],
        after instant: Instant,
        _ connection: any Connection
    ) throws -> [AccountSeat] {
        guard !places.isEmpty else { return [] }
        return try connection.all(AccessQueries.seats(as: roles, at: places, after: instant))
    }

    /// What some accounts hold, held or will hold, whatever it is.
    package static func held(by accounts: Set<AccountID>, _ connection: any Connection) throws -> [AccountSeat] {
        guard !accounts.isEmpty else { return [] }
        return try connection.all(AccessQueries.appointments(ofEach: accounts.sorted()))
    }

    /// Holds an open account's row until the transaction ends; refuses a closed or unknown one.
    package static func holdOpen(_ account: AccountID, _ connection: any Connection) throws {
        guard try connection.execute(AccessQueries.holdOpen(account)) == 1 else { throw AccessRefusal.unknownAccount }
    }

    /// The open account of a sign-in name.
    package static func account(named name: String, _ connection: any Connection) throws -> Account {
        let row = try connection.first(AccessQueries.account(named: name.lowercased()), as: AccountRow.self)
        guard let row, !row.closed else { throw AccessRefusal.unknownAccount }
        return row.account
    }

    package static func begin(
        _ appointment: Appointment,
        of account: AccountID,
        _ connection: any Connection
    ) throws {
        try connection.execute(AccessQueries.insert(appointment, of: account))
    }

    /// Ends an appointment at an instant, unless it is over by then.
    package static func end(
        _ appointment: AppointmentID,
        of account: AccountID,
        at place: DivisionID,
        on instant: Instant,
        _ connection: any Connection
    ) throws {
        let bounds = Appointment(id: appointment, role: .secondedCadre, place: place, from: instant, to: nil)
        try connection.execute(AccessQueries.end(bounds, of: account, at: instant))
    }
}
