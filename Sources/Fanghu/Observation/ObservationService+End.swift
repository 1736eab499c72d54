import Store

// How an observation ends other than by release, and what moves its end.

extension ObservationService {
    /// Sends the person to a hospital or a central site; the rest of the period goes on there in an observation of its own.
    package func transfer(
        _ id: ObservationID,
        to destination: ObservationState.Destination,
        by actor: Actor
    ) async throws -> ObservationRow {
        try await carryOut(
            .transferred(destination),
            on: id,
            as: .manageObservations,
            by: actor,
            also: continueCentrally
        )
    }

    /// The person has left the city for good, or has died.
    package func close(_ id: ObservationID, died: Bool, by actor: Actor) async throws -> ObservationRow {
        try await carryOut(died ? .died : .left, on: id, as: .manageObservations, by: actor)
    }

    /// A new exposure starts the days again (DOMAIN §4).
    package func renewExposure(
        of id: ObservationID,
        on day: CivilDate,
        by actor: Actor
    ) async throws
        -> ObservationRow
    {
        try await carryOut(.exposureRenewed(on: day), on: id, as: .manageObservations, by: actor)
    }

    private func continueCentrally(
        _ step: ObservationStep,
        _ connection: any Connection
    ) throws -> [CounterDelta] {
        for case .continueCentrally(let period) in step.outcome.followUps {
            var facts = try facts(about: step.before, at: step.authority.instant)
            facts.period = period
            return try open(
                person: step.before.person,
                arrival: step.before.arrival,
                in: step.before.key.committee,
                period: period,
                facts: facts,
                under: step.authority,
                on: connection
            )
            .deltas
        }
        return []
    }
}
