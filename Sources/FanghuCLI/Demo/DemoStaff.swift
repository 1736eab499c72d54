import Fanghu

/// The demonstration's staff as actors.
struct DemoStaff: Sendable {
    private let actors: [String: Actor]

    /// Makes the accounts of a cast, and gives them as actors.
    init(_ cast: DemoCast, _ accounts: AccountService, by console: Actor) async throws {
        var actors: [String: Actor] = [:]
        for seat in cast.seats {
            let draft = AccountService.Draft(
                name: seat.name,
                displayName: seat.displayName,
                password: DemoCast.password,
                role: seat.role,
                place: seat.place
            )
            let account = try await accounts.add(draft, by: console)
            let appointments = try await accounts.appointments(of: account.id, for: console)
            actors[Self.key(seat.role, seat.place)] = .staff(
                Actor.Staff(account: account.id, name: account.name, appointments: appointments)
            )
        }
        self.actors = actors
    }

    /// Who holds a role in a place; a part of the cast that nobody plays is a bug.
    func actor(_ role: Role, at place: DivisionID) throws -> Actor {
        guard let actor = actors[Self.key(role, place)] else { throw CommandRefusal.notForDemo(place.text) }
        return actor
    }

    private static func key(_ role: Role, _ place: DivisionID) -> String { "\(role.rawValue)@\(place)" }
}
