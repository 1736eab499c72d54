package import Store

/// An observation as its table holds it; personal details stay sealed.
package struct ObservationRow: Sendable, RowDecodable {
    package let key: ObservationKey
    package let person: PersonID
    package let arrival: ArrivalID?
    package let state: String
    package let mode: String
    package let protocolVersion: String
    package let riskClass: String
    package let exposureDay: CivilDate
    package let firstDay: CivilDate
    package let lastDay: CivilDate
    package let isFeverish: Bool
    package let isBreached: Bool
    /// Counts the transitions; a transition names the version it started from.
    package let version: Int64
    package let createdAt: Instant
    package let activeFrom: Instant?
    package let endedAt: Instant?
    package let sealed: [UInt8]

    /// The columns in the order that `init(row:)` reads.
    static let columns = SQL(
        trusted: """
            observation.committee, observation.id, observation.person, observation.arrival, observation.state,
            observation.mode, observation.protocol, observation.risk_class, observation.exposure_day,
            observation.first_day, observation.last_day, observation.feverish, observation.breached,
            observation.version, observation.created_at, observation.active_from, observation.ended_at,
            observation.sealed
            """
    )

    package init(row: Row) throws {
        key = ObservationKey(committee: try row.column(0), id: try row.column(1))
        person = try row.column(2)
        arrival = try row.column(3)
        state = try row.column(4)
        mode = try row.column(5)
        protocolVersion = try row.column(6)
        riskClass = try row.column(7)
        exposureDay = try row.column(8)
        firstDay = try row.column(9)
        lastDay = try row.column(10)
        isFeverish = try row.column(11)
        isBreached = try row.column(12)
        version = try row.column(13)
        createdAt = try row.column(14)
        activeFrom = try row.column(15)
        endedAt = try row.column(16)
        sealed = try row.column(17)
    }
}
