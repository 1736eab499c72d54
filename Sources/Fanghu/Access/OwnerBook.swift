package import Store

/// Says who holds a role at a place at an instant: to whom a task goes.
package struct OwnerBook: Sendable {
    private let territory: @Sendable () -> Territory
    private let leadership: @Sendable (DivisionID, Instant, any Connection) throws -> Leadership

    /// Who leads a committee at an instant, and who cannot because they are away.
    package struct Leadership: Sendable {
        package let first: AccountID?
        package let away: Set<AccountID>

        package init(first: AccountID?, away: Set<AccountID>) {
            self.first = first
            self.away = away
        }
    }

    /// - Parameter leadership: what the roster says; it is asked for tasks of the first responsible person.
    package init(
        territory: @escaping @Sendable () -> Territory,
        leadership: @escaping @Sendable (DivisionID, Instant, any Connection) throws -> Leadership
    ) {
        self.territory = territory
        self.leadership = leadership
    }

    /// The first responsible person of the committee; where there is none, or that is who is unfit, the nearest holder
    /// of one of the roles who is not away.
    package func firstResponsible(
        orElse roles: [Role],
        at committee: DivisionID,
        on instant: Instant,
        except unfit: Set<AccountID> = [],
        _ connection: any Connection
    ) throws -> AccountID? {
        let leadership = try leadership(committee, instant, connection)
        if let first = leadership.first, !unfit.contains(first) { return first }
        let barred = leadership.away.union(unfit)
        return try owner(for: roles, at: committee, on: instant, barring: barred, connection)
    }

    /// The holder of one of the roles at the place or nearest above it; nil when nobody holds one.
    ///
    /// The more local holder comes first, then the order of the roles, then who was appointed first.
    ///
    /// - Parameter unfit: who cannot have it, for two persons have to stand for it.
    package func owner(
        for roles: [Role],
        at place: DivisionID,
        on instant: Instant,
        except unfit: Set<AccountID> = [],
        _ connection: any Connection
    ) throws -> AccountID? {
        try owner(for: roles, at: place, on: instant, barring: unfit, connection)
    }

    private func owner(
        for roles: [Role],
        at place: DivisionID,
        on instant: Instant,
        barring barred: Set<AccountID>,
        _ connection: any Connection
    ) throws -> AccountID? {
        let path = territory().path(to: place).map(\.id)
        let places = path.isEmpty ? [place] : path
        let statement = AccessQueries.holders(of: roles, at: places, on: instant)
        let holders = try connection.all(statement, as: RoleHolder.self)
        let fit = holders.filter { !barred.contains($0.account) }
        return fit.min { left, right in
            rank(left, roles: roles, places: places) < rank(right, roles: roles, places: places)
        }?
        .account
    }

    /// Whether an open account holds any role at the place or above it at the instant.
    package func isAppointed(
        _ account: AccountID,
        at place: DivisionID,
        on instant: Instant,
        _ connection: any Connection
    ) throws -> Bool {
        let places = Set(territory().path(to: place).map(\.id) + [place])
        guard let row = try connection.first(AccessQueries.account(account), as: AccountRow.self), !row.account.isClosed
        else { return false }
        return try connection.all(AccessQueries.appointments(of: account), as: Appointment.self)
            .contains { $0.isInForce(at: instant) && places.contains($0.place) }
    }

    /// The roles that an account holds at the place or above it at the instant.
    package func roles(
        of account: AccountID,
        at place: DivisionID,
        on instant: Instant,
        _ connection: any Connection
    ) throws -> [Role] {
        let places = Set(territory().path(to: place).map(\.id) + [place])
        return try connection.all(AccessQueries.appointments(of: account), as: Appointment.self)
            .filter { $0.isInForce(at: instant) && places.contains($0.place) }.map(\.role)
    }

    /// Everybody who holds a role at the place or above it at the instant, the most local first.
    package func appointees(
        at place: DivisionID,
        on instant: Instant,
        _ connection: any Connection
    ) throws -> [AccountID] {
        let places = territory().path(to: place).map(\.id) + [place]
        let holders = try connection.all(
            AccessQueries.holders(of: Role.allCases, at: places, on: instant),
            as: RoleHolder.self
        )
        let ranked = holders.sorted {
            rank($0, roles: Role.allCases, places: places) < rank($1, roles: Role.allCases, places: places)
        }
        return ranked.reduce(into: []) { seen, holder in
            if !seen.contains(holder.account) { seen.append(holder.account) }
        }
    }

    private func rank(_ holder: RoleHolder, roles: [Role], places: [DivisionID]) -> (Int, Int, Instant, AccountID) {
        let distance = places.lastIndex(of: holder.place).map { places.count - $0 } ?? places.count
        let preference = roles.firstIndex { $0.rawValue == holder.role } ?? roles.count
        return (distance, preference, holder.from, holder.account)
    }
}

/// An account with a role in a place.
struct RoleHolder: RowDecodable {
    let account: AccountID
    let role: String
    let place: DivisionID
    let from: Instant

    init(row: Row) throws {
        account = try row.column(0)
        role = try row.column(1)
        place = try row.column(2)
        from = try row.column(3)
    }
}
