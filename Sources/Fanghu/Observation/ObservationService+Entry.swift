import Foundation
package import Store

// From the proposal to the first day: notice, home check, commitment, beginning.

extension ObservationService {
    /// Opens an observation inside the transaction of what calls for it.
    ///
    /// I-4: the person is claimed first; somebody who has an open observation anywhere in the city is refused.
    package func open(
        person: PersonID,
        arrival: ArrivalID?,
        in committee: DivisionID,
        by classification: Classification,
        from event: CivilDate,
        under authority: Authority,
        on connection: any Connection
    ) throws -> (key: ObservationKey, deltas: [CounterDelta]) {
        let version = try protocols().version(classification.version)
        guard let riskClass = version.riskClass(classification.riskClass) else {
            throw ObservationFault.unknownRiskClass(classification.version, classification.riskClass)
        }
        let period = ObservationPeriod(of: riskClass, by: version, from: event)
        return try open(
            person: person,
            arrival: arrival,
            in: committee,
            period: period,
            facts: ObservationFacts(now: authority.instant, version: version, riskClass: riskClass, period: period),
            under: authority,
            on: connection
        )
    }

    /// Hands over the notice (F-03) in one of its text versions.
    package func giveNotice(
        _ textVersion: String,
        for id: ObservationID,
        by actor: Actor
    ) async throws
        -> ObservationRow
    {
        try await carryOut(.noticeGiven(textVersion: textVersion), on: id, as: .manageObservations, by: actor)
    }

    /// Records whether the home does (DOMAIN §6.3, entry).
    package func checkHome(_ check: HomeCheck, for id: ObservationID, by actor: Actor) async throws -> ObservationRow {
        try await carryOut(
            .homeChecked(check),
            on: id,
            as: .manageObservations,
            by: actor,
            remembering: try JSONEncoder().encode(check).bytes
        )
    }

    /// Takes the signed commitment (F-04).
    ///
    /// - Parameter image: the photo of the signed paper, if it was signed on paper.
    package func commit(
        _ commitment: Commitment,
        image: [UInt8]? = nil,
        for id: ObservationID,
        by actor: Actor
    ) async throws -> ObservationRow {
        let content = try JSONEncoder().encode(SignedCommitment(commitment: commitment, image: image)).bytes
        let vault = vault
        return try await carryOut(
            .committed(commitment),
            on: id,
            as: .manageObservations,
            by: actor,
            also: { step, connection in
                let key = step.before.key
                let place = SealedPlace("commitment.sealed", committee: key.committee, id: key.id)
                let sealed = try vault.seal(bytes: content, at: place)
                try connection.execute(ObservationQueries.insertCommitment(key, commitment, sealed: sealed))
                return []
            }
        )
    }

    /// Begins the observation.
    package func activate(_ id: ObservationID, by actor: Actor) async throws -> ObservationRow {
        try await carryOut(.activated, on: id, as: .manageObservations, by: actor) { facts, row, connection in
            let claimed = try connection.rows(ObservationQueries.active(of: row.person)).first
            let holder: ObservationID? = try claimed?.column(1)
            facts.hasOtherActive = holder != row.key.id
        }
    }

    /// Writes a new observation with its claim, its first entry and its tasks.
    func open(
        person: PersonID,
        arrival: ArrivalID?,
        in committee: DivisionID,
        period: ObservationPeriod,
        facts: ObservationFacts,
        under authority: Authority,
        on connection: any Connection
    ) throws -> (key: ObservationKey, deltas: [CounterDelta]) {
        let outcome = try ObservationState.opening(given: facts)
        let key = ObservationKey(committee: committee, id: context.newID())
        guard try connection.execute(ObservationQueries.claim(person, for: key)) == 1 else {
            throw ObservationRefusal.alreadyOpen
        }
        let row = try ObservationRow(
            key: key,
            person: person,
            arrival: arrival,
            state: outcome.state,
            mode: period.segments.first?.mode ?? .home,
            version: facts.version.id,
            riskClass: facts.riskClass.code,
            period: period,
            createdAt: authority.instant
        )
        let step = ObservationStep(opening: row, outcome, by: authority)
        try connection.execute(ObservationQueries.insert(row.values))
        return (key, try writeOpening(step, on: connection))
    }

    private func writeOpening(_ step: ObservationStep, on connection: any Connection) throws -> [CounterDelta] {
        try connection.execute(ObservationQueries.appendEvents([try step.eventRow(vault)]))
        let tasks = try DutyTasks.open(
            step.tasks,
            at: step.authority.instant,
            owners: owners,
            context: context,
            on: connection
        )
        let deltas = step.figures + tasks
        try Counters.apply(deltas, on: connection)
        try Audit.append([step.entry], on: connection)
        return deltas
    }
}

/// What is kept of a commitment: all of it is sealed.
struct SignedCommitment: Codable {
    let commitment: Commitment
    let image: [UInt8]?
}

extension Data {
    /// As the vault takes them.
    var bytes: [UInt8] { Array(self) }
}
