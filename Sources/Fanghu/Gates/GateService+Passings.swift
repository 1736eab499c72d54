import Store

extension GateService {
    /// Where the actor is on duty now: the posts of their shifts.
    package func ownPosts(of actor: Actor) async throws -> [GatePost] {
        let now = context.now
        let scope = try policy.scope(for: actor, .keepGate, at: now)
        guard let account = actor.account else { throw AccessRefusal.notSignedIn }
        return try await database.read { connection in
            let shifts: [DutyShift] = try connection.all(GateQueries.shifts(of: account, after: now))
            let posts = shifts.filter { $0.isInForce(at: now) }.map(\.post)
            return posts.isEmpty ? [] : try connection.all(GateQueries.posts(posts, in: scope))
        }
    }

    /// A post at which the actor may ask and measure now.
    package func ownPost(_ id: GatePostID, for actor: Actor) async throws -> GatePost {
        let scope = try policy.scope(for: actor, .keepGate, at: context.now)
        return try await database.read { connection in
            let post = try post(id, in: scope, on: connection)
            try checkDuty(of: actor, at: post, on: connection)
            return post
        }
    }

    /// Takes what somebody was asked and measured, and says what happens; the same id again is the same answer.
    package func pass(
        _ answers: GateAnswers,
        id: GatePassingID,
        at postID: GatePostID,
        by actor: Actor
    ) async throws -> GatePassing {
        let scope = try policy.scope(for: actor, .keepGate, at: context.now)
        try answers.refuseGaps()
        let (passing, deltas) = try await database.write { connection -> (GatePassing, [CounterDelta]) in
            let post = try post(postID, in: scope, on: connection)
            try checkDuty(of: actor, at: post, on: connection)
            if let known = try connection.first(GateQueries.passing(id, in: scope), as: StoredPassing.self) {
                return (try repeated(known, answers, at: post, by: actor), [])
            }
            return try write(answers, id: id, after: nil, at: post, by: actor, on: connection)
        }
        announce(deltas)
        return passing
    }

    /// Takes the second measurement after a rest; it decides (DOMAIN §8.7: above the limit twice).
    package func measureAgain(
        _ temperature: Temperature,
        after first: GatePassingID,
        id: GatePassingID,
        by actor: Actor
    ) async throws -> GatePassing {
        let now = context.now
        let scope = try policy.scope(for: actor, .keepGate, at: now)
        let (passing, deltas) = try await database.write { connection -> (GatePassing, [CounterDelta]) in
            guard let stored = try connection.first(GateQueries.passing(first, in: scope), as: StoredPassing.self),
                let details = stored.details
            else { throw GateRefusal.unknownPassing }
            let post = try post(stored.passing.post, in: scope, on: connection)
            try checkDuty(of: actor, at: post, on: connection)
            if let known = try connection.first(GateQueries.second(of: stored.passing), as: StoredPassing.self) {
                guard known.passing.id == id else { throw GateRefusal.measuredTwice }
                return (known.passing, [])
            }
            try checkRest(since: stored.passing, now)
            let opened = try vault.open(details, at: GateDetails.place(of: first, in: post.committee))
            let answers = try opened.answers(stored.passing, measured: temperature)
            return try write(answers, id: id, after: first, at: post, by: actor, on: connection)
        }
        announce(deltas)
        return passing
    }

    /// A verdict again, for who wrote it down and for a short while.
    package func verdict(_ id: GatePassingID, for actor: Actor) async throws -> GatePassing {
        let now = context.now
        let scope = try policy.scope(for: actor, .keepGate, at: now)
        let found = try await database.read { connection in
            try connection.first(GateQueries.passing(id, in: scope), as: StoredPassing.self)
        }
        guard let passing = found?.passing, passing.by == actor.account,
            now < passing.at.adding(minutes: limits.shownMinutes)
        else { throw GateRefusal.unknownPassing }
        return passing
    }

    /// Destroys names and temperatures whose time is over; answers how many passings it was.
    @discardableResult
    package func forgetOld() async throws -> Int {
        let before = context.now.adding(hours: -24 * limits.keptDays)
        return try await database.write { connection in
            try connection.execute(GateQueries.forgetLookups(before: Self.span(of: before)))
            return try connection.execute(GateQueries.forget(before: before))
        }
    }

    /// Whoever only keeps gates does so where the roster has them, and while it has them.
    private func checkDuty(of actor: Actor, at post: GatePost, on connection: any Connection) throws {
        let now = context.now
        if (try? policy.check(actor, .manageGates, at: post.committee, on: now)) != nil { return }
        guard let account = actor.account else { throw AccessRefusal.notSignedIn }
        let shifts: [DutyShift] = try connection.all(GateQueries.shifts(of: account, after: now))
        guard shifts.contains(where: { $0.post == post.id && $0.isInForce(at: now) }) else {
            throw GateRefusal.notOnDuty
        }
    }

    private func checkRest(since first: GatePassing, _ now: Instant) throws(GateRefusal) {
        guard first.verdict.asksForMeasurement, first.first == nil else { throw .measuredTwice }
        guard now < first.at.adding(minutes: limits.secondWithinMinutes) else { throw .tooLate }
        // A doubted thermometer is changed, not rested.
        guard first.verdict.reason == .feverSecondCheck else { return }
        let rested = first.at.adding(minutes: limits.restMinutes)
        guard now >= rested else {
            throw .tooSoon(minutes: Int((rested.microseconds - now.microseconds + 59_999_999) / 60_000_000))
        }
    }

    /// The answer to something sent twice; under the same id nobody else passes.
    private func repeated(
        _ stored: StoredPassing,
        _ answers: GateAnswers,
        at post: GatePost,
        by actor: Actor
    ) throws -> GatePassing {
        let passing = stored.passing
        let same =
            try stored.details
            .map { try vault.open($0, at: GateDetails.place(of: passing.id, in: passing.committee)) }
            .map { $0.name == answers.name?.text && $0.tail == answers.tail?.text && passing.first == nil } ?? false
        guard same, passing.post == post.id, passing.by == actor.account, passing.visit == answers.visit,
            passing.direction == answers.direction
        else { throw GateRefusal.idTaken }
        return passing
    }

    static func span(of instant: Instant) -> Int64 { instant.microseconds / 600_000_000 }
}
