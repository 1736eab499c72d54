package import Store

/// Which committees an allowed act may touch: a few ranges of committee ids.
///
/// Only a policy makes one, and queries demand it, so no statement runs without a decision.
package struct Scope: Sendable, Equatable {
    /// Sorted, not overlapping; never empty.
    package let ranges: [ClosedRange<Int64>]

    fileprivate init(ranges: [ClosedRange<Int64>]) {
        self.ranges = ranges
    }

    package func contains(_ place: DivisionID) -> Bool {
        ranges.contains { $0.contains(place.rawValue) }
    }
}

extension SQL.StringInterpolation {
    /// The condition that a row's `committee` lies in the scope.
    package mutating func appendInterpolation(_ scope: Scope) {
        appendLiteral("(")
        for (index, range) in scope.ranges.enumerated() {
            if index > 0 { appendLiteral(" OR ") }
            appendLiteral("committee BETWEEN ")
            appendInterpolation(range.lowerBound)
            appendLiteral(" AND ")
            appendInterpolation(range.upperBound)
        }
        appendLiteral(")")
    }

    /// The condition that a row lies in the scope and after a key: one stretch of an index that starts with `(committee, id)`.
    ///
    /// With a plain `BETWEEN` beside the key, SQLite searches by the `BETWEEN` and reads every row before the key:
    /// page 10,000 of a million took 260 ms instead of less than one. The `+` keeps it from doing so.
    package mutating func appendInterpolation(_ scope: Scope, after committee: Int64, _ id: String) {
        append(scope, after: committee, [("id", id)])
    }

    /// The same for an index that starts with `(committee, column, id)`, where the column holds text.
    package mutating func appendInterpolation(
        _ scope: Scope,
        after committee: Int64,
        _ value: String,
        _ id: String,
        along column: StaticString
    ) {
        append(scope, after: committee, [(column, value), ("id", id)])
    }

    private mutating func append(_ scope: Scope, after committee: Int64, _ rest: [(StaticString, String)]) {
        let low = scope.ranges.map(\.lowerBound).min() ?? 0
        // The whole net ends at the largest number there is, which no committee has.
        let high = min(scope.ranges.map(\.upperBound).max() ?? 0, .max - 1)
        let columns = "(committee, " + rest.map { "\($0.0)" }.joined(separator: ", ") + ")"
        appendLiteral("(\(columns) > (")
        appendInterpolation(max(low, committee))
        for (_, value) in rest {
            appendLiteral(", ")
            appendInterpolation(committee < low ? "" : value)
        }
        appendLiteral(") AND \(columns) < (")
        appendInterpolation(high + 1)
        appendLiteral(String(repeating: ", ''", count: rest.count) + ")")
        if scope.ranges.count > 1 {
            appendLiteral(" AND (")
            for (index, range) in scope.ranges.enumerated() {
                if index > 0 { appendLiteral(" OR ") }
                appendLiteral("+committee BETWEEN ")
                appendInterpolation(range.lowerBound)
                appendLiteral(" AND ")
                appendInterpolation(range.upperBound)
            }
            appendLiteral(")")
        }
        appendLiteral(")")
    }
}

/// Decides who may do what where and when: role × territory × instant (R-PRIV-05), default deny.
package struct Policy: Sendable {
    private let ranges: @Sendable (DivisionID) -> [ClosedRange<Int64>]

    /// - Parameter ranges: the committee-id ranges under a division, from the territory in force; empty when unknown.
    package init(ranges: @escaping @Sendable (DivisionID) -> [ClosedRange<Int64>]) {
        self.ranges = ranges
    }

    /// Where the actor may do this now, narrowed to one division if asked.
    package func scope(
        for actor: Actor,
        _ permission: Permission,
        under place: DivisionID? = nil,
        at instant: Instant
    ) throws(AccessRefusal) -> Scope {
        if case .system = actor { return try everywhere(under: place) }
        let appointments = try appointments(of: actor, allowing: permission, at: instant)
        let held = ScopeRanges.merged(appointments.flatMap { ranges($0.place) })
        guard let place else {
            guard !held.isEmpty else { throw .outsideTerritory }
            return Scope(ranges: held)
        }
        let wanted = ranges(place)
        guard !wanted.isEmpty else { throw .unknownPlace }
        let common = ScopeRanges.intersection(held, ScopeRanges.merged(wanted))
        guard !common.isEmpty else { throw .outsideTerritory }
        return Scope(ranges: common)
    }

    /// The right to do this in one place now.
    package func check(
        _ actor: Actor,
        _ permission: Permission,
        at place: DivisionID,
        on instant: Instant
    ) throws(AccessRefusal) -> Authority {
        if case .system(let job) = actor { return .system(job: job, at: instant) }
        let appointments = try appointments(of: actor, allowing: permission, at: instant)
        guard let appointment = appointments.first(where: { covers($0.place, place) }) else {
            throw .outsideTerritory
        }
        return Authority(
            account: actor.account,
            actorKind: actor.kind,
            role: appointment.role,
            instant: instant,
            standingInFor: actor.absentee(at: place, on: instant)
        )
    }

    /// The console and the jobs act for the whole installation; what they do stands in the record of acts.
    private func everywhere(under place: DivisionID?) throws(AccessRefusal) -> Scope {
        guard let place else { return Scope(ranges: [0...Int64.max]) }
        let wanted = ranges(place)
        guard !wanted.isEmpty else { throw .unknownPlace }
        return Scope(ranges: ScopeRanges.merged(wanted))
    }

    /// Whether what is held in one place reaches another.
    func covers(_ held: DivisionID, _ place: DivisionID) -> Bool {
        held == place || ranges(held).contains { $0.contains(place.rawValue) }
    }

    private func appointments(
        of actor: Actor,
        allowing permission: Permission,
        at instant: Instant
    ) throws(AccessRefusal) -> [Appointment] {
        guard case .staff(let staff) = actor else { throw .notSignedIn }
        let allowing = staff.appointments.filter {
            $0.isInForce(at: instant) && $0.role.permissions.contains(permission)
        }
        guard !allowing.isEmpty else { throw .notPermitted(permission) }
        return allowing
    }
}
