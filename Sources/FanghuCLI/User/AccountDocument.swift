import Fanghu

/// An account as a table row and in JSON.
struct AccountDocument: Encodable {
    let id: AccountID
    let name: String
    let displayName: String
    let secondFactor: Bool
    let closed: Bool
    let appointments: [Held]

    /// A role that is in force.
    struct Held: Encodable {
        let role: Role
        let scope: DivisionID
    }

    init(_ account: Account, _ held: [Held]) {
        id = account.id
        name = account.name
        displayName = account.displayName
        secondFactor = account.hasSecondFactor
        closed = account.isClosed
        appointments = held
    }

    init(_ account: Account, _ all: [Appointment], at instant: Instant) {
        self.init(
            account,
            all.filter { $0.isInForce(at: instant) }.map { Held(role: $0.role, scope: $0.place) }
        )
    }

    var line: String {
        let roles = appointments.map { "\($0.role.rawValue)@\($0.scope)" }.joined(separator: " ")
        let mark = closed ? Words("已停用", "closed")(in: Console.language) : roles
        return "\(name)\t\(displayName)\t\(mark)"
    }
}
