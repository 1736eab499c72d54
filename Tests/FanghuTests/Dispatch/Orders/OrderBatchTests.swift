import Fanghu
import FanghuTesting
import Store
import Testing

/// Many orders given on in one act, and taken back.
struct OrderBatchTests {
    static let batch = OrderBatchID(checked: "01900000-0000-7000-8000-0000000000f1")

    private func filled(_ net: Net, _ count: Int) async throws -> Actor {
        let operators = try await net.staff(.dispatcher, at: Net.township)
        for number in 1...count {
            try await net.orders.report(OrderServiceTests.breach(number), by: operators)
        }
        return operators
    }

    @Test(arguments: Engine.available)
    func `everything of one person moves with its tasks, sent twice it is one, and comes back`(
        engine: Engine
    )
        async throws
    {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            let director = try await net.staff(.director)
            let operators = try await filled(net, 30)
            let from = try #require(worker.account)
            let to = try #require(director.account)
            let acknowledged = OrderServiceTests.id(1)
            try await net.orders.perform(.acknowledge, on: acknowledged, step: OrderServiceTests.step(1), by: worker)
            for _ in 0..<2 {
                let batch = try await net.orders.reassign(Self.batch, from: from, to: to, by: operators)
                #expect(batch.count == 30)
            }
            let moved = try await net.orders.file(acknowledged, for: director)
            #expect(moved.order.owner == to && moved.order.state == .dispatched)
            #expect(moved.tasks.filter { $0.kind == .bringHome }.allSatisfy { $0.owner == to })
            try await net.orders.perform(
                .acknowledge,
                on: OrderServiceTests.id(2),
                step: OrderServiceTests.step(2),
                by: director
            )
            let undo = try await net.orders.undo(Self.batch, by: operators)
            #expect(undo.returned == 29 && undo.kept == 1)
            let back = try await net.orders.file(acknowledged, for: worker)
            #expect(back.order.owner == from && back.order.state == .acknowledged)
            #expect(try await net.orders.undo(Self.batch, by: operators).returned == 0)
            let report = try await VerificationService(database: database).verify()
            #expect(report.differences == [] && report.violations == [])
        }
    }

    @Test(arguments: Engine.available)
    func `who holds no office there gets nothing, and a neighbour's dispatcher moves nothing`(
        engine: Engine
    )
        async throws
    {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            let stranger = try await net.staff(.communityWorker, at: Net.stranger)
            let elsewhere = try await net.staff(.director, at: Net.neighbour)
            let operators = try await filled(net, 2)
            let from = try #require(worker.account)
            let to = try #require(stranger.account)
            await #expect(throws: OrderRefusal.unfitOwner) {
                try await net.orders.reassign(Self.batch, from: from, to: to, by: operators)
            }
            let own = try #require(elsewhere.account)
            let none = try await net.orders.reassign(Self.batch, from: from, to: own, by: elsewhere)
            #expect(none.count == 0)
            #expect(try await net.orders.file(OrderServiceTests.id(1), for: worker).order.owner == from)
            #expect(try await net.orders.loads(under: nil, for: operators).first?.open == 2)
        }
    }
}
