/// What becomes of an order by an act: pure, so that every sequence of acts can be tried (DOMAIN §6.4, I-9 to I-12).
package enum OrderRules {
    /// What the rules need to know beside the order.
    package struct Facts: Sendable {
        package let now: Instant
        package let actor: AccountID?
        /// Whether the actor may also approve a second extension.
        package let isLeader: Bool
        package let catalogue: OrderCatalogue
        /// Parts that nobody has done since the order was last opened.
        package let openParts: [DutyTask.Kind]
        /// Everybody who did a part of it.
        package let handlers: Set<AccountID>
        /// Whoever the place belongs to, when the act names nobody.
        package let placeOwner: AccountID?

        package init(
            now: Instant,
            actor: AccountID?,
            isLeader: Bool = false,
            catalogue: OrderCatalogue,
            openParts: [DutyTask.Kind],
            handlers: Set<AccountID>,
            placeOwner: AccountID? = nil
        ) {
            self.now = now
            self.actor = actor
            self.isLeader = isLeader
            self.catalogue = catalogue
            self.openParts = openParts
            self.handlers = handlers
            self.placeOwner = placeOwner
        }
    }

    /// What an act brings about.
    package struct Outcome: Sendable, Equatable {
        package var order: WorkOrder
        /// Parts to be opened, or opened again.
        package var opened: [DutyTask.Kind] = []
        /// Parts that the act finishes.
        package var finished: [DutyTask.Kind] = []

        init(_ order: WorkOrder) { self.order = order }
    }

    /// The acts that a state allows, in the order in which a page offers them.
    package static func acts(in state: OrderState) -> [OrderAct.Kind] {
        switch state {
        case .reported: [.accept, .preCheck, .markDuplicate, .decline]
        case .preChecking: [.accept, .markDuplicate, .decline]
        case .accepted: [.file, .markDuplicate]
        case .filed, .returned: [.dispatch]
        case .dispatched: [.acknowledge, .urge, .dispatch]
        case .acknowledged: [.begin, .finish, .sendBack, .urge, .dispatch]
        case .handling, .extended: [.finish, .askExtension, .extend, .suspend, .urge, .dispatch]
        case .suspended: [.resume]
        case .reopened: [.begin, .finish, .urge, .dispatch]
        case .handled: [.beginVerifying, .pass, .fail]
        case .verifying: [.pass, .fail]
        case .closed: [.callBack, .reopen]
        case .declined, .duplicate: []
        }
    }

    /// Acts that only leave a word and change no state.
    package static let remarks: Set<OrderAct.Kind> = [.urge, .supervise, .contactCaller]

    package static func apply(
        _ act: OrderAct,
        to order: WorkOrder,
        given facts: Facts
    ) throws(OrderRefusal) -> Outcome {
        let isPossible = acts(in: order.state).contains(act.kind) || (remarks.contains(act.kind) && !order.state.isOver)
        guard isPossible else { throw .notNow(act.kind, order.state) }
        switch act {
        case .preCheck, .accept, .decline, .markDuplicate, .file, .dispatch:
            return try atDesk(act, order, facts)
        case .acknowledge, .sendBack, .begin, .finish, .contactCaller:
            return try byHandler(act, order, facts)
        case .askExtension, .extend, .suspend, .resume:
            return try onTime(act, order, facts)
        case .beginVerifying, .pass, .fail, .reopen, .callBack:
            return try atEnd(act, order, facts)
        case .urge, .supervise:
            return Outcome(order)
        }
    }

    /// A part was done by somebody, or by a fact of another room: the last one makes the order handled, and closed where a
    /// fact is proof enough.
    ///
    /// - Parameter left: the parts that are still open.
    package static func afterPart(
        of order: WorkOrder,
        left: [DutyTask.Kind],
        by account: AccountID?,
        isFact: Bool,
        at now: Instant
    ) -> WorkOrder {
        guard order.state.isWithHandler else { return order }
        var order = order
        order.acknowledgedAt = order.acknowledgedAt ?? now
        order.handledBy = account ?? order.handledBy
        guard left.isEmpty else {
            if order.state != .extended, order.state != .suspended { order.state = .handling }
            return order
        }
        order.handledAt = now
        let isProved = isFact && order.isProvedByFact
        order.state = isProved ? .closed : .handled
        order.closedAt = isProved ? now : nil
        // Until somebody verifies it, it is the duty desk's to see that somebody does.
        order.owner = isProved ? order.owner : nil
        return order
    }
}
