extension Measure {
    /// The measure a draft asks for, unless it says too little or ends before it begins.
    package static func planned(_ draft: Draft, as id: MeasureID, at now: Instant) throws(MeasureRefusal) -> Measure {
        guard !draft.text.chinese.isEmpty, draft.text.chinese.count <= 500, draft.text.english.count <= 500 else {
            throw .textMissing
        }
        guard !draft.decision.isEmpty, draft.decision.count <= 100 else { throw .decisionMissing }
        let from = draft.from ?? now
        guard draft.to.map({ $0 > from }) ?? true else { throw .endBeforeStart }
        return Measure(
            committee: draft.place,
            id: id,
            compound: draft.compound,
            kind: draft.kind,
            text: draft.text,
            from: from,
            to: draft.to,
            decision: draft.decision
        )
    }

    /// Whether both can be in force at one instant.
    func meets(_ other: Measure) -> Bool {
        (other.to.map { from < $0 } ?? true) && (to.map { other.from < $0 } ?? true)
    }
}

/// What one compound does: what all do and what it does besides, at an instant.
package struct MeasureSheet: Sendable, Equatable {
    package let instant: Instant
    /// What all compounds of a division do, the widest division first.
    package let common: [Measure]
    /// What this compound does besides.
    package let besides: [Measure]
    /// Begins later, the soonest first.
    package let coming: [Measure]
    /// Over, the latest first.
    package let past: [Measure]
    package let conflicts: [Conflict]

    /// Two measures of one place and time that contradict each other, or say the same thing twice.
    package struct Conflict: Hashable, Sendable {
        package let first: Measure
        package let second: Measure
        /// The same kind twice, so that nobody knows which text holds.
        package let isDouble: Bool
    }

    /// - Parameter measures: everything that was ever ordered for the compound or a division above it.
    package init(_ measures: [Measure], at instant: Instant) {
        self.instant = instant
        let ordered = measures.sorted { ($0.committee, $0.from, $0.id) < ($1.committee, $1.from, $1.id) }
        let present = ordered.filter { $0.isInForce(at: instant) }
        common = present.filter { $0.compound == nil }
        besides = present.filter { $0.compound != nil }
        // One that was ended before it began is past: it never will.
        let isOver = { (measure: Measure) in measure.to.map { $0 <= instant } ?? false }
        coming = ordered.filter { $0.from > instant && !isOver($0) }
            .sorted { ($0.from, $0.id) < ($1.from, $1.id) }
        past = ordered.filter(isOver)
            .sorted { ($1.from, $1.id) < ($0.from, $0.id) }
        conflicts = MeasureSheet.conflicts(among: present + coming)
    }

    /// Every pair that meets in time and cannot hold together; disinfection and free texts may come several times.
    static func conflicts(among measures: [Measure]) -> [Conflict] {
        measures.indices.flatMap { index in
            measures[(index + 1)...]
                .compactMap { other -> Conflict? in
                    let one = measures[index]
                    guard one.meets(other) else { return nil }
                    if one.kind.contradicts.contains(other.kind) {
                        return Conflict(first: one, second: other, isDouble: false)
                    }
                    let isSeveral = [.disinfection, .other].contains(one.kind)
                    return one.kind == other.kind && !isSeveral
                        ? Conflict(first: one, second: other, isDouble: true) : nil
                }
        }
    }
}
