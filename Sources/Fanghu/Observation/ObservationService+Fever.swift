import Store

// What a doctor needs beside the acts: the signs told, and the way to hospital for another room's fever.

extension ObservationService {
    /// The places of an actor's that have a health desk; refuses who has none.
    package func healthDeskPlaces(of actor: Actor) throws -> [DivisionID] {
        let now = context.now
        _ = try policy.scope(for: actor, .viewHealthDesk, at: now)
        guard case .staff(let staff) = actor else { return [] }
        let seats = staff.appointments.filter {
            $0.isInForce(at: now) && $0.role.permissions.contains(.viewHealthDesk)
        }
        return Set(seats.map(\.place)).sorted()
    }

    /// What was told of open fevers, for the doctor who has to answer; reading it is an act in the record.
    ///
    /// A fever that was told outside a record has no signs here: its words stand in the history.
    package func feverSigns(
        of observations: [ObservationID],
        for actor: Actor
    ) async throws -> [ObservationID: FeverSigns] {
        guard !observations.isEmpty else { return [:] }
        let now = context.now
        let scope = try policy.scope(for: actor, .answerFevers, at: now)
        return try await database.write { connection in
            let rows: [ObservationRow] = try connection.all(ObservationQueries.observations(observations, in: scope))
            let authorities = try FeverSigns.authorities(rows.map(\.key.committee)) { committee in
                try policy.check(actor, .answerFevers, at: committee, on: now)
            }
            try Audit.append(FeverSigns.entries(of: "observation", authorities), on: connection)
            var signs: [ObservationID: FeverSigns] = [:]
            for row in rows {
                // Not the newest one alone: a reading that is normal again does not answer the fever before it.
                let stored: [StoredDayRecord] = try connection.all(DayRecordQueries.records(of: row.key))
                let records = try stored.map { try $0.record(of: row.key, with: vault) }
                guard let record = records.filter(\.isAlarming).max(by: { $0.takenAt < $1.takenAt }) else { continue }
                signs[row.key.id] = FeverSigns(
                    temperature: record.temperature,
                    symptoms: record.symptoms,
                    toldAt: record.receivedAt
                )
            }
            return signs
        }
    }

    /// Ends what goes on for an arrival whom a doctor sends to hospital, inside that act's transaction.
    func sendToHospital(
        from arrival: ArrivalKey,
        under authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let statement = ObservationQueries.observations(of: arrival.id, in: arrival.committee)
        let rows: [ObservationRow] = try connection.all(statement)
        guard let row = rows.first(where: { $0.state.stage != .ended }) else { return [] }
        let facts = try facts(about: row, at: authority.instant)
        let step = try ObservationStep(.transferred(.hospital), to: row, given: facts, by: authority)
        return try write([step], on: connection)
    }
}
