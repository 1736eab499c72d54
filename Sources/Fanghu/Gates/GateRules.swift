/// What the register knows about who stands at a gate; the gatekeeper never sees it.
package struct GateFacts: Hashable, Sendable {
    /// How many persons of the committee have the name and ending that were given; nil where nobody was named.
    package var matches: Int?
    package var isObserved: Bool
    /// The document is still to come, so nobody has proved who this is.
    package var isUnproved: Bool

    package init(matches: Int? = nil, isObserved: Bool = false, isUnproved: Bool = false) {
        self.matches = matches
        self.isObserved = isObserved
        self.isUnproved = isUnproved
    }
}

/// What holds at a post, known to everybody: measures on the notice board and the limit for a fever.
package struct GateConditions: Hashable, Sendable {
    package var fever: FeverRule
    package var visitorsBarred: Bool
    package var deliveriesEnter: Bool
    /// Whether this is the second measurement.
    package var isSecond: Bool

    package init(
        fever: FeverRule,
        visitorsBarred: Bool = false,
        deliveriesEnter: Bool = false,
        isSecond: Bool = false
    ) {
        self.fever = fever
        self.visitorsBarred = visitorsBarred
        self.deliveriesEnter = deliveriesEnter
        self.isSecond = isSecond
    }
}

extension GateVerdict {
    /// Decides what happens to somebody at a gate.
    ///
    /// The first that applies counts, health before papers. Only the last question looks at the register, and every
    /// answer of it but "nothing speaks against it" is the same word.
    package static func of(_ answers: GateAnswers, _ facts: GateFacts, under conditions: GateConditions) -> GateVerdict
    {
        if answers.visit == .delivery, answers.direction == .inward, !conditions.deliveriesEnter {
            return GateVerdict(.stop, .leaveAtGate)
        }
        if let health = health(answers, under: conditions) { return health }
        if answers.direction == .inward {
            if answers.wasAway, !answers.hasRegistered { return GateVerdict(.secondCheck, .registerFirst) }
            if answers.visit == .visitor, conditions.visitorsBarred { return GateVerdict(.stop, .visitorsBarred) }
        }
        return register(answers, facts)
    }

    private static func health(_ answers: GateAnswers, under conditions: GateConditions) -> GateVerdict? {
        if let temperature = answers.temperature {
            if conditions.fever.isFever(temperature) {
                if conditions.isSecond { return GateVerdict(.stop, .fever) }
                return GateVerdict(.secondCheck, temperature.needsSecondReading ? .measureAgain : .feverSecondCheck)
            }
            if temperature.needsSecondReading, !conditions.isSecond { return GateVerdict(.secondCheck, .measureAgain) }
        }
        return answers.hasSymptoms && answers.direction == .inward ? GateVerdict(.stop, .symptoms) : nil
    }

    private static func register(_ answers: GateAnswers, _ facts: GateFacts) -> GateVerdict {
        guard answers.visit == .resident, let matches = facts.matches else { return GateVerdict(.pass, .clear) }
        let isPlain = matches == 1 && !facts.isObserved && !facts.isUnproved
        return isPlain ? GateVerdict(.pass, .clear) : GateVerdict(.stop, .askCommittee)
    }
}

extension GateAnswers {
    /// Refuses what is too little to decide on: who lives here says who they are, and everybody coming in is measured.
    package func refuseGaps() throws(Refusals) {
        var gaps: [GateRefusal] = []
        if direction == .inward, visit != .delivery {
            if name == nil { gaps.append(.personMissing) }
            if tail == nil { gaps.append(.tailMissing) }
            if temperature == nil { gaps.append(.temperatureMissing) }
        } else if (name == nil) != (tail == nil) {
            gaps.append(name == nil ? .personMissing : .tailMissing)
        }
        if visit == .visitor, direction == .inward, host == nil { gaps.append(.hostMissing) }
        if let host, host.count > 100 { gaps.append(.hostMissing) }
        guard gaps.isEmpty else { throw Refusals(gaps) }
    }
}

/// Numbers of gates that an installation may set otherwise.
package struct GateLimits: Sendable {
    /// How long somebody rests before the second measurement, and until when it counts as one.
    package var restMinutes: Int
    package var secondWithinMinutes: Int
    /// How long a gatekeeper can look at a verdict again.
    package var shownMinutes: Int
    /// Named lookups of one account in one committee in ten minutes, and how many of them may find nobody.
    package var lookups: Int
    package var misses: Int
    /// How long names and temperatures are kept (R-PRIV-14).
    package var keptDays: Int

    package init(
        restMinutes: Int = 5,
        secondWithinMinutes: Int = 30,
        shownMinutes: Int = 30,
        lookups: Int = 120,
        misses: Int = 12,
        keptDays: Int = 30
    ) {
        self.restMinutes = restMinutes
        self.secondWithinMinutes = secondWithinMinutes
        self.shownMinutes = shownMinutes
        self.lookups = lookups
        self.misses = misses
        self.keptDays = keptDays
    }
}
