package import Store

/// An order with everything that happened to it.
package struct OrderFile: Sendable {
    package let order: WorkOrder
    package let details: OrderDetails?
    package let hasCaller: Bool
    package let steps: [OrderStep]
    package let tasks: [DutyTask]
    /// What may be the same matter, newest first.
    package let alike: [WorkOrder]

    /// What somebody can do with it now, by state and by what they did themselves (I-9).
    package func acts(for account: AccountID?) -> [OrderAct.Kind] {
        let handlers = Set(
            tasks.filter(\.kind.isPartOfOrder).compactMap(\.closedBy) + [order.handledBy].compactMap(\.self)
        )
        return OrderRules.acts(in: order.state)
            .filter { act in
                switch act {
                case .acknowledge: order.owner == nil || order.owner == account
                case .sendBack, .begin: order.owner == account
                case .askExtension: order.owner == account && order.extensionAskedBy == nil
                case .extend: order.extensionAskedBy != nil && order.extensionAskedBy != account
                case .beginVerifying, .pass, .fail: !(account.map(handlers.contains) ?? true)
                default: true
                }
            }
    }
}

/// Where open orders stand in a territory.
package struct OrderTally: Sendable, Equatable {
    package private(set) var byState: [OrderState: Int] = [:]
    package private(set) var late = 0
    /// Those whose limit passes within the hour.
    package private(set) var soon = 0
    package private(set) var unowned = 0

    init(_ rows: [Row]) throws {
        for row in rows {
            guard let state = OrderState(rawValue: try row.column(0)) else { continue }
            byState[state] = try row.column(1)
            late += try row.column(2, as: Int.self)
            soon += try row.column(3, as: Int.self)
            unowned += state.isAtVerifier ? 0 : try row.column(4, as: Int.self)
        }
    }
}

