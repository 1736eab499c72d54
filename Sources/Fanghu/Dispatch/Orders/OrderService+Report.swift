import Store

extension OrderService {
    /// Takes a report; an operator who may dispatch can send it on in the same act.
    ///
    /// Staff need `reportOrders` in the committee. The caller's name lies apart under a key of its own (R-PRIV-19).
    @discardableResult
    package func report(_ report: OrderReport, by actor: Actor) async throws -> WorkOrder {
        let now = context.now
        let authority = try policy.check(actor, .reportOrders, at: report.committee, on: now)
        let code = try classOf(report)
        if report.isDispatchedNow { _ = try policy.check(actor, .dispatchOrders, at: report.committee, on: now) }
        let urgency = report.urgency ?? catalogue[code]?.urgency ?? .ordinary
        let order = WorkOrder(
            committee: report.committee,
            id: report.id,
            code: code,
            urgency: urgency,
            place: report.place,
            source: report.source,
            reportedAt: now,
            dueAt: catalogue.end(of: .dispatch, for: code, urgency, from: now) ?? now.adding(hours: 1)
        )
        let (stored, deltas) = try await database.write { connection -> (WorkOrder, [CounterDelta]) in
            let scope = try policy.scope(for: actor, .reportOrders, under: report.committee, at: now)
            try checkPlace(report, scope, on: connection)
            guard try !connection.rows(OrderQueries.insert([order.values])).isEmpty else {
                let present = try connection.first(OrderQueries.order(report.id, in: scope), as: WorkOrder.self)
                return (present ?? order, [])
            }
            var deltas = try open(order, report, by: authority, on: connection)
            var current = order
            if report.isDispatchedNow {
                for act in [OrderAct.accept, .file(code: code, urgency: urgency), .dispatch(to: report.owner)] {
                    current.version += 1
                    let note = OrderNote(step: nil, text: "")
                    let (next, more) = try carryOut(act, on: current, note, by: authority, actor, on: connection)
                    current = next
                    deltas += more
                }
                _ = try connection.rows(OrderQueries.setVersion(of: current))
            }
            try Counters.apply(deltas, on: connection)
            return (current, deltas)
        }
        announce(deltas)
        return stored
    }

    private func classOf(_ report: OrderReport) throws -> String {
        guard !report.summary.allSatisfy(\.isWhitespace) else { throw OrderRefusal.summaryMissing }
        guard report.summary.count <= Self.longestText, (report.address?.count ?? 0) <= 200 else {
            throw OrderRefusal.textTooLong(Self.longestText)
        }
        let code = report.code ?? catalogue.guess(from: report.summary).first?.code ?? "other"
        guard catalogue[code] != nil else { throw OrderRefusal.unknownClass }
        return code
    }

    private func checkPlace(_ report: OrderReport, _ scope: Scope, on connection: any Connection) throws {
        guard let place = report.place else { return }
        let dwelling = try PlaceInventory.dwelling(place, in: scope, on: connection)
        let isCovered = try CoveredPlaces.isKnown(place, in: report.committee, on: connection)
        guard dwelling?.committee == report.committee || isCovered else { throw OrderRefusal.unknownPlace }
    }

    /// The first step, what was said, who called, and the desk's task.
    private func open(
        _ order: WorkOrder,
        _ report: OrderReport,
        by authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let details = OrderDetails(summary: report.summary, address: report.address)
        let sealed = try vault.seal(details, at: OrderDetails.place(of: order.id, in: order.committee))
        try connection.execute(OrderQueries.seal(sealed, of: order.id, in: order.committee))
        if let caller = report.caller, caller.name != nil || caller.phone != nil {
            let place = OrderCaller.place(of: order.id, in: order.committee)
            let sealed = try vault.forCallers.seal(caller, at: place)
            try connection.execute(OrderQueries.insertCaller(sealed, of: order.id, in: order.committee))
        }
        try connection.execute(OrderQueries.insertSteps([OrderStepRow.values(of: order, "report", by: authority)]))
        let entry = AuditEntry.Draft(
            committee: order.committee,
            authority: authority,
            act: "order.report",
            subject: "order:\(order.id)",
            detail: order.code
        )
        try Audit.append([entry], on: connection)
        let tasks = try DutyTasks.open(
            [draft(.dispatchOrder, of: order, dueAt: order.dueAt)],
            at: authority.instant,
            owners: owners,
            context: context,
            on: connection
        )
        return tasks + [
            CounterDelta(order.committee, .ordersReported, on: authority.instant.day),
            CounterDelta(order.committee, .ordersOpen, on: authority.instant.day),
        ]
    }
}
