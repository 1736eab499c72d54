import Fanghu
import FanghuTesting
import FanghuWeb
import Foundation
import Store
import Testing

/// The figures as a stream.
struct LiveFiguresTests {
    static let day = CivilDate(yyyymmdd: 20_200_210)!
    static let active = "\(Net.committee)-observationsActive-now"

    /// A net, its stream, a clock that the test moves, and somebody at the district.
    struct Bench {
        let net: Net
        let feed = Feed()
        let clock = ManualClock()
        let live: LiveFigures
        let visitor: Visitor

        init(_ database: Database) async throws {
            net = Net(database)
            let account = try await net.accounts.add(
                AccountService.Draft(
                    name: "district",
                    displayName: "",
                    password: SignInTests.password,
                    role: .districtCommand,
                    place: Net.district
                ),
                by: .system(job: "test")
            )
            let token = try await net.sessions.makeToken(for: account, label: "test", days: 1)
            let visitors = StaffVisitors(net.sessions)
            visitor = try #require(try await visitors.visitor(for: .bearer(token)))
            live = LiveFigures(service: net.figures, feed: feed, visitors: visitors, clock: clock)
        }

        func count(_ change: Int, in committee: DivisionID = Net.committee) async throws -> [CounterDelta] {
            let deltas = [CounterDelta(committee, .observationsActive, on: LiveFiguresTests.day, by: change)]
            try await net.database.write { connection in try Counters.apply(deltas, on: connection) }
            return deltas
        }
    }

    static func texts(_ event: LiveEvent?) throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: Data(#require(event).data.utf8))
    }

    @Test func `a stream begins with everything and goes on with what changed, soon after it changed here`()
        async throws
    {
        try await withDatabase(.sqlite) { database in
            let bench = try await Bench(database)
            _ = try await bench.count(7)
            let stream = try await bench.live.events(under: Net.township, for: bench.visitor, as: .desk)
            var events = stream.makeAsyncIterator()
            let first = try Self.texts(await events.next())
            #expect(first[Self.active] == "7")
            #expect(first["day"] == "2020-02-10")
            bench.feed.announce(try await bench.count(1235))
            await bench.clock.advance(by: .milliseconds(200))
            let second = try Self.texts(await events.next())
            #expect(second == [Self.active: "1,242", "\(Net.township)-observationsActive-now": "1,242"])
        }
    }

    @Test func `what another server wrote is seen within a second`() async throws {
        try await withDatabase(.sqlite) { database in
            let bench = try await Bench(database)
            let stream = try await bench.live.events(under: Net.district, for: bench.visitor, as: .desk)
            var events = stream.makeAsyncIterator()
            _ = await events.next()
            _ = try await bench.count(3)
            await bench.clock.advance(by: .seconds(1))
            let news = try Self.texts(await events.next())
            #expect(news["\(Net.township)-observationsActive-now"] == "3")
            #expect(news[Self.active] == nil)
        }
    }

    @Test func `listeners to one place share a look, and each hears it`() async throws {
        try await withDatabase(.sqlite) { database in
            let bench = try await Bench(database)
            var iterators: [AsyncStream<LiveEvent>.AsyncIterator] = []
            for _ in 0..<3 {
                let stream = try await bench.live.events(under: Net.district, for: bench.visitor, as: .desk)
                iterators.append(stream.makeAsyncIterator())
            }
            bench.feed.announce(try await bench.count(5))
            await bench.clock.advance(by: .milliseconds(200))
            for index in iterators.indices {
                var iterator = iterators[index]
                _ = await iterator.next()
                let news = try Self.texts(await iterator.next())
                #expect(news["\(Net.township)-observationsActive-now"] == "5")
            }
        }
    }

    @Test func `I-18: a stream ends with the appointment that allowed it`() async throws {
        try await withDatabase(.sqlite) { database in
            let bench = try await Bench(database)
            let stream = try await bench.live.events(under: Net.district, for: bench.visitor, as: .wall)
            let console = Actor.system(job: "test")
            let held = try await bench.net.accounts.appointments(of: bench.visitor.account, for: console)
            try await bench.net.accounts.end(held[0], of: bench.visitor.account, by: console)
            let moving = Task {
                while !Task.isCancelled { await bench.clock.advance(by: .seconds(1)) }
            }
            var seen = 0
            for await _ in stream { seen += 1 }
            #expect(seen == 1)
            moving.cancel()
            #expect(await bench.live.count == 0)
        }
    }

    @Test func `an account has a few streams, and a closed page makes room`() async throws {
        try await withDatabase(.sqlite) { database in
            let bench = try await Bench(database)
            var streams: [AsyncStream<LiveEvent>] = []
            for _ in 0..<LiveFigures.limit {
                streams.append(try await bench.live.events(under: Net.district, for: bench.visitor, as: .desk))
            }
            await #expect(throws: LiveFiguresRefusal.tooManyOwn) {
                try await bench.live.events(under: Net.township, for: bench.visitor, as: .desk)
            }
            streams.removeAll()
            while await bench.live.count > 0 { await Task.yield() }
            _ = try await bench.live.events(under: Net.township, for: bench.visitor, as: .desk)
        }
    }

    @Test func `nobody listens to a neighbour`() async throws {
        try await withDatabase(.sqlite) { database in
            let bench = try await Bench(database)
            let worker = Visitor(
                account: bench.visitor.account,
                name: "",
                credential: bench.visitor.credential,
                actor: try await bench.net.staff(.communityWorker)
            )
            for place in [Net.neighbour, Net.township] {
                await #expect(throws: AccessRefusal.outsideTerritory) {
                    try await bench.live.events(under: place, for: worker, as: .desk)
                }
            }
        }
    }
}
