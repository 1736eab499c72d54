import Store

extension ArrivalsService {
    /// Treats everybody observed by the version that is in force today in their committee (DOMAIN §6.3).
    ///
    /// Whom an older version observes is classified again from what was registered, never from a number or a plate.
    /// Whoever has no registration keeps the class where the new version knows it.
    /// - Returns: how many changed.
    @discardableResult
    package func followProtocols() async throws -> Int {
        let today = context.now.day
        var changed = 0
        var key: ObservationKey? = .start
        while let after = key {
            let rows = try await observations.running(after: after)
            key = rows.last?.key
            for row in rows {
                let version = try version(for: row.key.committee, on: today)
                guard version.id != row.version, version.transition != .keepOld,
                    let riskClass = try await riskClass(of: row, by: version)
                else { continue }
                let change = ProtocolChange(version: version, riskClass: riskClass)
                if try await observations.follow(change, on: row) { changed += 1 }
            }
        }
        return changed
    }

    private func riskClass(of row: ObservationRow, by version: ProtocolVersion) async throws -> RiskClass? {
        guard let arrival = row.arrival else { return version.riskClass(row.riskClass) }
        let found = try await database.read { connection in
            try connection.first(
                ArrivalsQueries.arrival(ArrivalKey(committee: row.key.committee, id: arrival)),
                as: ArrivalRow.self
            )
        }
        guard let found else { return version.riskClass(row.riskClass) }
        let details = try vault.open(found.sealed, at: ArrivalDetails.place(of: found.key))
        let facts = ArrivalFacts(details.journey, details.health)
        let classification = try Classifier.classify(facts, by: version, areas: protocols().areas)
        return version.riskClass(classification.riskClass)
    }
}
