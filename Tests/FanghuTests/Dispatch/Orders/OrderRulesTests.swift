import Fanghu
import FanghuTesting
import Testing

/// The life of an order, act by act (DOMAIN §6.4).
struct OrderRulesTests {
    static let start = at(20_200_210, 9)
    static let desk = account(1)
    static let worker = account(2)
    static let police = account(3)
    static let other = account(4)

    static func account(_ number: Int) -> AccountID {
        AccountID(checked: "00000000-0000-7000-8000-00000000000\(number)")
    }

    static func order(_ state: OrderState = .reported, code: String = "gate", owner: AccountID? = nil) -> WorkOrder {
        WorkOrder(
            committee: Net.committee,
            id: WorkOrderID(checked: "00000000-0000-7000-8000-0000000000aa"),
            code: code,
            urgency: .ordinary,
            state: state,
            owner: owner,
            source: .hotline,
            reportedAt: start,
            dueAt: start.adding(minutes: 30),
            handleBy: start.adding(hours: 24)
        )
    }

    static func facts(
        _ actor: AccountID?,
        at now: Instant = start,
        open: [DutyTask.Kind] = [.handleOrder],
        handlers: Set<AccountID> = [],
        isLeader: Bool = false,
        placeOwner: AccountID? = nil
    ) -> OrderRules.Facts {
        OrderRules.Facts(
            now: now,
            actor: actor,
            isLeader: isLeader,
            catalogue: .shipped,
            openParts: open,
            handlers: handlers,
            placeOwner: placeOwner
        )
    }

    @Test func `the plain way from a report to the verified end`() throws {
        var order = Self.order()
        func act(_ act: OrderAct, _ actor: AccountID, open: [DutyTask.Kind] = [.handleOrder]) throws {
            order = try OrderRules.apply(act, to: order, given: Self.facts(actor, open: open)).order
        }
        try act(.accept, Self.desk)
        try act(.file(code: "gate", urgency: .ordinary), Self.desk)
        try act(.dispatch(to: Self.worker), Self.desk)
        #expect(order.state == .dispatched && order.owner == Self.worker)
        try act(.acknowledge, Self.worker)
        try act(.begin, Self.worker)
        try act(.finish(.handleOrder), Self.worker)
        #expect(order.state == .handled && order.handledBy == Self.worker && order.isOnTime == true)
        try act(.beginVerifying, Self.other, open: [])
        try act(.pass, Self.other, open: [])
        #expect(order.state == .closed && order.verifiedBy == Self.other && order.closedAt == Self.start)
    }

