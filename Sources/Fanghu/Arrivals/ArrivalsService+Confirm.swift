import Store

/// What a confirmation led to.
package struct ConfirmedArrival: Sendable {
    package let row: ArrivalRow
    package let classification: Classification
    /// The observation that was opened for it; nil where the rules ask for none.
    package let observation: ObservationKey?
}

extension ArrivalsService {
    /// A worker or the health centre knows the dwelling: the arrival is registered, classified by the rules in force on
    /// its day, and observed if they say so, all in one transaction (I-1).
    ///
    /// Where facts contradict each other it stays classified until somebody has checked again.
    package func confirmDwelling(
        of id: ArrivalID,
        address: String,
        dwelling: PlaceID? = nil,
        by actor: Actor
    ) async throws -> ConfirmedArrival {
        let now = context.now
        let scope = try policy.scope(for: actor, .resolveLeads, at: now)
        guard address.contains(where: { !$0.isWhitespace }) else { throw ArrivalRequestRefusal.addressMissing }
        let (confirmed, deltas) = try await database.write { connection in
            guard let row = try connection.first(ArrivalsQueries.arrival(id, in: scope), as: ArrivalRow.self) else {
                throw ArrivalRequestRefusal.unknownArrival
            }
            let authority = try policy.check(actor, .resolveLeads, at: row.key.committee, on: now)
            return try confirm(row, address, dwelling, under: authority, on: connection)
        }
        announce(deltas)
        return confirmed
    }

    /// Somebody checked again what did not fit together; with that the disposition is decided.
    package func checkAgain(_ id: ArrivalID, finding note: String, by actor: Actor) async throws -> ArrivalRow {
        try await carryOut(on: id, by: actor) { first, facts, details in
            guard note.contains(where: { !$0.isWhitespace }) else { throw ArrivalRequestRefusal.noteMissing }
            let checked = try first.next(.secondChecked(reason: note), given: facts, detail: Array(note.utf8))
            guard checked.row.state == .classified else { return [checked] }
            return [checked, try checked.next(.disposed(details.classification.disposition), given: facts)]
        }
    }

    /// No fixed home and no definite job: advised not to come yet (DOMAIN §6.1.5).
    package func adviseReturn(_ id: ArrivalID, by actor: Actor) async throws -> ArrivalRow {
        try await carryOut(on: id, by: actor) { first, facts, _ in [try first.next(.returnAdvised, given: facts)] }
    }

    /// Takes a registration back that should not stand.
    package func withdraw(
        _ id: ArrivalID,
        _ reason: ArrivalEvent.Withdrawal,
        by actor: Actor
    ) async throws
        -> ArrivalRow
    {
        try await carryOut(on: id, by: actor) { first, facts, _ in
            [try first.next(.withdrawn(reason), given: facts, detail: Array(reason.rawValue.utf8))]
        }
    }

    private func confirm(
        _ row: ArrivalRow,
        _ address: String,
        _ dwelling: PlaceID?,
        under authority: Authority,
        on connection: any Connection
    ) throws -> (ConfirmedArrival, [CounterDelta]) {
        let now = authority.instant
        let place = ArrivalDetails.place(of: row.key)
        var details = try vault.open(row.sealed, at: place)
        let path = path(to: row.key.committee)
        let facts = ArrivalFacts(details.journey, details.health)
        let classification = try protocols().classify(facts, at: path)
        details.confirmedAddress = address
        details.classification = classification
        var changed = row
        if row.person.committee != row.key.committee, let person = try people.person(row.person, on: connection) {
            changed.person = try people.move(person, to: row.key.committee, at: now, on: connection)
        }
        changed.confirmedAt = now
        changed.take(classification)
        changed.sealed = try vault.seal(details, at: place)
        let version = try protocols().version(classification.version)
        var circumstances = ArrivalCircumstances(now: now, limits: version.limits, classification: classification)
        let first = ArrivalStep(row: changed, kind: "", outcome: ArrivalOutcome(row.state), authority: authority)
        let confirmed = try first.next(.dwellingConfirmed, given: circumstances, detail: Array(address.utf8))
        let classified = try confirmed.next(.classified(classification), given: circumstances)
        var deltas: [CounterDelta] = []
        let observation = try openObservation(classified, details, on: connection, &deltas)
        circumstances.hasObservationOrException = observation != nil
        var steps = [confirmed, classified]
        if classification.secondCheck.isEmpty {
            steps.append(try classified.next(.disposed(classification.disposition), given: circumstances))
        }
        let last = steps[steps.count - 1].row
        try update(last, from: row, on: connection)
        deltas += try write(steps, on: connection)
        if let dwelling { deltas += try comeHome(to: dwelling, last, by: authority, on: connection) }
        return (ConfirmedArrival(row: last, classification: classification, observation: observation), deltas)
    }

