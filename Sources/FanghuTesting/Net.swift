package import Fanghu
package import Store
import Synchronization

/// A small net on a fresh database: two townships of two committees, staff for each part, all services wired.
package struct Net: Sendable {
    package let database: Database
    package let time: TestContext
    package let vault: Vault
    package let policy: Policy
    package let people: People
    package let observations: ObservationService
    package let arrivals: ArrivalsService
    package let dispatch: DispatchService
    package let coverage: CoverageService
    package let households: HouseholdService
    package let figures: FiguresService
    package let accounts: AccountService
    package let sessions: SessionService
    package let orders: OrderService
    package let intake: DayRecordIntake
    package let roster: RosterService

    package static let city = DivisionID(rawValue: 310_000_000_000)
    package static let district = DivisionID(rawValue: 310_105_000_000)
    package static let township = DivisionID(rawValue: 310_105_002_000)
    package static let committee = DivisionID(rawValue: 310_105_002_001)
    package static let neighbour = DivisionID(rawValue: 310_105_002_002)
    package static let stranger = DivisionID(rawValue: 310_105_003_001)

    package static let territory: Territory = {
        let names: [(Int64, String, DivisionID?)] = [
            (310_000_000_000, "上海市", nil), (310_105_000_000, "长宁区", city),
            (310_105_002_000, "江苏路街道", district), (310_105_003_000, "测试街道", district),
            (310_105_002_001, "第一居委会", township), (310_105_002_002, "第二居委会", township),
            (310_105_003_001, "第三居委会", DivisionID(rawValue: 310_105_003_000)),
        ]
        let from = CivilDate(daysSince1970: 18262)
        return Territory(
            names.map { code, name, parent in
                let id = DivisionID(rawValue: code)
                return Division(id: id, code: DivisionCode(id), name: name, parent: parent, validFrom: from)
            }
        )
    }()

    package init(_ database: Database, rules: ProtocolBook = .sample, at start: String = "2020-02-10T08:00:00+08:00") {
        let time = TestContext(at: start)
        let context = time.context
        let vault = Vault(KeyRing(context: context))
        let policy = Policy { Net.territory.ranges(under: $0) }
        let people = People(vault: vault, context: context)
        let owners = OwnerBook(territory: { Net.territory })
        self.database = database
        self.time = time
        self.vault = vault
        self.policy = policy
        self.people = people
        observations = ObservationService(
            database: database,
            policy: policy,
            vault: vault,
            owners: owners,
            protocols: { rules },
            context: context,
            announce: { _ in }
        )
        arrivals = ArrivalsService(
            database: database,
            policy: policy,
            vault: vault,
            people: people,
            observations: observations,
            territory: { Net.territory },
            noticeVersion: "2020-02"
        )
        coverage = Net.coverage(database, policy, vault, owners, context)
        households = HouseholdService(
            database: database,
            policy: policy,
            vault: vault,
            owners: owners,
            context: context
        )
        dispatch = DispatchService(database: database, policy: policy, context: context)
        orders = Net.orders(database, policy, vault, owners, context)
        figures = FiguresService(
            database: database,
            policy: policy,
            territory: { Net.territory },
            context: context
        )
        let cache = ActorCache()
        accounts = AccountService(database: database, policy: policy, vault: vault, context: context, cache: cache)
        sessions = SessionService(database: database, accounts: accounts, context: context)
        intake = observations.makeIntake()
        roster = RosterService(accounts: accounts, owners: owners, territory: { Net.territory })
    }

    private static func coverage(
        _ database: Database,
        _ policy: Policy,
        _ vault: Vault,
        _ owners: OwnerBook,
        _ context: Context
    ) -> CoverageService {
        CoverageService(
            database: database,
            policy: policy,
            vault: vault,
            owners: owners,
            territory: { Net.territory },
            context: context
        )
    }

    private static func orders(
        _ database: Database,
        _ policy: Policy,
        _ vault: Vault,
        _ owners: OwnerBook,
        _ context: Context
    ) -> OrderService {
        OrderService(
            database: database,
            policy: policy,
            vault: vault,
            owners: owners,
            catalogue: .shipped,
            context: context
        )
    }

    /// A member of staff whose account exists, so that tasks find their owner.
    package func staff(_ role: Role, at place: DivisionID = Net.committee) async throws -> Actor {
        let account = AccountID(checked: "00000000-0000-7000-8000-\(Net.suffix(role, place))")
        let appointment = Appointment(
            id: AppointmentID(checked: account.text),
            role: role,
            place: place,
            from: Instant(microseconds: 0),
            to: nil
        )
        try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO account (id, name, display_name, password, second_factor, second_factor_confirmed,
                    last_code_step, failures, locked_until, closed, created_at)
                VALUES (\(account), \(account.text), \(role.rawValue), '', NULL, 0, 0, 0, 0, 0, 0)
                ON CONFLICT (id) DO NOTHING
                """
            )
            try connection.execute(
                """
                INSERT INTO appointment (id, account, role, place, from_at, to_at)
                VALUES (\(appointment.id), \(account), \(role.rawValue), \(place), 0, NULL)
                ON CONFLICT (id) DO NOTHING
                """
            )
        }
        return .staff(Actor.Staff(account: account, name: role.rawValue, appointments: [appointment]))
    }

    /// Twelve digits that tell roles and places apart.
    private static func suffix(_ role: Role, _ place: DivisionID) -> String {
        let number = (Role.allCases.firstIndex(of: role) ?? 0) + 1
        return String(1_000_000_000_000 + Int64(number) * 10_000_000_000 + place.rawValue % 10_000_000_000).suffix(12)
            .description
    }
}
