import Store

// What time brings about: somebody to verify what was handled, and an alarm where nobody acknowledges.

extension OrderService {
    /// Opens what is missing; run again, or on several servers, it opens nothing twice.
    ///
    /// - Returns: how many orders it looked after.
    @discardableResult
    package func followUp() async throws -> Int {
        try await openVerifications() + escalate()
    }

    /// Orders that a fact of another room handled have no verifier yet.
    private func openVerifications() async throws -> Int {
        let now = context.now
        let (count, deltas) = try await database.write { connection -> (Int, [CounterDelta]) in
            let waiting: [WorkOrder] = try connection.all(OrderQueries.unverified(limit: 200))
            let drafts = try waiting.map { order in
                try verification(of: order, connection.all(OrderQueries.tasks(of: order.id, in: order.committee)))
            }
            let deltas = try DutyTasks.open(drafts, at: now, owners: owners, context: context, on: connection)
            try Counters.apply(deltas, on: connection)
            return (waiting.count, deltas)
        }
        announce(deltas)
        return count
    }

    /// Orders that nobody acknowledged within their minutes stand before the duty desk, once for each dispatch.
    private func escalate() async throws -> Int {
        var count = 0
        var key: OrderKey? = .start
        while let after = key {
            let page: [WorkOrder] = try await database.read { connection in
                try connection.all(OrderQueries.unacknowledged(after: after, limit: 200))
            }
            key = page.last.map { OrderKey(dueAt: $0.dueAt, id: $0.id.text) }
            count += try await escalate(page)
        }
        return count
    }

    private func escalate(_ page: [WorkOrder]) async throws -> Int {
        let now = context.now
        let late =
            page.filter { order in
                let limit = catalogue.end(of: .acknowledge, for: order.code, order.urgency, from: order.reportedAt)
                // A rule's order runs from its opening; one that was dispatched by hand has its own time.
                return (order.source == .rule ? min(limit ?? order.dueAt, order.dueAt) : order.dueAt) <= now
            }
        guard !late.isEmpty else { return 0 }
        let deltas = try await database.write { connection -> [CounterDelta] in
            var deltas: [CounterDelta] = []
            for (committee, orders) in Dictionary(grouping: late, by: \.committee).sorted(by: { $0.key < $1.key }) {
                let raised: [WorkOrder] = try connection.all(
                    OrderQueries.escalated(orders.map(\.id).sorted(), in: committee, at: now)
                )
                let authority = Authority.system(job: "orders", at: now)
                guard !raised.isEmpty else { continue }
                try connection.execute(
                    OrderQueries.insertSteps(raised.map { OrderStepRow.values(of: $0, "escalated", by: authority) })
                )
                deltas += try DutyTasks.open(
                    raised.map { draft(.lateOrder, of: $0, dueAt: now) },
                    at: now,
                    owners: owners,
                    context: context,
                    on: connection
                )
            }
            try Counters.apply(deltas, on: connection)
            return deltas
        }
        announce(deltas)
        return late.count
    }
}
