import Store

/// What the person who registered is told.
package struct ArrivalReceipt: Sendable {
    package let key: ArrivalKey
    package let state: ArrivalState
    package let classification: Classification
    package let link: ArrivalLink
    /// The registration had been stored before: a repeat, not a second one.
    package let isRepeat: Bool
}

extension ArrivalsService {
    /// Takes a registration (F-01).
    ///
    /// Anybody may register at a compound's link; staff need the right in the committee. Refuses with one problem for each
    /// wrong field (`Refusals`).
    /// - Parameter id: made by the client, so that a double click or a lost answer makes no second registration.
    package func register(
        _ draft: Registration.Draft,
        id: ArrivalID,
        in committee: DivisionID,
        source: ArrivalSource,
        by actor: Actor
    ) async throws -> ArrivalReceipt {
        let now = context.now
        guard let division = territory().node(committee), division.level == .committee, !division.isRetired,
            !division.isVirtual
        else { throw ArrivalRequestRefusal.unknownCommittee }
        let authority = try authority(of: actor, at: committee, now)
        let book = protocols()
        let path = path(to: committee)
        let version = try book.version(inForceOn: now.day, at: path)
        let registration = try draft.checked(by: version, areas: book.areas, notice: noticeVersion, now: now)
        let classification = try book.classify(registration.facts, at: path)
        let key = ArrivalKey(committee: committee, id: id)
        let digest = Array(vault.hash(try draft.canonicalText, of: .secret).prefix(16))
        let (answer, deltas) = try await database.write { connection -> (ArrivalReceipt, [CounterDelta]) in
            if let earlier = try connection.first(ArrivalsQueries.arrival(key), as: ArrivalRow.self) {
                return (try repeated(earlier, digest: digest), [])
            }
            let opening = ArrivalState.opening(registration, given: circumstances(version, registration, now))
            let person = try people.findOrCreate(registration.checkedPerson, in: committee, at: now, on: connection)
            let row = ArrivalRow(
                key: key,
                person: person.person,
                state: opening.state,
                arrivedOn: registration.journey.arrivedOn,
                classification: classification,
                source: source,
                digest: digest,
                receivedAt: now,
                sealed: try vault.seal(
                    ArrivalDetails(registration, classification),
                    at: ArrivalDetails.place(of: key)
                )
            )
            try connection.execute(ArrivalsQueries.insert(row))
            let fever = feverTask(row, registration, version, now)
            let outcome = fever.isEmpty ? opening : opening.withFever
            let step = ArrivalStep(row: row, kind: "received", outcome: outcome, authority: authority)
            let deltas = try write([step], further: fever, on: connection)
            return (receipt(of: row, classification, isRepeat: false), deltas)
        }
        announce(deltas)
        return answer
    }

    /// Whether somebody of the staff may register others in a committee: then it is a worker's registration, not an own form.
    package func registersForOthers(in committee: DivisionID, _ actor: Actor) -> Bool {
        (try? policy.check(actor, .registerArrivals, at: committee, on: context.now)) != nil
    }

    /// Whether the same form came again, or another under its id.
    private func repeated(_ row: ArrivalRow, digest: [UInt8]) throws -> ArrivalReceipt {
        guard row.digest == digest else { throw ArrivalRequestRefusal.idTaken }
        let details = try vault.open(row.sealed, at: ArrivalDetails.place(of: row.key))
        return receipt(of: row, details.classification, isRepeat: true)
    }

    private func receipt(of row: ArrivalRow, _ classification: Classification, isRepeat: Bool) -> ArrivalReceipt {
        ArrivalReceipt(
            key: row.key,
            state: row.state,
            classification: classification,
            link: ArrivalLink(row.key, vault),
            isRepeat: isRepeat
        )
    }

    private func authority(of actor: Actor, at committee: DivisionID, _ now: Instant) throws -> Authority {
        switch actor {
        case .visitor, .observee: Authority(account: nil, actorKind: Actor.visitor.kind, role: nil, instant: now)
        case .staff, .system: try policy.check(actor, .registerArrivals, at: committee, on: now)
        }
    }

    private func circumstances(
        _ version: ProtocolVersion,
        _ registration: Registration,
        _ now: Instant
    ) -> ArrivalCircumstances {
        ArrivalCircumstances(now: now, limits: version.limits, documentPending: registration.person.document == nil)
    }

    /// A fever in the form is a doctor's task at once, whatever becomes of the registration (I-7).
    private func feverTask(
        _ row: ArrivalRow,
        _ registration: Registration,
        _ version: ProtocolVersion,
        _ now: Instant
    ) -> [DutyTask.Draft] {
        let isFever = registration.health.temperature.map(version.fever.isFever) ?? false
        guard isFever || !registration.health.symptoms.isEmpty else { return [] }
        return [
            DutyTask.Draft(
                committee: row.key.committee,
                kind: .answerFever,
                subject: .arrival(row.key.id),
                dueAt: now.adding(minutes: version.limits.feverAnswerMinutes)
            )
        ]
    }
}
