import Fanghu
import FanghuTesting
import Store
import Testing

/// A township with two committees, their dwellings, and people who can answer for them.
struct CoverageHarness: Sendable {
    let database: Database
    let time: TestContext
    let places: PlacesService
    let coverage: CoverageService
    let dispatch: DispatchService
    let figures: FiguresService

    static let township = DivisionID(rawValue: 310_105_002_000)
    static let first = DivisionID(rawValue: 310_105_002_001)
    static let second = DivisionID(rawValue: 310_105_002_002)
    static let operation = Actor.system(job: "test")

    /// - Parameter committees: how many committees the township has, from 001 on.
    init(_ database: Database, committees: Int = 2) async throws {
        let territory = try await TerritoryInForce(database)
        let time = TestContext()
        let context = time.context
        let policy = Policy { territory.current.ranges(under: $0) }
        let divisions = TerritoryService(database: database, territory: territory, policy: policy, context: context)
        let head = "code,name\n31,上海市\n3101,市辖区\n310105,长宁区\n310105002,甲街道\n"
        let rows = (1...committees).map { "\(310_105_002_000 + $0),第\($0)居委会\n" }.joined()
        _ = try await divisions.importEdition(Array((head + rows).utf8), named: "list.csv", by: Self.operation)
        self.database = database
        self.time = time
        places = PlacesService(database: database, territory: territory, policy: policy, context: context)
        coverage = CoverageService(
            database: database,
            policy: policy,
            vault: Vault(KeyRing(context: context)),
            owners: OwnerBook(territory: { territory.current }),
            territory: { territory.current },
            context: context
        )
        dispatch = DispatchService(database: database, policy: policy, context: context)
        figures = FiguresService(
            database: database,
            policy: policy,
            territory: { territory.current },
            context: context
        )
    }

    /// Dwellings at 柳荫路 1号 and on, with rooms 101 and on.
    func fill(_ committee: DivisionID, buildings: Int, rooms: Int) async throws {
        let rows = (1...buildings)
            .flatMap { building in
                (1...rooms).map { "\(committee),柳荫路\(building)号\(100 + $0)室\n" }
            }
        let sheet = Array(("committee,address\n" + rows.joined()).utf8)
        let report = try await places.importDwellings(sheet, by: Self.operation)
        #expect(report.problems.isEmpty && report.created == buildings * rooms)
    }

    func buildings(_ committee: DivisionID) async throws -> [PlaceID] {
        try await places.buildings(of: committee).map(\.id)
    }

    /// Somebody with an account and an appointment; the number tells them apart.
    func person(_ role: Role, _ number: Int, at place: DivisionID = first) async throws -> Actor {
        let account = AccountID(checked: "00000000-0000-7000-8000-\(String(1_000_000_000_000 + number).suffix(12))")
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
                """
            )
            try connection.execute(
                """
                INSERT INTO appointment (id, account, role, place, from_at, to_at)
                VALUES (\(appointment.id), \(account), \(role.rawValue), \(place), 0, NULL)
                """
            )
        }
        return .staff(Actor.Staff(account: account, name: role.rawValue, appointments: [appointment]))
    }

    /// The coverage figures of a committee, and `fanghu verify` beside them.
    func figure(_ indicator: Indicator, of place: DivisionID = first) async throws -> Int {
        try await figures.report(under: place, for: Self.operation).total.cumulative[indicator, default: 0]
    }

    func verify() async throws {
        let report = try await VerificationService(database: database).verify()
        #expect(report.differences == [])
        #expect(report.violations == [])
    }
}
