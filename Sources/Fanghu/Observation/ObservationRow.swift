package import Store

/// An observation as its table holds it; who it is about stands in the register of persons.
package struct ObservationRow: Sendable, RowDecodable {
    package let key: ObservationKey
    package let person: PersonID
    package let arrival: ArrivalID?
    package var state: ObservationState
    package var mode: ObservationMode
    package var version: ProtocolID
    package var riskClass: String
    /// The period as it is stored; `PeriodReader` reads it.
    package private(set) var periodText: String
    package private(set) var firstDay: CivilDate
    package private(set) var lastDay: CivilDate
    /// The version of the notice (F-03) that was handed over.
    package var notice: String?
    /// Counts the steps; a step names the number it started from.
    package var stepNumber: Int64
    package let createdAt: Instant
    package var activeFrom: Instant?
    package var endedAt: Instant?

    /// The columns in the order that `init(row:)` reads.
    static let columns = SQL(
        trusted: """
            observation.committee, observation.id, observation.person, observation.arrival, observation.state,
            observation.feverish, observation.breached, observation.mode, observation.protocol,
            observation.risk_class, observation.period, observation.first_day, observation.last_day,
            observation.notice, observation.version, observation.created_at, observation.active_from, observation.ended_at
            """
    )

    package init(
        key: ObservationKey,
        person: PersonID,
        arrival: ArrivalID?,
        state: ObservationState,
        mode: ObservationMode,
        version: ProtocolID,
        riskClass: String,
        period: ObservationPeriod,
        createdAt: Instant
    ) throws {
        self.key = key
        self.person = person
        self.arrival = arrival
        self.state = state
        self.mode = mode
        self.version = version
        self.riskClass = riskClass
        periodText = try PeriodReader.text(period)
        firstDay = period.firstDay
        lastDay = period.lastDay
        self.createdAt = createdAt
        stepNumber = 1
    }

    package init(row: Row) throws {
        let name: String = try row.column(4)
        let state = ObservationState(name: name, isBreached: try row.column(6), isFeverish: try row.column(5))
        guard let state, let mode = ObservationMode(rawValue: try row.column(7)) else {
            throw RowFault.wrongType(4, expected: "observation state")
        }
        key = ObservationKey(committee: try row.column(0), id: try row.column(1))
        person = try row.column(2)
        arrival = try row.column(3)
        self.state = state
        self.mode = mode
        version = ProtocolID(try row.column(8))
        riskClass = try row.column(9)
        periodText = try row.column(10)
        firstDay = try row.column(11)
        lastDay = try row.column(12)
        notice = try row.column(13)
        stepNumber = try row.column(14)
        createdAt = try row.column(15)
        activeFrom = try row.column(16)
        endedAt = try row.column(17)
    }

    /// Takes over another period.
    mutating func change(to period: ObservationPeriod) throws {
        periodText = try PeriodReader.text(period)
        firstDay = period.firstDay
        lastDay = period.lastDay
    }

    /// The values of a new row, in the order of `ObservationQueries.insert`.
    var values: [SQLValue] {
        [
            key.committee.sqlValue, key.id.sqlValue, person.sqlValue, arrival.sqlValue, state.name.sqlValue,
            state.conditions.isFeverish.sqlValue, state.conditions.isBreached.sqlValue, mode.rawValue.sqlValue,
            version.text.sqlValue, riskClass.sqlValue, periodText.sqlValue,
            firstDay.sqlValue, lastDay.sqlValue, notice.sqlValue, stepNumber.sqlValue,
            createdAt.sqlValue, activeFrom.sqlValue, endedAt.sqlValue,
        ]
    }
}