    @Test(arguments: OrderState.allCases, OrderAct.Kind.allCases)
    func `an act outside its states is refused with both names`(state: OrderState, kind: OrderAct.Kind) throws {
        let possible =
            OrderRules.acts(in: state).contains(kind) || (OrderRules.remarks.contains(kind) && !state.isOver)
        guard !possible else { return }
        #expect(throws: OrderRefusal.notNow(kind, state)) {
            try OrderRules.apply(
                Self.sample(kind),
                to: Self.order(state, owner: Self.worker),
                given: Self.facts(Self.worker)
            )
        }
    }

    static func sample(_ kind: OrderAct.Kind) -> OrderAct {
        switch kind {
        case .preCheck: .preCheck
        case .accept: .accept
        case .decline: .decline
        case .markDuplicate: .markDuplicate(of: WorkOrderID(checked: "00000000-0000-7000-8000-0000000000bb"))
        case .file: .file(code: "gate", urgency: .ordinary)
        case .dispatch: .dispatch(to: worker)
        case .acknowledge: .acknowledge
        case .sendBack: .sendBack
        case .begin: .begin
        case .contactCaller: .contactCaller
        case .askExtension: .askExtension
        case .extend: .extend
        case .suspend: .suspend(until: start.adding(hours: 48))
        case .resume: .resume
        case .finish: .finish(.handleOrder)
        case .beginVerifying: .beginVerifying
        case .pass: .pass
        case .fail: .fail(redo: [])
        case .reopen: .reopen
        case .urge: .urge
        case .supervise: .supervise
        case .callBack: .callBack(isSolved: true, isSatisfied: nil)
        }
    }

    @Test func `I-9: neither who handled a part nor the program verifies`() throws {
        var order = Self.order(.handled)
        order.handledBy = Self.worker
        for actor in [Self.worker, Self.police, nil] {
            #expect(throws: OrderRefusal.ownWork) {
                try OrderRules.apply(.pass, to: order, given: Self.facts(actor, open: [], handlers: [Self.police]))
            }
        }
        let passed = try OrderRules.apply(.pass, to: order, given: Self.facts(Self.other, open: []))
        #expect(passed.order.state == .closed)
    }

    @Test func `a breach closes only with all three parts and a verifier, in whatever order they are done`() throws {
        let parts: [DutyTask.Kind] = [.bringHome, .repeatRules, .disinfectArea]
        for first in parts {
            for second in parts where second != first {
                let third = parts.filter { $0 != first && $0 != second }
                var order = Self.order(.acknowledged, code: "observation.breach", owner: Self.worker)
                order = try OrderRules.apply(.finish(first), to: order, given: Self.facts(Self.worker, open: parts))
                    .order
                #expect(order.state == .handling)
                order =
                    try OrderRules.apply(
                        .finish(second),
                        to: order,
                        given: Self.facts(Self.police, open: [second] + third)
                    )
                    .order
                #expect(order.state == .handling)
                #expect(throws: OrderRefusal.notNow(.pass, .handling)) {
                    try OrderRules.apply(.pass, to: order, given: Self.facts(Self.other, open: third))
                }
                order = try OrderRules.apply(.finish(third[0]), to: order, given: Self.facts(Self.worker, open: third))
                    .order
                #expect(order.state == .handled)
            }
        }
    }

    @Test func `I-10: an order given to nobody is the duty desk's, and whoever may handle it can take it`() throws {
        let filed = Self.order(.filed)
        let alarm = try OrderRules.apply(.dispatch(to: nil), to: filed, given: Self.facts(Self.desk)).order
        #expect(alarm.state == .dispatched && alarm.owner == nil)
        let taken = try OrderRules.apply(.acknowledge, to: alarm, given: Self.facts(Self.worker)).order
        #expect(taken.owner == Self.worker)
        #expect(throws: OrderRefusal.notYours) {
            try OrderRules.apply(
                .acknowledge,
                to: Self.order(.dispatched, owner: Self.worker),
                given: Self.facts(Self.police)
            )
        }
    }

    @Test func `an order dispatched without a name goes to the owner of the place`() throws {
        let facts = Self.facts(Self.desk, placeOwner: Self.worker)
        let order = try OrderRules.apply(.dispatch(to: nil), to: Self.order(.filed), given: facts).order
        #expect(order.owner == Self.worker)
    }

    @Test func `I-11: an extension counts only when approved before the limit, by somebody else, and once`() throws {
        var order = Self.order(.handling, owner: Self.worker)
        #expect(throws: OrderRefusal.noExtensionAsked) {
            try OrderRules.apply(.extend, to: order, given: Self.facts(Self.desk))
        }
        order = try OrderRules.apply(.askExtension, to: order, given: Self.facts(Self.worker)).order
        #expect(throws: OrderRefusal.ownRequest) {
            try OrderRules.apply(.extend, to: order, given: Self.facts(Self.worker))
        }
        let late = try #require(order.handleBy).adding(seconds: 1)
        #expect(throws: OrderRefusal.limitPassed) {
            try OrderRules.apply(.extend, to: order, given: Self.facts(Self.desk, at: late))
        }
        let before = try #require(order.handleBy)
        order = try OrderRules.apply(.extend, to: order, given: Self.facts(Self.desk)).order
        #expect(order.state == .extended && order.extensions == 1)
        // Half of five working days, rounded up.
        #expect(order.handleBy == OrderCatalogue.shipped.clock.end(of: WorkTime(3, .workingDays), from: before))
        order = try OrderRules.apply(.askExtension, to: order, given: Self.facts(Self.worker)).order
        #expect(throws: OrderRefusal.extendedEnough) {
            try OrderRules.apply(.extend, to: order, given: Self.facts(Self.desk))
        }
        let leader = Self.facts(Self.desk, isLeader: true)
        #expect(try OrderRules.apply(.extend, to: order, given: leader).order.extensions == 2)
    }

    @Test func `I-11: what was left at a suspension is left again after it`() throws {
        var order = Self.order(.handling, code: "care", owner: Self.worker)
        order.urgency = .urgent
        order.handleBy = Self.start.adding(hours: 2)
        let until = Self.start.adding(hours: 30)
        order =
            try OrderRules.apply(
                .suspend(until: until),
                to: order,
                given: Self.facts(Self.desk, at: Self.start.adding(minutes: 30))
            )
            .order
        #expect(order.state == .suspended && order.dueAt == until)
        let back = Self.facts(Self.worker, at: Self.start.adding(hours: 20))
        order = try OrderRules.apply(.resume, to: order, given: back).order
        #expect(order.handleBy == Self.start.adding(hours: 20).adding(minutes: 90))
        #expect(throws: OrderRefusal.limitPassed) {
            let late = Self.facts(Self.desk, at: Self.start.adding(hours: 72))
            _ = try OrderRules.apply(.suspend(until: Self.start.adding(hours: 90)), to: order, given: late)
        }
    }

    @Test func `rework goes back to the handler with the parts that failed`() throws {
        var order = Self.order(.verifying, code: "observation.breach", owner: Self.other)
        order.handledBy = Self.worker
        let failed = try OrderRules.apply(
            .fail(redo: [.disinfectArea]),
            to: order,
            given: Self.facts(Self.other, open: [], handlers: [Self.worker, Self.police])
        )
        #expect(failed.order.state == .reopened && failed.order.owner == Self.worker)
        #expect(failed.opened == [.disinfectArea] && failed.order.handledAt == nil)
    }

    @Test func `a fact closes what it proves, and a word never does`() {
        let proved = WorkOrder(
            committee: Net.committee,
            id: Self.order().id,
            code: "health.fever",
            urgency: .urgent,
            state: .dispatched,
            source: .rule,
            isProvedByFact: true,
            reportedAt: Self.start,
            dueAt: Self.start.adding(minutes: 30)
        )
        let byFact = OrderRules.afterPart(of: proved, left: [], by: Self.worker, isFact: true, at: Self.start)
        #expect(byFact.state == .closed && byFact.verifiedBy == nil)
        let byWord = OrderRules.afterPart(of: proved, left: [], by: Self.worker, isFact: false, at: Self.start)
        #expect(byWord.state == .handled)
    }
}
