package import Store

/// Figures counted again from the facts, to be held against the counter rows.
///
/// Each room counts its own facts; a difference is a bug that somebody must see.
package struct Recount: Sendable, Equatable {
    /// The indicators that some room has counted; the others are not compared.
    package private(set) var indicators: Set<Indicator> = []
    /// The running totals and gauges, by committee.
    package private(set) var totals: [Key: Int] = [:]
    /// The counts of days.
    package private(set) var days: [DayKey: Int] = [:]

    package init() {}

    package struct Key: Hashable, Sendable {
        package let committee: DivisionID
        package let indicator: Indicator
    }

    package struct DayKey: Hashable, Sendable {
        package let committee: DivisionID
        package let indicator: Indicator
        package let day: CivilDate
    }

    /// Adds gauges; rows are (committee, count).
    package mutating func add(_ indicator: Indicator, gauges rows: [Row]) throws {
        indicators.insert(indicator)
        for row in rows {
            totals[Key(committee: try row.column(0), indicator: indicator), default: 0] += try row.column(
                1,
                as: Int.self
            )
        }
    }

    /// Adds events; rows are (committee, days since 1970 in Shanghai, count).
    package mutating func add(_ indicator: Indicator, events rows: [Row]) throws {
        indicators.insert(indicator)
        for row in rows {
            let committee: DivisionID = try row.column(0)
            let day = CivilDate(daysSince1970: try row.column(1))
            let count: Int = try row.column(2)
            totals[Key(committee: committee, indicator: indicator), default: 0] += count
            days[DayKey(committee: committee, indicator: indicator, day: day), default: 0] += count
        }
    }

    /// SQL for the Shanghai day of an instant column, as days since 1970; every instant is after 1970.
    package static func day(of column: StaticString) -> SQL {
        SQL(trusted: "CAST((\(column) + 28800000000) / 86400000000 AS BIGINT)")
    }
}

/// What `fanghu verify` found about the counters.
package struct CounterDifference: Codable, Sendable, Equatable {
    package let committee: DivisionID
    package let indicator: String
    /// Absent for totals and gauges.
    package let day: CivilDate?
    package let counted: Int
    package let recorded: Int
}

extension Counters {
    /// Holds the counter rows against a recount made in the same snapshot.
    package static func differences(
        from recount: Recount,
        on connection: any Connection
    ) throws -> [CounterDifference] {
        var totals: [Recount.Key: Int] = [:]
        for row in try connection.rows(FiguresQueries.allTotals()) {
            guard let indicator = Indicator(rawValue: try row.column(1)), recount.indicators.contains(indicator) else {
                continue
            }
            totals[Recount.Key(committee: try row.column(0), indicator: indicator)] = try row.column(2)
        }
        var days: [Recount.DayKey: Int] = [:]
        for row in try connection.rows(FiguresQueries.allDays()) {
            guard let indicator = Indicator(rawValue: try row.column(2)),
                let day = CivilDate(yyyymmdd: try row.column(1))
            else { continue }
            guard recount.indicators.contains(indicator) else { continue }
            days[Recount.DayKey(committee: try row.column(0), indicator: indicator, day: day)] = try row.column(3)
        }
        let totalDifferences = Set(totals.keys).union(recount.totals.keys)
            .compactMap { key in
                difference(key.committee, key.indicator, nil, recount.totals[key] ?? 0, totals[key] ?? 0)
            }
        let dayDifferences = Set(days.keys).union(recount.days.keys)
            .compactMap { key in
                difference(key.committee, key.indicator, key.day, recount.days[key] ?? 0, days[key] ?? 0)
            }
        return (totalDifferences + dayDifferences)
            .sorted {
                ($0.committee, $0.indicator, $0.day?.yyyymmdd ?? 0) < (
                    $1.committee, $1.indicator, $1.day?.yyyymmdd ?? 0
                )
            }
    }

    private static func difference(
        _ committee: DivisionID,
        _ indicator: Indicator,
        _ day: CivilDate?,
        _ counted: Int,
        _ recorded: Int
    ) -> CounterDifference? {
        guard counted != recorded else { return nil }
        return CounterDifference(
            committee: committee,
            indicator: indicator.name,
            day: day,
            counted: counted,
            recorded: recorded
        )
    }
}
