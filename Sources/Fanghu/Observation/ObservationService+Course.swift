package import Store

/// What happened to an observation, and what was measured.
package struct ObservationCourse: Sendable {
    package struct Event: Sendable, RowDecodable {
        package let at: Instant
        package let kind: String
        package let role: Role?

        package init(row: Row) throws {
            at = try row.column(1)
            kind = try row.column(2)
            let name: String? = try row.column(6)
            role = name.flatMap(Role.init)
        }
    }

    package let events: [Event]
    package let records: [DayRecord]
    package let tests: [TestRecord]
}

extension ObservationService {
    /// The course of an observation with its temperatures; reading it is an act in the record (R-PRIV-05).
    package func course(of row: ObservationRow, for actor: Actor) async throws -> ObservationCourse {
        let authority = try policy.check(actor, .viewPersons, at: row.key.committee, on: context.now)
        return try await database.write { connection in
            let stored: [StoredDayRecord] = try connection.all(DayRecordQueries.records(of: row.key))
            let course = ObservationCourse(
                events: try connection.all(ObservationQueries.events(of: row.key)),
                records: try stored.map { try $0.record(of: row.key, with: vault) },
                tests: try tests(of: row.key, on: connection)
            )
            let entry = AuditEntry.Draft(
                committee: row.key.committee,
                authority: authority,
                act: "observation.view",
                subject: "observation:\(row.key.id)"
            )
            try Audit.append([entry], on: connection)
            return course
        }
    }
}
