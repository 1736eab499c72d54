import Fanghu
import FanghuTesting
import Store
import Testing

/// Orders over the database: who may, what counts, what stands on whose list.
struct OrderServiceTests {
    static func id(_ number: Int) -> WorkOrderID {
        WorkOrderID(checked: "01900000-0000-7000-8000-\(String(1_000_000_000_000 + number).suffix(12))")
    }

    static func step(_ number: Int) -> OrderStepID {
        OrderStepID(checked: "01900000-0000-7000-9000-\(String(1_000_000_000_000 + number).suffix(12))")
    }

    static func breach(_ number: Int = 1) -> OrderReport {
        var report = OrderReport(
            id: id(number),
            committee: Net.committee,
            source: .hotline,
            summary: "二楼居家观察的人下楼遛狗"
        )
        report.caller = OrderCaller(name: "测试邻居", phone: "13800138000")
        report.isDispatchedNow = true
        return report
    }

    private func verified(_ net: Net) async throws {
        let report = try await VerificationService(database: net.database).verify()
        #expect(report.differences == [] && report.violations == [])
    }

    @Test(arguments: Engine.available)
    func `a call is filed and dispatched in one act, sent twice it is one order`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let operators = try await net.staff(.dispatcher, at: Net.township)
            let worker = try await net.staff(.communityWorker)
            let police = try await net.staff(.communityPolice)
            let order = try await net.orders.report(Self.breach(), by: operators)
            let again = try await net.orders.report(Self.breach(), by: operators)
            #expect(order.state == .dispatched && order.code == "observation.breach")
            #expect(order.owner == worker.account && again.id == order.id)
            let file = try await net.orders.file(order.id, for: worker)
            #expect(file.steps.map(\.act) == ["report", "accept", "file", "dispatch"])
            #expect(
                Set(file.tasks.filter { $0.state == .open }.map(\.kind)) == [.bringHome, .repeatRules, .disinfectArea]
            )
            #expect(file.tasks.first { $0.kind == .repeatRules }?.owner == police.account)
            try await verified(net)
        }
    }

    @Test(arguments: Engine.available)
    func `I-9: a case cannot close without its three tasks and a verifier`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let operators = try await net.staff(.dispatcher, at: Net.township)
            let worker = try await net.staff(.communityWorker)
            let police = try await net.staff(.communityPolice)
            let director = try await net.staff(.director)
            let order = try await net.orders.report(Self.breach(), by: operators)
            try await net.orders.perform(.acknowledge, on: order.id, step: Self.step(1), by: worker)
            try await net.orders.perform(.finish(.bringHome), on: order.id, step: Self.step(2), note: "已回家", by: worker)
            await #expect(throws: OrderRefusal.notNow(.pass, .handling)) {
                try await net.orders.perform(.pass, on: order.id, step: Self.step(3), by: director)
            }
            let tasks = try await net.orders.file(order.id, for: police).tasks
            let rules = try #require(tasks.first { $0.kind == .repeatRules })
            try await net.dispatch.close(rules.id, note: "已当面重申", by: police)
            let last = try await net.orders.perform(
                .finish(.disinfectArea),
                on: order.id,
                step: Self.step(4),
                note: "楼道已消毒",
                by: worker
            )
            #expect(last.state == .handled)
            await #expect(throws: OrderRefusal.ownWork) {
                try await net.orders.perform(.pass, on: order.id, step: Self.step(5), by: worker)
            }
            await #expect(throws: OrderRefusal.ownWork) {
                try await net.orders.perform(.pass, on: order.id, step: Self.step(6), by: police)
            }
            let waiting = try await net.orders.file(order.id, for: director).tasks.filter { $0.state == .open }
            #expect(waiting.map(\.kind) == [.verifyOrder] && waiting.first?.owner == director.account)
            let closed = try await net.orders.perform(.pass, on: order.id, step: Self.step(7), by: director)
            #expect(closed.state == .closed && closed.verifiedBy == director.account)
            #expect(try await net.orders.tally(under: nil, for: director).byState.isEmpty)
            try await verified(net)
        }
    }

    @Test(arguments: Engine.available)
    func `the last two parts done at the same moment make the order handled once`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let operators = try await net.staff(.dispatcher, at: Net.township)
            let worker = try await net.staff(.communityWorker)
            let police = try await net.staff(.communityPolice)
            for number in 1...10 {
                let order = try await net.orders.report(Self.breach(number), by: operators)
                try await net.orders.perform(.acknowledge, on: order.id, step: Self.step(number * 10), by: worker)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for (index, part) in [DutyTask.Kind.bringHome, .repeatRules, .disinfectArea].enumerated() {
                        let step = Self.step(number * 10 + index + 1)
                        let actor = part == .repeatRules ? police : worker
                        group.addTask {
                            try await net.orders.perform(.finish(part), on: order.id, step: step, note: "已办", by: actor)
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(try await net.orders.file(order.id, for: worker).order.state == .handled)
            }
            try await verified(net)
        }
    }

    @Test(arguments: Engine.available)
    func `a double click is one step`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let operators = try await net.staff(.dispatcher, at: Net.township)
            let worker = try await net.staff(.communityWorker)
            let order = try await net.orders.report(Self.breach(), by: operators)
            for _ in 0..<3 {
                try await net.orders.perform(.acknowledge, on: order.id, step: Self.step(1), by: worker)
            }
            #expect(try await net.orders.file(order.id, for: worker).steps.count == 5)
        }
    }

    @Test(arguments: Engine.available)
    func `who may not see a committee sees no order of it, and roles keep to their acts`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let operators = try await net.staff(.dispatcher, at: Net.township)
            let neighbour = try await net.staff(.communityWorker, at: Net.neighbour)
            let worker = try await net.staff(.communityWorker)
            let head = try await net.staff(.buildingHead)
            let order = try await net.orders.report(Self.breach(), by: operators)
            await #expect(throws: OrderRefusal.unknownOrder) { try await net.orders.file(order.id, for: neighbour) }
            await #expect(throws: OrderRefusal.unknownOrder) {
                try await net.orders.perform(.acknowledge, on: order.id, step: Self.step(1), by: neighbour)
            }
            await #expect(throws: (any Error).self) {
                try await net.orders.perform(.dispatch(to: nil), on: order.id, step: Self.step(2), by: worker)
            }
            await #expect(throws: (any Error).self) { try await net.orders.file(order.id, for: head) }
            await #expect(throws: AccessRefusal.outsideTerritory) {
                try await net.orders.report(Self.breach(2), by: neighbour)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `I-12: who called is sealed apart and shown to the duty desk alone, for a reason`(engine: Engine) async throws
    {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let operators = try await net.staff(.dispatcher, at: Net.township)
            let worker = try await net.staff(.communityWorker)
            let order = try await net.orders.report(Self.breach(), by: operators)
            await #expect(throws: (any Error).self) {
                try await net.orders.showCaller(of: order.id, reason: "好奇", for: worker)
            }
            await #expect(throws: OrderRefusal.noteMissing) {
                try await net.orders.showCaller(of: order.id, reason: " ", for: operators)
            }
            let caller = try await net.orders.showCaller(of: order.id, reason: "回访", for: operators)
            #expect(caller?.phone == "13800138000")
        }
    }

    @Test(arguments: Engine.available)
    func `an order that nobody acknowledges in minutes is put before the duty desk once`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let operators = try await net.staff(.dispatcher, at: Net.township)
            _ = try await net.staff(.communityWorker)
            let order = try await net.orders.report(Self.breach(), by: operators)
            #expect(try await net.orders.followUp() == 0)
            net.time.advance(minutes: 6)
            #expect(try await net.orders.followUp() == 1)
            #expect(try await net.orders.followUp() == 0)
            let late = try await net.orders.file(order.id, for: operators).tasks.filter { $0.kind == .lateOrder }
            #expect(late.count == 1 && late.first?.owner == operators.account)
            try await verified(net)
        }
    }

    @Test(arguments: Engine.available)
    func `a returned order goes back to the desk and on to somebody else`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let operators = try await net.staff(.dispatcher, at: Net.township)
            let worker = try await net.staff(.communityWorker)
            let director = try await net.staff(.director)
            let order = try await net.orders.report(Self.breach(), by: operators)
            try await net.orders.perform(.acknowledge, on: order.id, step: Self.step(1), by: worker)
            await #expect(throws: OrderRefusal.noteMissing) {
                try await net.orders.perform(.sendBack, on: order.id, step: Self.step(2), by: worker)
            }
            let back = try await net.orders.perform(
                .sendBack,
                on: order.id,
                step: Self.step(2),
                note: "不是本居委",
                by: worker
            )
            #expect(back.state == .returned && back.owner == nil)
            let given = try await net.orders.perform(
                .dispatch(to: director.account),
                on: order.id,
                step: Self.step(3),
                note: "改派",
                by: operators
            )
            #expect(given.state == .dispatched && given.owner == director.account)
            let tasks = try await net.orders.file(order.id, for: director).tasks.filter { $0.state == .open }
            #expect(tasks.first { $0.kind == .bringHome }?.owner == director.account)
            #expect(tasks.count == 3)
            try await verified(net)
        }
    }
}
