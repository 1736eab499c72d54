import Fanghu
import FanghuTesting
import Store

/// A register of places over two districts, with an actor for every test.
struct PlacesDesk: Sendable {
    let database: Database
    let service: PlacesService
    let divisions: TerritoryService

    static let operation = Actor.system(job: "test")
    static let township = DivisionID(rawValue: 310_105_001_000)
    static let committee = DivisionID(rawValue: 310_105_001_001)
    static let neighbour = DivisionID(rawValue: 310_105_001_002)
    static let stranger = DivisionID(rawValue: 310_104_001_001)

    private static let rows = """
        code,name
        31,上海市
        3101,市辖区
        310105,长宁区
        310105001,甲街道
        310105001001,柳荫居委会
        310105001002,桂香居委会
        310104,徐汇区
        310104001,丁街道
        310104001001,桂香居委会

        """

    init(_ database: Database) async throws {
        let territory = try await TerritoryInForce(database)
        let policy = Policy { territory.current.ranges(under: $0) }
        let context = TestContext().context
        self.database = database
        divisions = TerritoryService(database: database, territory: territory, policy: policy, context: context)
        _ = try await divisions.importEdition(Array(Self.rows.utf8), named: "list.csv", by: Self.operation)
        service = PlacesService(database: database, territory: territory, policy: policy, context: context)
    }

    /// Somebody with a role at a place.
    static func staff(_ role: Role, at place: DivisionID = committee) -> Actor {
        let context = TestContext().context
        let appointment = Appointment(id: context.newID(), role: role, place: place, from: context.now, to: nil)
        return .staff(Actor.Staff(account: context.newID(), name: "测试", appointments: [appointment]))
    }

    /// A compound of the committee.
    func compound(_ name: String = "柳荫新苑", in committee: DivisionID = committee) async throws -> Compound {
        let draft = Compound.Draft(committee: committee, name: name, address: "柳荫路123弄")
        return try await service.addCompound(draft, by: Self.operation)
    }

    /// The acts recorded for a committee, oldest first.
    func acts(in committee: DivisionID = committee) async throws -> [String] {
        try await database.read { connection in
            try connection.rows("SELECT act FROM audit_entry WHERE committee = \(committee) ORDER BY sequence")
                .map { try $0.column(0) }
        }
    }
}
