import Store

extension GateService {
    /// Plans a shift; whoever stands there may keep the gate from its first instant to its last.
    package func plan(_ draft: DutyShift.Draft, by actor: Actor) async throws -> DutyShift {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageGates, at: now)
        return try await database.write { connection in
            let post = try post(draft.post, in: scope, on: connection)
            let authority = try policy.check(actor, .manageGates, at: post.committee, on: now)
            let shift = try DutyShift.planned(draft, at: post, as: context.newID(), on: now)
            if case .staff(let account) = shift.who {
                try checkStaff(account, for: shift, on: connection)
            }
            try connection.execute(GateQueries.insert(shift))
            try Audit.append(
                [entry("gates.planShift", "post:\(post.id)", authority, post.committee, "shift \(shift.id)")],
                on: connection
            )
            return shift
        }
    }

    /// Ends a shift at this instant; one that lies ahead never begins.
    @discardableResult
    package func endShift(_ id: DutyShiftID, by actor: Actor) async throws -> DutyShift {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageGates, at: now)
        return try await database.write { connection in
            guard let shift = try connection.first(GateQueries.shift(id, in: scope), as: DutyShift.self),
                try connection.execute(GateQueries.end(shift, at: now)) == 1
            else { throw GateRefusal.unknownShift }
            let authority = try policy.check(actor, .manageGates, at: shift.committee, on: now)
            try Audit.append(
                [entry("gates.endShift", "post:\(shift.post)", authority, shift.committee, "shift \(id)")],
                on: connection
            )
            return shift
        }
    }

    /// Whom a form for shifts offers: those appointed there who may keep gates.
    package func keepers(of id: GatePostID, for actor: Actor) async throws -> [AccountID] {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageGates, at: now)
        return try await database.read { connection in
            let post = try post(id, in: scope, on: connection)
            let appointed = try owners.appointees(at: post.committee, on: now, connection)
            let seats = try Seats.held(by: Set(appointed), connection)
            let keepers = seats.filter { keeps($0.appointment, post.committee, at: now) }.map(\.account)
            return appointed.filter(Set(keepers).contains)
        }
    }

    /// A post of the actor's territory with its shifts, and the latest of its log.
    package func page(
        of id: GatePostID,
        before instant: Instant? = nil,
        for actor: Actor
    ) async throws -> (post: GatePost, shifts: [DutyShift], log: [GatePassing]) {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageGates, at: now)
        return try await database.read { connection in
            let post = try post(id, in: scope, on: connection)
            let shifts: [DutyShift] = try connection.all(GateQueries.shifts(at: [post], after: now))
            let log: [StoredPassing] = try connection.all(
                GateQueries.log(of: post, before: instant ?? now.adding(seconds: 1), limit: 50)
            )
            return (post, shifts, log.map(\.passing))
        }
    }

    /// Nobody stands at two posts at once, and only those stand there who may keep the gate.
    private func checkStaff(_ account: AccountID, for shift: DutyShift, on connection: any Connection) throws {
        // Takes the account's row, so that two shifts planned at once see each other.
        try Seats.holdOpen(account, connection)
        let seats = try Seats.held(by: [account], connection)
        guard seats.contains(where: { keeps($0.appointment, shift.committee, at: shift.from) }) else {
            throw GateRefusal.unfitForDuty
        }
        let others: [DutyShift] = try connection.all(GateQueries.shifts(of: account, after: shift.from))
        guard !others.contains(where: { $0.from < shift.to }) else { throw GateRefusal.onDutyElsewhere }
    }

    private func keeps(_ appointment: Appointment, _ committee: DivisionID, at instant: Instant) -> Bool {
        appointment.isInForce(at: instant) && appointment.role.permissions.contains(.keepGate)
            && policy.covers(appointment.place, committee)
    }
}

extension GateService {
    /// The open gates of the actor's territory at which nobody has set up a post.
    package func bareGates(for actor: Actor) async throws -> [Line] {
        try await list(limit: 1000, for: actor).lines.filter { !$0.hasPost }
    }

    /// The committees and townships in which the actor may set up a post.
    package func committees(for actor: Actor) throws -> [DivisionID] {
        let scope = try policy.scope(for: actor, .manageGates, at: context.now)
        return measures.territory().divisions
            .filter { $0.level >= .township && !$0.isRetired && scope.contains($0.id) }
            .map(\.id).sorted()
    }
}
