import Fanghu
import FanghuTesting
import Store

/// A register with two workers: one of the first committee, one of the second, and one of both.
struct Desk {
    let database: Database
    let context: Context
    let vault: Vault
    let people: People
    let service: PeopleService

    static let first = DivisionID(rawValue: 310_105_002_001)
    static let second = DivisionID(rawValue: 310_105_002_002)
    static let township = DivisionID(rawValue: 310_105_002_000)

    init(_ database: Database, limits: PeopleLimits = PeopleLimits()) {
        self.database = database
        context = TestContext().context
        vault = Vault(KeyRing(context: context))
        people = People(vault: vault, context: context)
        let territory = Desk.territory
        service = PeopleService(
            database: database,
            policy: Policy { territory.ranges(under: $0) },
            people: people,
            owners: OwnerBook(territory: { territory }),
            limits: limits
        )
    }

    /// The township with its two committees.
    static let territory = Territory(
        ["310105002000": "江苏路街道", "310105002001": "第一居委会", "310105002002": "第二居委会"]
            .compactMap { code, name in
                guard let id = DivisionID(code), let from = CivilDate(yyyymmdd: 2020_01_01) else { return nil }
                return Division(
                    id: id,
                    code: DivisionCode(id),
                    name: name,
                    parent: id == township ? nil : township,
                    validFrom: from
                )
            }
    )

    static func worker(at place: DivisionID, as role: Role = .communityWorker) -> Actor {
        let appointment = Appointment(
            id: AppointmentID(checked: "01900000-0000-7000-8000-0000000000aa"),
            role: role,
            place: place,
            from: Instant(microseconds: 0),
            to: nil
        )
        let account = AccountID(checked: "01900000-0000-7000-8000-0000000000bb")
        return .staff(Actor.Staff(account: account, name: "测试", appointments: [appointment]))
    }

    static func draft(_ name: String, number: Int? = nil, phone: Int? = nil) -> PersonDraft {
        PersonDraft(
            name: name,
            documentNumber: number.map { FixtureNumbers.citizen($0) },
            documentPending: number == nil,
            phone: phone.map { FixtureNumbers.phone($0) },
            address: "某路\(number ?? 1)弄2号301室"
        )
    }

    func register(_ draft: PersonDraft, in committee: DivisionID = Desk.first) async throws -> MaskedPerson? {
        let answer = try await service.register(draft, in: committee, by: Desk.worker(at: Desk.township))
        guard case .registered(let person, _) = answer else { return nil }
        return person
    }
}
