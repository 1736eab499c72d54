import Fanghu
import Testing

/// Role × territory × instant.
struct PolicyTests {
    static let morning = Instant(iso: "2020-02-10T08:00:00+08:00")!
    static let committee = DivisionID("310105002001")!
    static let neighbour = DivisionID("310105002002")!
    static let township = DivisionID("310105002")!

    static let policy = Policy { id in
        switch id {
        case township: [310_105_002_000...310_105_002_999]
        case committee, neighbour: [id.rawValue...id.rawValue]
        default: []
        }
    }

    static func actor(_ role: Role, _ place: DivisionID, from: Instant = morning, to: Instant? = nil) -> Actor {
        let appointment = Appointment(
            id: AppointmentID(checked: "00000000-0000-7000-8000-000000000001"),
            role: role,
            place: place,
            from: from,
            to: to
        )
        return .staff(
            Actor.Staff(
                account: AccountID(checked: "00000000-0000-7000-8000-000000000002"),
                name: "worker",
                appointments: [appointment]
            )
        )
    }

    @Test(arguments: Role.allCases, Permission.allCases)
    func `R-SEC-02: a role may do what its table lists in its place and nothing else`(
        role: Role,
        permission: Permission
    ) {
        let result = Result { () throws(AccessRefusal) in
            try Self.policy.check(Self.actor(role, Self.committee), permission, at: Self.committee, on: Self.morning)
        }
        switch result {
        case .success(let authority):
            #expect(role.permissions.contains(permission))
            #expect(authority.role == role)
        case .failure(let refusal):
            #expect(!role.permissions.contains(permission))
            #expect(refusal == .notPermitted(permission))
        }
    }

    @Test(arguments: Role.allCases, Permission.allCases)
    func `Nobody may do anything in a neighbour's territory`(role: Role, permission: Permission) {
        let actor = Self.actor(role, Self.committee)
        #expect(throws: AccessRefusal.self) {
            try Self.policy.check(actor, permission, at: Self.neighbour, on: Self.morning)
        }
        #expect(throws: AccessRefusal.self) {
            try Self.policy.scope(for: actor, permission, under: Self.neighbour, at: Self.morning)
        }
    }

    @Test(arguments: Permission.allCases)
    func `Somebody without an account may do nothing that staff do`(permission: Permission) {
        #expect(throws: AccessRefusal.notSignedIn) {
            try Self.policy.check(.visitor, permission, at: Self.committee, on: Self.morning)
        }
    }

    @Test func `I-18: an appointment begins and ends at its instants`() throws {
        let end = Self.morning.adding(hours: 10)
        let actor = Self.actor(.communityWorker, Self.committee, to: end)
        let before = Instant(microseconds: Self.morning.microseconds - 1)
        let last = Instant(microseconds: end.microseconds - 1)
        #expect(throws: AccessRefusal.notPermitted(.viewPersons)) {
            try Self.policy.check(actor, .viewPersons, at: Self.committee, on: before)
        }
        _ = try Self.policy.check(actor, .viewPersons, at: Self.committee, on: Self.morning)
        _ = try Self.policy.check(actor, .viewPersons, at: Self.committee, on: last)
        #expect(throws: AccessRefusal.notPermitted(.viewPersons)) {
            try Self.policy.check(actor, .viewPersons, at: Self.committee, on: end)
        }
    }

    @Test func `A scope is the common part of what is held and what is asked`() throws {
        let actor = Self.actor(.preventionOffice, Self.township)
        let whole = try Self.policy.scope(for: actor, .viewPersons, at: Self.morning)
        #expect(whole.ranges == [310_105_002_000...310_105_002_999])
        let one = try Self.policy.scope(for: actor, .viewPersons, under: Self.committee, at: Self.morning)
        #expect(one.contains(Self.committee))
        #expect(!one.contains(Self.neighbour))
    }
}
