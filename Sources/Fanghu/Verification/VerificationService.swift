package import Store

/// Holds the database against its own promises: counters against facts, and the invariants that span rooms.
package struct VerificationService: Sendable {
    private let database: Database

    package init(database: Database) {
        self.database = database
    }

    /// What a verification found.
    package struct Report: Codable, Sendable, Equatable {
        package let ok: Bool
        /// How many counter values were recounted.
        package let counters: Int
        package let differences: [CounterDifference]
        package let violations: [Violation]
    }

    /// A breach of an invariant, by the ids it concerns.
    package struct Violation: Codable, Sendable, Equatable {
        package let invariant: String
        package let committee: DivisionID
        package let subject: String
    }

    /// How many statements look for broken invariants.
    package static var invariantCount: Int { VerificationQueries.all.count }

    /// Recounts everything in one snapshot.
    package func verify() async throws -> Report {
        try await database.read { connection in
            var recount = Recount()
            try ObservationRecount.add(to: &recount, on: connection)
            try ArrivalsRecount.add(to: &recount, on: connection)
            try PeopleRecount.add(to: &recount, on: connection)
            try DispatchRecount.add(to: &recount, on: connection)
            try PlacesRecount.add(to: &recount, on: connection)
            try CoverageRecount.add(to: &recount, on: connection)
            try HouseholdRecount.add(to: &recount, on: connection)
            try GateRecount.add(to: &recount, on: connection)
            try CanvassRecount.add(to: &recount, on: connection)
            let differences = try Counters.differences(from: recount, on: connection)
            let violations = try VerificationQueries.all.flatMap { invariant, statement in
                try connection.rows(statement)
                    .map { row in
                        Violation(invariant: invariant, committee: try row.column(0), subject: try row.column(1))
                    }
            }
            return Report(
                ok: differences.isEmpty && violations.isEmpty,
                counters: recount.totals.count + recount.days.count,
                differences: differences,
                violations: violations
            )
        }
    }
}

/// One statement an invariant; each returns (committee, subject) of what breaks it.
enum VerificationQueries {
    static let all: [(invariant: String, statement: SQL)] =
        [
            ("I-1", unobserved), ("I-3", leadsWithoutTask), ("I-4", observedTwice), ("I-4", withoutClaim),
            ("I-7", feverWithoutTask),
        ] + PeopleInvariants.all + OrderInvariants.all

    /// A confirmed arrival whose class asks for an observation and that has none.
    private static let unobserved: SQL = """
        SELECT committee, id FROM arrival
        WHERE confirmed_at IS NOT NULL AND needs_observation = 1 AND NOT EXISTS (
            SELECT 1 FROM observation
            WHERE observation.committee = arrival.committee AND observation.arrival = arrival.id
        )
        """

    /// An open lead that is on nobody's list.
    private static let leadsWithoutTask: SQL = """
        SELECT committee, id FROM lead
        WHERE state = 'open' AND NOT EXISTS (
            SELECT 1 FROM duty_task
            WHERE duty_task.committee = lead.committee AND duty_task.subject = 'lead:' || lead.id
                AND duty_task.state = 'open'
        )
        """

    /// A person with two observations going on.
    private static let observedTwice: SQL = """
        SELECT MIN(committee), person FROM observation
        WHERE state IN ('active', 'dueForRelease') GROUP BY person HAVING COUNT(*) > 1
        """

    /// An observation going on without its claim on the person, which would let a second one begin.
    private static let withoutClaim: SQL = """
        SELECT committee, id FROM observation
        WHERE state IN ('proposed', 'homeSuitable', 'homeUnsuitable', 'committed', 'active', 'dueForRelease')
            AND NOT EXISTS (
                SELECT 1 FROM active_observation WHERE active_observation.observation = observation.id
            )
        """

    /// An open fever that no doctor's task stands for.
    private static let feverWithoutTask: SQL = """
        SELECT committee, id FROM observation
        WHERE feverish = 1 AND NOT EXISTS (
            SELECT 1 FROM duty_task
            WHERE duty_task.committee = observation.committee AND duty_task.kind = 'answerFever'
                AND duty_task.subject = 'observation:' || observation.id AND duty_task.state = 'open'
        )
        """
}
