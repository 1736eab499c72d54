package import Store

/// The duty desk, the handler and the verifier: takes reports and carries every order to its verified end.
package struct OrderService: Sendable {
    let database: Database
    let policy: Policy
    let vault: Vault
    let owners: OwnerBook
    package let catalogue: OrderCatalogue
    let context: Context
    let announce: @Sendable ([CounterDelta]) -> Void

    /// The longest summary or note.
    package static let longestText = 1000

    package init(
        database: Database,
        policy: Policy,
        vault: Vault,
        owners: OwnerBook,
        catalogue: OrderCatalogue,
        context: Context,
        announce: @escaping @Sendable ([CounterDelta]) -> Void = { _ in }
    ) {
        self.database = database
        self.policy = policy
        self.vault = vault
        self.owners = owners
        self.catalogue = catalogue
        self.context = context
        self.announce = announce
    }

    /// Does one thing with an order; sent twice under one step's id it is done once.
    ///
    /// - Throws: `OrderRefusal`; `AccessRefusal` without the right for this act there.
    @discardableResult
    package func perform(
        _ act: OrderAct,
        on id: WorkOrderID,
        step: OrderStepID,
        note: String = "",
        by actor: Actor
    ) async throws -> WorkOrder {
        let now = context.now
        let scope = try policy.scope(for: actor, act.kind.permission, at: now)
        guard note.count <= Self.longestText else { throw OrderRefusal.textTooLong(Self.longestText) }
        guard !note.isEmpty || !act.kind.needsNote else { throw OrderRefusal.noteMissing }
        let (order, deltas) = try await database.write { connection -> (WorkOrder, [CounterDelta]) in
            guard let taken = try connection.first(OrderQueries.take(id, in: scope), as: WorkOrder.self) else {
                throw OrderRefusal.unknownOrder
            }
            let known = try connection.value(OrderQueries.stepCount(step, of: id, in: scope), as: Int.self) ?? 0
            guard known == 0 else { return (taken, []) }
            let authority = try policy.check(actor, act.kind.permission, at: taken.committee, on: now)
            let (order, deltas) = try carryOut(
                act,
                on: taken,
                OrderNote(step: step, text: note),
                by: authority,
                actor,
                on: connection
            )
            try Counters.apply(deltas, on: connection)
            return (order, deltas)
        }
        announce(deltas)
        return order
    }

    /// One act on an order that this transaction has taken: rules, row, step, tasks, record.
    func carryOut(
        _ act: OrderAct,
        on order: WorkOrder,
        _ note: OrderNote,
        by authority: Authority,
        _ actor: Actor,
        on connection: any Connection
    ) throws -> (WorkOrder, [CounterDelta]) {
        try check(act, order, authority, on: connection)
        let tasks: [DutyTask] = try connection.all(OrderQueries.tasks(of: order.id, in: order.committee))
        let facts = try facts(for: act, order, tasks, authority, actor, on: connection)
        let outcome = try OrderRules.apply(act, to: order, given: facts)
        try connection.execute(OrderQueries.update(outcome.order))
        let sealed = try note.sealed(with: vault, of: outcome.order)
        let row = OrderStepRow.values(of: outcome.order, act.name, id: note.step, by: authority, note: sealed)
        try connection.execute(OrderQueries.insertSteps([row]))
        let deltas = try follow(outcome, from: order, note.text, tasks, by: authority, on: connection)
        let entry = AuditEntry.Draft(
            committee: order.committee,
            authority: authority,
            act: "order.\(act.name)",
            subject: "order:\(order.id)",
            detail: outcome.order.state.rawValue
        )
        try Audit.append([entry], on: connection)
        return (outcome.order, deltas)
    }

    private func check(
        _ act: OrderAct,
        _ order: WorkOrder,
        _ authority: Authority,
        on connection: any Connection
    ) throws {
        switch act {
        case .dispatch(let account?):
            guard try owners.isAppointed(account, at: order.committee, on: authority.instant, connection) else {
                throw OrderRefusal.unfitOwner
            }
        case .urge:
            let last = try connection.value(OrderQueries.lastUrged(order.id, in: order.committee), as: Instant?.self)
            if let last = last ?? nil, authority.instant < last.adding(hours: 1) { throw OrderRefusal.urgedJustNow }
        default: break
        }
    }

    private func facts(
        for act: OrderAct,
        _ order: WorkOrder,
        _ tasks: [DutyTask],
        _ authority: Authority,
        _ actor: Actor,
        on connection: any Connection
    ) throws -> OrderRules.Facts {
        let parts = tasks.filter(\.kind.isPartOfOrder)
        let now = authority.instant
        var placeOwner: AccountID?
        if case .dispatch(nil) = act { placeOwner = try owner(for: order, at: now, on: connection) }
        return OrderRules.Facts(
            now: now,
            actor: authority.account,
            isLeader: (try? policy.check(actor, .superviseOrders, at: order.committee, on: now)) != nil,
            catalogue: catalogue,
            openParts: parts.filter { $0.state == .open }.map(\.kind),
            handlers: Set(parts.compactMap(\.closedBy)),
            placeOwner: placeOwner
        )
    }

    /// Who gets it: the owner of the place at this instant, else the nearest who holds the role for its first part.
    func owner(
        for order: WorkOrder,
        at now: Instant,
        on connection: any Connection
    ) throws -> AccountID? {
        let first = catalogue[order.code]?.parts.first ?? .handleOrder
        if let place = order.place, first == .handleOrder {
            let owner = try CoveredPlaces.owner(of: place, in: order.committee, at: now, on: connection)
            if let owner { return owner }
        }
        return try owners.owner(for: first.roles, at: order.committee, on: now, connection)
    }
}

/// A step's name and what was said with it.
struct OrderNote {
    let step: OrderStepID?
    let text: String

    func sealed(with vault: Vault, of order: WorkOrder) throws -> [UInt8]? {
        guard !text.isEmpty else { return nil }
        let place = OrderStep.place(of: order.version, of: order.id, in: order.committee)
        return try vault.seal(bytes: Array(text.utf8), at: place)
    }
}