extension OrderService {
    /// One page of a board, what is due first on top.
    package func list(
        under place: DivisionID?,
        _ filter: OrderFilter,
        after key: OrderKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> [WorkOrder] {
        let now = context.now
        let scope = try policy.scope(for: actor, .handleOrders, under: place, at: now)
        let statement = OrderQueries.list(
            in: scope,
            filter,
            of: actor.account,
            at: now,
            after: key,
            limit: min(max(limit, 1), 501)
        )
        return try await database.read { try $0.all(statement) }
    }

    package func tally(under place: DivisionID?, for actor: Actor) async throws -> OrderTally {
        let now = context.now
        let scope = try policy.scope(for: actor, .handleOrders, under: place, at: now)
        return try await database.read { connection in
            try OrderTally(connection.rows(OrderQueries.tally(in: scope, at: now, soon: now.adding(hours: 1))))
        }
    }

    /// An order with its steps, tasks and what is like it; absent outside the actor's territory.
    package func file(_ id: WorkOrderID, for actor: Actor) async throws -> OrderFile {
        let now = context.now
        let scope = try policy.scope(for: actor, .handleOrders, at: now)
        return try await database.read { connection in
            guard let order = try connection.first(OrderQueries.order(id, in: scope), as: WorkOrder.self) else {
                throw OrderRefusal.unknownOrder
            }
            return try file(order, at: now, on: connection)
        }
    }

    private func file(_ order: WorkOrder, at now: Instant, on connection: any Connection) throws -> OrderFile {
        let sealed = try connection.value(
            OrderQueries.sealed(order.id, in: order.committee),
            as: Sealed<OrderDetails>?.self
        )
        let place = OrderDetails.place(of: order.id, in: order.committee)
        let caller = try connection.first(OrderQueries.caller(of: order.id, in: order.committee), as: CallerRow.self)
        return OrderFile(
            order: order,
            details: try (sealed ?? nil).map { try vault.open($0, at: place) },
            hasCaller: caller != nil,
            steps: try connection.rows(OrderQueries.steps(of: order.id, in: order.committee))
                .map { row in
                    try step(row, of: order)
                },
            tasks: try connection.all(OrderQueries.tasks(of: order.id, in: order.committee)),
            alike: order.state.isAtDesk
                ? try connection.all(OrderQueries.alike(order, since: order.reportedAt.adding(hours: -24))) : []
        )
    }

    private func step(_ row: Row, of order: WorkOrder) throws -> OrderStep {
        guard let state = OrderState(rawValue: try row.column(2)) else {
            throw RowFault.wrongType(2, expected: "OrderState")
        }
        let number = try row.column(0, as: Int.self)
        let sealed = try row.column(8, as: [UInt8]?.self)
        let note = try sealed.map { bytes in
            let opened = try vault.open(
                bytes: bytes,
                at: OrderStep.place(of: number, of: order.id, in: order.committee)
            )
            return String(decoding: opened, as: UTF8.self)
        }
        return OrderStep(
            number: number,
            act: try row.column(1),
            state: state,
            at: try row.column(3),
            account: try row.column(4),
            role: try (row.column(5) as String?).flatMap(Role.init),
            standingInFor: try row.column(6),
            owner: try row.column(7),
            note: note
        )
    }

    /// The orders of a page with what was said about them, opened for whoever may handle them.
    package func details(of orders: [WorkOrder], for actor: Actor) async throws -> [WorkOrderID: OrderDetails] {
        let scope = try policy.scope(for: actor, .handleOrders, at: context.now)
        let ids = orders.filter { $0.source != .rule }.map(\.id).sorted()
        guard !ids.isEmpty else { return [:] }
        let rows = try await database.read { try $0.rows(OrderQueries.sealed(ids, in: scope)) }
        var found: [WorkOrderID: OrderDetails] = [:]
        for row in rows {
            let id = try row.column(1, as: WorkOrderID.self)
            let place = OrderDetails.place(of: id, in: try row.column(0))
            if let sealed = try row.column(2, as: Sealed<OrderDetails>?.self) {
                found[id] = try vault.open(sealed, at: place)
            }
        }
        return found
    }

    /// Whom an order of a committee can be given to, the most local first.
    package func candidates(in committee: DivisionID, for actor: Actor) async throws -> [AccountID] {
        let now = context.now
        _ = try policy.check(actor, .dispatchOrders, at: committee, on: now)
        return try await database.read { connection in
            Array(try owners.appointees(at: committee, on: now, connection).prefix(60))
        }
    }

    /// Whom orders of a territory can be given to: who holds an office at the place, above it or directly below.
    package func holders(under place: DivisionID, for actor: Actor) async throws -> [AccountID] {
        let now = context.now
        let scope = try policy.scope(for: actor, .dispatchOrders, under: place, at: now)
        return try await database.read { connection in
            let committees = try connection.rows(OrderQueries.committees(in: scope))
                .map { try $0.column(0, as: DivisionID.self) }
            var found: [AccountID] = []
            for committee in committees {
                for account in try owners.appointees(at: committee, on: now, connection).prefix(40)
                where !found.contains(account) { found.append(account) }
            }
            return Array(found.prefix(200))
        }
    }

    /// Rates of each committee over a span of days: load beside lag, never lag alone (DOMAIN §8.3).
    package func rates(
        under place: DivisionID?,
        from: CivilDate,
        through: CivilDate,
        for actor: Actor
    ) async throws -> [OrderRates] {
        let scope = try policy.scope(for: actor, .viewFigures, under: place, at: context.now)
        let statement = OrderQueries.rates(in: scope, from: from.instant(), to: through.adding(days: 1).instant())
        return try await database.read { try $0.all(statement) }
    }

    /// Who called: for the duty desk alone, for a reason that stands in the record of acts (I-12, R-PRIV-19).
    package func showCaller(of id: WorkOrderID, reason: String, for actor: Actor) async throws -> OrderCaller? {
        let now = context.now
        let scope = try policy.scope(for: actor, .dispatchOrders, at: now)
        guard !reason.allSatisfy(\.isWhitespace) else { throw OrderRefusal.noteMissing }
        return try await database.write { connection in
            guard let order = try connection.first(OrderQueries.order(id, in: scope), as: WorkOrder.self) else {
                throw OrderRefusal.unknownOrder
            }
            let authority = try policy.check(actor, .dispatchOrders, at: order.committee, on: now)
            let row = try connection.first(OrderQueries.caller(of: id, in: order.committee), as: CallerRow.self)
            let entry = AuditEntry.Draft(
                committee: order.committee,
                authority: authority,
                act: "order.showCaller",
                subject: "order:\(id)",
                detail: String(reason.prefix(200))
            )
            try Audit.append([entry], on: connection)
            let place = OrderCaller.place(of: id, in: order.committee)
            return try row.map { try vault.forCallers.open($0.sealed, at: place) }
        }
    }
}

/// How a committee did with what was reported in some days.
package struct OrderRates: Sendable, Equatable, RowDecodable {
    package let committee: DivisionID
    package let reported: Int
    package let handled: Int
    package let onTime: Int
    package let calledBack: Int
    package let solved: Int
    package let asked: Int
    package let satisfied: Int
    package let contacted: Int
    package let open: Int

    package init(row: Row) throws {
        committee = try row.column(0)
        reported = try row.column(1)
        handled = try row.column(2)
        onTime = try row.column(3)
        calledBack = try row.column(4)
        solved = try row.column(5)
        asked = try row.column(6)
        satisfied = try row.column(7)
        contacted = try row.column(8)
        open = try row.column(9)
    }
}

private struct CallerRow: RowDecodable {
    let sealed: Sealed<OrderCaller>

    init(row: Row) throws {
        sealed = try row.column(0)
    }
}
