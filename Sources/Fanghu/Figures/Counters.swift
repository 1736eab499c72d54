package import Store

/// Writes counter rows in the transaction of the facts (DESIGN §3, "counters, never recounts").
package enum Counters {
    /// Adds the changes, folded so that each row is written once, in ascending key order so that no two writers deadlock.
    package static func apply(_ deltas: [CounterDelta], on connection: any Connection) throws {
        var totals: [TotalKey: Int] = [:]
        var days: [DayKey: Int] = [:]
        for delta in deltas where delta.change != 0 {
            let total = TotalKey(committee: delta.committee, indicator: delta.indicator.rawValue)
            totals[total, default: 0] += delta.change
            guard !delta.indicator.isGauge else { continue }
            days[DayKey(total: total, day: delta.day), default: 0] += delta.change
        }
        totals = totals.filter { $0.value != 0 }
        days = days.filter { $0.value != 0 }
        try write(totals, FiguresQueries.addTotals, on: connection)
        try write(days, FiguresQueries.addDays, on: connection)
        try raise(Set(totals.keys.map(\.committee)).union(days.keys.map(\.total.committee)), on: connection)
    }

    /// Says that the rows of the committees have changed, for those who hold them in memory.
    private static func raise(_ committees: Set<DivisionID>, on connection: any Connection) throws {
        let rows = committees.sorted().map { [$0.sqlValue, 1.sqlValue] }
        for part in StatementSizes.parts(of: rows) { try connection.execute(FiguresQueries.raiseVersions(part)) }
    }

    /// The running total of one figure in a scope.
    package static func total(of indicator: Indicator, in scope: Scope, on connection: any Connection) throws -> Int {
        try connection.value(FiguresQueries.total(of: indicator, in: scope)) ?? 0
    }

    private static func write<Key: CounterKey>(
        _ changes: [Key: Int],
        _ statement: ([[SQLValue]]) -> SQL,
        on connection: any Connection
    ) throws {
        let rows = changes.sorted { $0.key < $1.key }.map { $0.key.values + [$0.value.sqlValue] }
        for part in StatementSizes.parts(of: rows) { try connection.execute(statement(part)) }
    }
}

private protocol CounterKey: Hashable, Comparable {
    var values: [SQLValue] { get }
}

private struct TotalKey: CounterKey {
    let committee: DivisionID
    let indicator: Int

    var values: [SQLValue] { [committee.sqlValue, indicator.sqlValue] }

    static func < (left: TotalKey, right: TotalKey) -> Bool {
        (left.committee, left.indicator) < (right.committee, right.indicator)
    }
}

private struct DayKey: CounterKey {
    let total: TotalKey
    let day: CivilDate

    var values: [SQLValue] { [total.committee.sqlValue, day.sqlValue, total.indicator.sqlValue] }

    static func < (left: DayKey, right: DayKey) -> Bool {
        (left.total, left.day) < (right.total, right.day)
    }
}
