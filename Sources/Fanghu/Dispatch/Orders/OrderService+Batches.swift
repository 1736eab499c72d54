import Store

extension OrderService {
    /// Who has how many orders in hand in a territory, the most first.
    package func loads(under place: DivisionID?, for actor: Actor) async throws -> [OrderLoad] {
        let now = context.now
        let scope = try policy.scope(for: actor, .dispatchOrders, under: place, at: now)
        return try await database.read { try $0.all(OrderQueries.loads(in: scope, at: now)) }
    }

    /// Gives everything that somebody has in hand to somebody else, committee by committee; sent twice it is one.
    ///
    /// - Throws: `OrderRefusal.unfitOwner` where the other holds no office in one of the committees; nothing has moved then.
    @discardableResult
    package func reassign(
        _ id: OrderBatchID,
        from before: AccountID,
        to account: AccountID,
        under place: DivisionID? = nil,
        by actor: Actor
    ) async throws -> OrderBatch {
        let now = context.now
        let scope = try policy.scope(for: actor, .dispatchOrders, under: place, at: now)
        guard before != account else { throw OrderRefusal.unfitOwner }
        let committees = try await database.read { connection in
            let committees = try connection.rows(OrderQueries.committees(of: before, in: scope))
                .map { try $0.column(0, as: DivisionID.self) }
            for committee in committees {
                guard try owners.isAppointed(account, at: committee, on: now, connection) else {
                    throw OrderRefusal.unfitOwner
                }
            }
            return committees
        }
        let batch = OrderBatch(id: id, from: before, to: account, count: 0, at: now, undoneAt: nil)
        for committee in committees {
            try await database.write { try give(batch, in: committee, by: actor, on: $0) }
        }
        return try await self.batch(id, in: scope) ?? batch
    }

    private func give(
        _ batch: OrderBatch,
        in committee: DivisionID,
        by actor: Actor,
        on connection: any Connection
    ) throws {
        let authority = try policy.check(actor, .dispatchOrders, at: committee, on: batch.at)
        // Sent again, also after a server died half way, it goes on where nothing was moved yet.
        guard try connection.execute(OrderQueries.insertBatch(batch, in: committee, by: actor.account)) == 1 else {
            return
        }
        let count = try connection.execute(OrderQueries.insertItems(batch, in: committee))
        for row in try connection.rows(OrderQueries.kinds(of: batch, in: committee)) {
            let code = try row.column(0, as: String.self)
            let urgency = try row.column(1, as: String.self)
            let dueAt = OrderClass.Urgency(rawValue: urgency)
                .flatMap { urgency in
                    catalogue.end(of: .acknowledge, for: code, urgency, from: batch.at)
                }
            try connection.execute(
                OrderQueries.give(batch, in: committee, code: code, urgency: urgency, dueAt: dueAt)
            )
        }
        try connection.execute(OrderQueries.insertSteps(of: batch.id, "dispatch", in: committee, by: authority))
        try connection.execute(
            OrderQueries.moveTasks(of: batch.id, in: committee, from: batch.from, to: batch.to)
        )
        try Audit.append([entry("order.reassign", batch.id, count, committee, authority)], on: connection)
    }

    /// Takes a batch back within a day; orders on which somebody has acted since stay where they are.
    package func undo(_ id: OrderBatchID, by actor: Actor) async throws -> OrderUndo {
        let now = context.now
        let scope = try policy.scope(for: actor, .dispatchOrders, at: now)
        guard let batch = try await batch(id, in: scope) else { throw OrderRefusal.unknownOrder }
        guard now < batch.at.adding(hours: OrderBatch.undoHours) else { throw OrderRefusal.limitPassed }
        var returned = 0
        for committee in try await committees(of: id, in: scope) {
            returned += try await database.write { connection in
                let authority = try policy.check(actor, .dispatchOrders, at: committee, on: now)
                // Who comes second finds it undone and moves nothing.
                guard try connection.execute(OrderQueries.undone(id, in: committee, at: now)) == 1 else { return 0 }
                try connection.execute(OrderQueries.dropTouched(id, in: committee))
                let count = try connection.execute(OrderQueries.takeBack(batch, in: committee))
                try connection.execute(OrderQueries.insertSteps(of: id, "undo", in: committee, by: authority))
                try connection.execute(
                    OrderQueries.moveTasks(of: id, in: committee, from: batch.to, to: batch.from)
                )
                try Audit.append([entry("order.undo", id, count, committee, authority)], on: connection)
                return count
            }
        }
        return OrderUndo(returned: returned, kept: batch.count - returned)
    }

    /// A batch as a whole, over every committee of the territory.
    package func batch(_ id: OrderBatchID, for actor: Actor) async throws -> OrderBatch {
        let scope = try policy.scope(for: actor, .dispatchOrders, at: context.now)
        guard let batch = try await batch(id, in: scope) else { throw OrderRefusal.unknownOrder }
        return batch
    }

    private func batch(_ id: OrderBatchID, in scope: Scope) async throws -> OrderBatch? {
        let rows = try await database.read { try $0.rows(OrderQueries.batch(id, in: scope)) }
        guard let first = rows.first else { return nil }
        return OrderBatch(
            id: id,
            from: try first.column(1),
            to: try first.column(2),
            count: try rows.reduce(0) { try $0 + $1.column(5, as: Int.self) },
            at: try first.column(3),
            undoneAt: try first.column(4)
        )
    }

    private func committees(of id: OrderBatchID, in scope: Scope) async throws -> [DivisionID] {
        try await database.read { connection in
            try connection.rows(OrderQueries.batch(id, in: scope)).map { try $0.column(0) }
        }
    }

    private func entry(
        _ act: String,
        _ batch: OrderBatchID,
        _ count: Int,
        _ committee: DivisionID,
        _ authority: Authority
    ) -> AuditEntry.Draft {
        AuditEntry.Draft(
            committee: committee,
            authority: authority,
            act: act,
            subject: "orderBatch:\(batch)",
            detail: "\(count)"
        )
    }
}
