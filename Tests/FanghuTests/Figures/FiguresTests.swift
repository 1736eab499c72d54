import Fanghu
import FanghuTesting
import Store
import Testing

/// Counters and what is read from them.
struct FiguresTests {
    static let day = CivilDate(yyyymmdd: 20_200_210)!

    /// Two districts with two townships of two committees each.
    static let tree: Territory = {
        let codes = [
            "310000000000", "310101000000", "310105000000",
            "310101002000", "310101003000", "310105002000", "310105003000",
            "310101002001", "310101002002", "310101003001", "310101003002",
            "310105002001", "310105002002", "310105003001", "310105003002",
        ]
        return Territory(
            codes.map { text in
                let id = DivisionID(text)!
                let parent = [9, 6, 2].map { DivisionID(text.prefix($0))! }.first { $0 < id && codes.contains($0.text) }
                return Division(
                    id: id,
                    code: DivisionCode(text)!,
                    name: text,
                    parent: parent == id ? nil : parent,
                    validFrom: CivilDate(yyyymmdd: 20_200_101)!
                )
            }
        )
    }()

    static func service(_ database: Database, _ context: Context) -> FiguresService {
        FiguresService(
            database: database,
            policy: Policy { tree.ranges(under: $0) },
            territory: { tree },
            context: context
        )
    }

    @Test(arguments: Engine.available)
    func `Every level is the sum of the level below`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let context = TestContext().context
            var generator = SystemRandomNumberGenerator()
            let committees = Self.tree.divisions.filter { $0.level == .committee }.map(\.id)
            let deltas = (0..<400)
                .map { _ in
                    CounterDelta(
                        committees.randomElement(using: &generator)!,
                        Indicator.allCases.randomElement(using: &generator)!,
                        on: Self.day.adding(days: Int.random(in: -1...0, using: &generator)),
                        by: Int.random(in: -2...9, using: &generator)
                    )
                }
            for start in stride(from: 0, to: deltas.count, by: 40) {
                try await database.write { connection in
                    try Counters.apply(Array(deltas[start..<start + 40]), on: connection)
                }
            }
            let actor = PolicyTests.actor(.districtCommand, DivisionID("31")!, from: context.now)
            let service = Self.service(database, context)
            for division in Self.tree.divisions {
                let report = try await service.report(under: division.id, on: Self.day, for: actor)
                let below = deltas.filter { Self.tree.contains($0.committee, in: division.id) }
                for indicator in Indicator.allCases {
                    let all = below.filter { $0.indicator == indicator }
                    let sum = all.reduce(0) { $0 + $1.change }
                    #expect(report.total.cumulative[indicator, default: 0] == sum)
                    guard !indicator.isGauge else { continue }
                    let today = all.filter { $0.day == Self.day }.reduce(0) { $0 + $1.change }
                    #expect(report.total.today[indicator, default: 0] == today)
                }
                #expect(report.rows.count == Self.tree.children(of: division.id).count)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `Two servers tell the same figures after each write, whichever of them wrote`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let context = TestContext().context
            let actor = PolicyTests.actor(.districtCommand, DivisionID("31")!, from: context.now)
            let servers = [Self.service(database, context), Self.service(database, context)]
            let committees = Self.tree.divisions.filter { $0.level == .committee }.map(\.id)
            var sum = 0
            for step in 1...12 {
                let committee = committees[step * 5 % committees.count]
                try await database.write { connection in
                    try Counters.apply(
                        [CounterDelta(committee, .dayRecords, on: context.now.day, by: step)],
                        on: connection
                    )
                }
                sum += step
                for server in servers {
                    let city = try await server.report(under: DivisionID("31")!, for: actor)
                    #expect(city.total.today[.dayRecords] == sum)
                    let row = try await server.report(under: committee, for: actor).total
                    #expect(
                        city.total.cumulative[.dayRecords] == sum && row.cumulative[.dayRecords, default: 0] >= step
                    )
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `A new day begins with nothing, and the day before can still be asked for`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let clock = TestContext()
            let service = Self.service(database, clock.context)
            let place = DivisionID("310105002001")!
            let actor = PolicyTests.actor(.communityWorker, place, from: clock.context.now)
            let yesterday = clock.context.now.day
            try await database.write { connection in
                try Counters.apply([CounterDelta(place, .feversReported, on: yesterday)], on: connection)
            }
            #expect(try await service.report(under: place, for: actor).total.today[.feversReported] == 1)
            clock.advance(days: 1)
            let today = try await service.report(under: place, for: actor)
            #expect(today.total.today == [:])
            #expect(today.total.cumulative[.feversReported] == 1)
            let past = try await service.report(under: place, on: yesterday, for: actor)
            #expect(past.total.today[.feversReported] == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `Figures outside one's territory are refused, also those of the level above`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let context = TestContext().context
            let service = Self.service(database, context)
            let actor = PolicyTests.actor(.communityWorker, DivisionID("310105002001")!, from: context.now)
            for place in ["310105002002", "310105002", "310105", "31"] {
                await #expect(throws: AccessRefusal.outsideTerritory) {
                    try await service.report(under: DivisionID(place)!, on: Self.day, for: actor)
                }
            }
        }
    }
}
