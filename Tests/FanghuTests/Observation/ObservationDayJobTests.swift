import Fanghu
import FanghuTesting
import Store
import Testing

/// What a new day and a new version bring about for those already observed, on every engine.
struct ObservationDayJobTests {
    static func book(
        _ transition: TransitionPolicy,
        days: Int = 7,
        from start: CivilDate = day(2020_02_14)
    ) -> ProtocolBook {
        .sample([
            .sample("old", to: start),
            .sample(
                "new",
                from: start,
                segments: [Segment(mode: .home, days: days, startsFrom: .arrival)],
                transition: transition
            ),
        ])
    }

    static func row(_ net: Net, _ id: ObservationID) async throws -> ObservationRow {
        try await net.observations.observation(id, for: net.staff(.communityWorker))
    }

    @Test(arguments: Engine.available)
    func `on the day of the next segment the mode follows, once, and the history says so`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let segments = [
                Segment(mode: .home, days: 7, startsFrom: .arrival),
                Segment(mode: .central, days: 7, startsFrom: .arrival),
            ]
            let net = Net(database, rules: .sample([.sample(segments: segments)]))
            let id = try await net.beginObservation().observation
            #expect(try await net.observations.turnSegments() == 0)
            net.time.move(to: "2020-02-18T00:00:30+08:00")
            #expect(try await net.observations.turnSegments() == 1)
            #expect(try await Self.row(net, id).mode == .central)
            #expect(try await net.observations.turnSegments() == 0)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let course = try await net.observations.course(of: Self.row(net, id), for: doctor)
            #expect(course.events.last?.kind == "segmentBegan")
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `a shorter version shortens who is observed, on the day it begins and not before`(engine: Engine) async throws
    {
        try await withDatabase(engine) { database in
            let net = Net(database, rules: Self.book(.shorterOf))
            let id = try await net.beginObservation().observation
            let before = try await Self.row(net, id)
            #expect(try await net.arrivals.followProtocols() == 0)
            net.time.move(to: "2020-02-14T00:00:30+08:00")
            #expect(try await net.arrivals.followProtocols() == 1)
            let after = try await Self.row(net, id)
            #expect(after.version == ProtocolID("new") && after.riskClass == "keyArea")
            #expect(before.lastDay.days(since: after.lastDay) == 7)
            #expect(try await net.arrivals.followProtocols() == 0)
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `a longer version shortens nobody, and one that keeps the old rules writes nothing`(
        engine: Engine
    ) async throws {
        for book in [Self.book(.shorterOf, days: 21), Self.book(.keepOld)] {
            try await withDatabase(engine) { database in
                let net = Net(database, rules: book)
                let id = try await net.beginObservation().observation
                let before = try await Self.row(net, id)
                net.time.move(to: "2020-02-14T08:00:00+08:00")
                #expect(try await net.arrivals.followProtocols() == 0)
                let after = try await Self.row(net, id)
                #expect(after.version == ProtocolID("old") && after.stepNumber == before.stepNumber)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `two servers at once change everybody once`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database, rules: Self.book(.convertToNew, days: 3))
            let id = try await net.beginObservation().observation
            net.time.move(to: "2020-02-14T08:00:00+08:00")
            let changed = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 { group.addTask { try await net.arrivals.followProtocols() } }
                return try await group.reduce(0, +)
            }
            #expect(changed == 1)
            #expect(try await net.observations.completePeriods() == 1, "nobody is released, a doctor is asked")
            #expect(try await Self.row(net, id).state == .dueForRelease)
            try await ObservationFlowTests.verify(net)
        }
    }
}