    /// Who was away and has registered is back: the dwelling says so, and nobody is sent to look (DOMAIN §8.2).
    private func comeHome(
        to dwelling: PlaceID,
        _ row: ArrivalRow,
        by authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let book = HouseholdBook(vault: vault)
        guard let household = try book.household(of: dwelling, in: row.key.committee, on: connection),
            household.presence.kind != .living
        else { return [] }
        let change = HouseholdChange(
            // One registration brings somebody home once, however often it is confirmed.
            id: HouseholdChangeID(checked: row.key.id.text),
            dwelling: dwelling,
            basedOn: household.version,
            presence: .living,
            channel: .arrival
        )
        let deltas = try book.apply(change, in: row.key.committee, by: authority, on: connection).deltas
        try Counters.apply(deltas, on: connection)
        return deltas
    }

    private func openObservation(
        _ step: ArrivalStep,
        _ details: ArrivalDetails,
        on connection: any Connection,
        _ deltas: inout [CounterDelta]
    ) throws -> ObservationKey? {
        for case .openObservation(let classification) in step.outcome.followUps {
            let opened = try observations.open(
                person: step.row.person.id,
                arrival: step.row.key.id,
                in: step.row.key.committee,
                by: classification,
                from: details.periodStart,
                under: step.authority,
                on: connection
            )
            deltas += opened.deltas
            return opened.key
        }
        return nil
    }

    private func carryOut(
        on id: ArrivalID,
        by actor: Actor,
        steps decide: @escaping @Sendable (ArrivalStep, ArrivalCircumstances, ArrivalDetails) throws -> [ArrivalStep]
    ) async throws -> ArrivalRow {
        let now = context.now
        let scope = try policy.scope(for: actor, .resolveLeads, at: now)
        let (row, deltas) = try await database.write { connection in
            guard let row = try connection.first(ArrivalsQueries.arrival(id, in: scope), as: ArrivalRow.self) else {
                throw ArrivalRequestRefusal.unknownArrival
            }
            let authority = try policy.check(actor, .resolveLeads, at: row.key.committee, on: now)
            let details = try vault.open(row.sealed, at: ArrivalDetails.place(of: row.key))
            let facts = ArrivalCircumstances(
                now: now,
                limits: try protocols().version(row.version).limits,
                classification: details.classification,
                hasObservationOrException: try observations.hasOne(for: row.key, on: connection)
            )
            let first = ArrivalStep(row: row, kind: "", outcome: ArrivalOutcome(row.state), authority: authority)
            let steps = try decide(first, facts, details)
            let last = steps.last?.row ?? row
            try update(last, from: row, on: connection)
            return (last, try write(steps, on: connection))
        }
        announce(deltas)
        return row
    }

    /// Writes the row after one or several steps; somebody else's step in between is a conflict.
    func update(_ row: ArrivalRow, from before: ArrivalRow, on connection: any Connection) throws {
        guard try connection.execute(ArrivalsQueries.update(row, from: before.stepNumber)) == 1 else {
            throw ArrivalRequestRefusal.changedMeanwhile
        }
    }
}

extension ArrivalRow {
    /// Takes over what the rules said.
    fileprivate mutating func take(_ classification: Classification) {
        version = classification.version
        riskClass = classification.riskClass
        checkCode = classification.checkCode.rawValue
        isFromKeyArea = classification.isFromKeyArea
        needsObservation = classification.needsObservation
    }
}

extension ArrivalFacts {
    /// What a stored registration says; never a document, phone or plate (R-PRIV-12).
    init(_ journey: Journey, _ health: HealthStatement) {
        self.init(
            arrivedOn: journey.arrivedOn,
            itinerary: journey.itinerary,
            contacts: health.contacts,
            temperature: health.temperature,
            symptoms: health.symptoms,
            declaredKeyArea: health.declaredKeyArea
        )
    }
}

extension ArrivalDetails {
    /// The day from which the period counts: the last exposure for those who had one, else the arrival.
    var periodStart: CivilDate {
        guard classification.segments.first?.startsFrom == .lastExposure else { return journey.arrivedOn }
        return health.contacts.compactMap(\.on).max() ?? journey.arrivedOn
    }
}
