import Store

extension GateService {
    /// What the register says about who stands there, and about whom it is.
    private struct Finding {
        var facts = GateFacts()
        var person: PersonID?
        var observation: ObservationKey?
    }

    /// Decides and writes one passing with its figures, its task and its entry in the record of acts.
    func write(
        _ answers: GateAnswers,
        id: GatePassingID,
        after first: GatePassingID?,
        at post: GatePost,
        by actor: Actor,
        on connection: any Connection
    ) throws -> (GatePassing, [CounterDelta]) {
        let now = context.now
        let authority = try policy.check(actor, .keepGate, at: post.committee, on: now)
        guard let account = authority.account else { throw AccessRefusal.notSignedIn }
        let conditions = try conditions(at: post, isSecond: first != nil, on: connection)
        let finding = try lookUp(answers, at: post, by: account, on: connection)
        let passing = GatePassing(
            committee: post.committee,
            id: id,
            post: post.id,
            at: now,
            direction: answers.direction,
            visit: answers.visit,
            first: first,
            verdict: GateVerdict.of(answers, finding.facts, under: conditions),
            by: account
        )
        let place = GateDetails.place(of: id, in: post.committee)
        let insert = GateQueries.insert(passing, sealed: try vault.seal(GateDetails(answers), at: place))
        guard try connection.execute(insert) == 1 else { throw GateRefusal.idTaken }
        var deltas = try DutyTasks.open(
            try tasks(after: passing, finding),
            at: now,
            owners: owners,
            context: context,
            on: connection
        )
        if first == nil { deltas.append(CounterDelta(post.committee, .gatePassings, on: now.day)) }
        if passing.verdict.decision == .stop { deltas.append(CounterDelta(post.committee, .gateStops, on: now.day)) }
        try Counters.apply(deltas, on: connection)
        // With a name it was a look-up in the register of persons.
        let act = answers.named == nil ? "gates.pass" : "gates.lookUp"
        try Audit.append(
            [entry(act, "post:\(post.id)", authority, post.committee, "passing \(id)")],
            on: connection
        )
        return (passing, deltas)
    }

    private func conditions(
        at post: GatePost,
        isSecond: Bool,
        on connection: any Connection
    ) throws -> GateConditions {
        let path = measures.territory().path(to: post.committee).map(\.id)
        let version = try protocols().version(inForceOn: context.now.day, at: path)
        let holds = { (kind: Measure.Kind) in
            try measures.isInForce(kind, of: post.compound, in: post.committee, on: connection)
        }
        // Where two measures contradict each other, the stricter one holds at the gate until somebody ends one.
        return GateConditions(
            fever: version.fever,
            visitorsBarred: try holds(.visitorsBarred),
            deliveriesEnter: try holds(.deliveriesEnter) && !holds(.deliveriesAtGate),
            isSecond: isSecond
        )
    }

    /// Looks a named resident up in the committee's register, as often as the limits allow.
    private func lookUp(
        _ answers: GateAnswers,
        at post: GatePost,
        by account: AccountID,
        on connection: any Connection
    ) throws -> Finding {
        guard let (name, tail) = answers.named else { return Finding() }
        let span = Self.span(of: context.now)
        let taken = try connection.rows(GateQueries.takeLookup(of: account, in: post.committee, span: span)).first
        guard let taken, try taken.column(0, as: Int.self) <= limits.lookups,
            try taken.column(1, as: Int.self) < limits.misses
        else { throw GateRefusal.tooManyLookups }
        let found = try people.matching(name, endingIn: tail, in: post.committee, on: connection)
        if found.isEmpty {
            try connection.execute(GateQueries.addMiss(of: account, in: post.committee, span: span))
        }
        // Of namesakes with the same ending each is looked at: one under observation is enough.
        let observations = try found.compactMap { try ActiveObservation.key(of: $0.id, on: connection) }
        return Finding(
            facts: GateFacts(
                matches: found.count,
                isObserved: !observations.isEmpty,
                isUnproved: found.contains(where: \.documentPending)
            ),
            person: found.count == 1 ? found.first?.id : nil,
            observation: found.count == 1 ? observations.first : nil
        )
    }

    /// What others have to do about it: the committee where somebody under observation is out, the doctor on a fever.
    private func tasks(after passing: GatePassing, _ finding: Finding) throws -> [DutyTask.Draft] {
        let path = measures.territory().path(to: passing.committee).map(\.id)
        let limits = try protocols().version(inForceOn: passing.at.day, at: path).limits
        // Whoever tries again within ten minutes is the same occasion.
        let occasion = "\(Self.span(of: passing.at))"
        var drafts: [DutyTask.Draft] = []
        if let observation = finding.observation {
            drafts.append(
                DutyTask.Draft(
                    committee: observation.committee,
                    kind: .gateAttention,
                    subject: .observation(observation.id),
                    occasion: occasion,
                    dueAt: passing.at.adding(minutes: limits.breachAnswerMinutes)
                )
            )
        }
        if let person = finding.person, [.fever, .symptoms].contains(passing.verdict.reason) {
            drafts.append(
                DutyTask.Draft(
                    committee: passing.committee,
                    kind: .gateFever,
                    subject: .person(person),
                    occasion: occasion,
                    dueAt: passing.at.adding(minutes: limits.feverAnswerMinutes)
                )
            )
        }
        return drafts
    }
}
