package import Fanghu
import Store

/// Gates, measures and the places they stand at, over a small net.
package struct GateRoom: Sendable {
    package let net: Net
    package let places: PlacesService
    package let measures: MeasureService
    package let gates: GateService
    package let map: MapService

    package static let compound = PlaceID(checked: "00000000-0000-7000-8000-00000000f001")
    package static let eastGate = PlaceID(checked: "00000000-0000-7000-8000-00000000f011")
    package static let westGate = PlaceID(checked: "00000000-0000-7000-8000-00000000f012")

    package init(_ net: Net, limits: GateLimits = GateLimits()) async throws {
        self.net = net
        places = PlacesService(
            database: net.database,
            territory: try await TerritoryInForce(net.database),
            policy: net.policy,
            context: net.time.context
        )
        measures = MeasureService(
            database: net.database,
            policy: net.policy,
            places: places,
            territory: { Net.territory },
            context: net.time.context
        )
        gates = GateService(
            database: net.database,
            policy: net.policy,
            people: net.people,
            owners: OwnerBook(territory: { Net.territory }),
            measures: measures,
            protocols: { .sample },
            limits: limits
        )
        map = MapService(database: net.database, policy: net.policy, gates: gates, arrivals: net.arrivals)
    }

    /// A compound with an east and a west gate, on a map.
    package func addCompound(in committee: DivisionID = Net.committee) async throws {
        try await net.database.write { connection in
            try connection.execute(
                """
                INSERT INTO compound
                    (committee, id, name, kind, management, longitude, latitude, point_flagged, created_at)
                VALUES (\(committee), \(Self.compound), '柳荫新苑', 'estate', 'company', 121.42, 31.22, 0, 0)
                """
            )
            for (gate, name) in [(Self.eastGate, "东门"), (Self.westGate, "西门")] {
                try connection.execute(
                    """
                    INSERT INTO gate (committee, id, compound, name, is_open, longitude, latitude, point_flagged)
                    VALUES (\(committee), \(gate), \(Self.compound), \(name), 1, 121.42, 31.22, 0)
                    """
                )
            }
        }
    }

    /// A post at the east gate.
    package func addPost(
        wanted: Int = 1,
        hours: OpeningHours = .always,
        in committee: DivisionID = Net.committee
    ) async throws -> GatePost {
        let draft = GatePost.Draft(
            committee: committee,
            kind: .gate,
            name: "东门岗",
            compound: Self.compound,
            place: Self.eastGate,
            hours: hours,
            wanted: wanted
        )
        return try await gates.addPost(draft, by: net.staff(.communityWorker, at: committee))
    }

    /// A gatekeeper who stands at a post for eight hours from now on.
    package func keeper(at post: GatePost) async throws -> Actor {
        let keeper = try await net.staff(.gateKeeper, at: post.committee)
        guard let account = keeper.account else { preconditionFailure("staff have accounts") }
        let shift = DutyShift.Draft(post: post.id, to: net.time.now.adding(hours: 8), who: .staff(account))
        _ = try await gates.plan(shift, by: net.staff(.communityWorker, at: post.committee))
        return keeper
    }

    /// Somebody of the register.
    package func resident(
        _ name: String,
        phone: String = "13800138000",
        number: Int? = 1,
        in committee: DivisionID = Net.committee
    ) async throws -> PersonReference? {
        let service = PeopleService(
            database: net.database,
            policy: net.policy,
            people: net.people,
            owners: OwnerBook(territory: { Net.territory })
        )
        let draft = PersonDraft(
            name: name,
            documentNumber: number.map { FixtureNumbers.citizen($0) },
            documentPending: number == nil,
            phone: phone
        )
        let answer = try await service.register(draft, in: committee, by: net.staff(.communityWorker, at: committee))
        guard case .registered(let person, _) = answer else { return nil }
        return person.reference
    }
}

extension GateAnswers {
    /// A resident who comes home well.
    package static func resident(_ name: String = "测试甲", _ tail: String = "8000", _ degrees: Int = 365) throws -> Self {
        GateAnswers(
            name: try PersonName(name),
            tail: PersonTail(tail),
            temperature: try Temperature(tenths: degrees)
        )
    }
}
