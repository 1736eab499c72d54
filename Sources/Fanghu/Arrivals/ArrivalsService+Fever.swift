import Store

extension ArrivalsService {
    /// A doctor answers a fever that a registration told of; only that closes the doctor's task (I-7).
    ///
    /// Sending the person to a hospital also ends an observation that goes on for this arrival.
    package func answerFever(
        of id: ArrivalID,
        _ note: DoctorNote,
        saying what: String,
        by actor: Actor
    ) async throws -> ArrivalRow {
        let now = context.now
        let scope = try policy.scope(for: actor, .answerFevers, at: now)
        let (row, deltas) = try await database.write { connection in
            guard let row = try connection.first(ArrivalsQueries.arrival(id, in: scope), as: ArrivalRow.self) else {
                throw ArrivalRequestRefusal.unknownArrival
            }
            let authority = try policy.check(actor, .answerFevers, at: row.key.committee, on: now)
            let facts = ArrivalCircumstances(
                now: now,
                limits: try protocols().version(row.version).limits,
                hasOpenFever: try DutyTasks.isOpen(
                    .answerFever,
                    on: .arrival(row.key.id),
                    in: row.key.committee,
                    on: connection
                )
            )
            let first = ArrivalStep(row: row, kind: "", outcome: ArrivalOutcome(row.state), authority: authority)
            let detail = Array("\(note.rawValue)\n\(what.prefix(500))".utf8)
            let step = try first.next(.doctorNoted(note), given: facts, detail: detail)
            try update(step.row, from: row, on: connection)
            var deltas = try write([step], on: connection)
            if step.outcome.followUps.contains(.endObservationInHospital) {
                deltas += try observations.sendToHospital(from: row.key, under: authority, on: connection)
            }
            return (step.row, deltas)
        }
        announce(deltas)
        return row
    }

    /// What registrations told of a fever, for the doctor who has to answer; reading it is an act in the record.
    package func feverSigns(of arrivals: [ArrivalID], for actor: Actor) async throws -> [ArrivalID: FeverSigns] {
        guard !arrivals.isEmpty else { return [:] }
        let now = context.now
        let scope = try policy.scope(for: actor, .answerFevers, at: now)
        return try await database.write { connection in
            let rows: [ArrivalRow] = try connection.all(ArrivalsQueries.arrivals(arrivals, in: scope))
            let authorities = try FeverSigns.authorities(rows.map(\.key.committee)) { committee in
                try policy.check(actor, .answerFevers, at: committee, on: now)
            }
            try Audit.append(FeverSigns.entries(of: "arrival", authorities), on: connection)
            return try Dictionary(
                rows.map { row in
                    let health = try vault.open(row.sealed, at: ArrivalDetails.place(of: row.key)).health
                    let signs = FeverSigns(
                        temperature: health.temperature,
                        symptoms: health.symptoms,
                        toldAt: row.receivedAt
                    )
                    return (row.key.id, signs)
                },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }
}
