import Store

// What a new day or a new version brings about for those already observed. Safe on several servers at once: a step is
// decided on the row that was read and refused when somebody moved it meanwhile.

extension ObservationService {
    /// Gives every running observation the mode of the day, where its period has segments in several places.
    ///
    /// - Returns: how many entered another segment.
    @discardableResult
    package func turnSegments() async throws -> Int {
        let now = context.now
        var turned = 0
        var key: ObservationKey? = .start
        while let after = key {
            let rows = try await running(after: after)
            key = rows.last?.key
            for row in rows where row.state.stage == .active {
                guard let mode = try periods.period(of: row).mode(on: now.day), mode != row.mode else { continue }
                if try await carryOut(.segmentBegan, on: row, as: "segments", at: now) { turned += 1 }
            }
        }
        return turned
    }

    /// A page of what has not ended, for the jobs.
    package func running(after key: ObservationKey, limit: Int = 200) async throws -> [ObservationRow] {
        try await database.read { connection in
            try connection.all(ObservationQueries.running(after: key, limit: limit))
        }
    }

    /// Treats one running observation by the policy of a version that has come into force (DOMAIN §6.3).
    ///
    /// - Returns: whether anything changed; a version that keeps the old rules changes nothing and writes nothing.
    package func follow(_ change: ProtocolChange, on row: ObservationRow) async throws -> Bool {
        let now = context.now
        let outcome = try row.state.after(.protocolChanged(change), given: facts(about: row, at: now))
        guard !outcome.followUps.isEmpty else { return false }
        return try await carryOut(.protocolChanged(change), on: row, as: "protocols", at: now)
    }
}
