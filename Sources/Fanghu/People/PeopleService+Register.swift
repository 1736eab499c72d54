import Store

/// What came of a registration at the desk.
package enum RegistrationAnswer: Hashable, Sendable {
    case registered(MaskedPerson, warnings: [IdentifierWarning])
    /// The document is known here: this is the person.
    case known(MaskedPerson)
    /// The document is known in a committee that the actor may not look into.
    case knownElsewhere(DivisionID)
    /// Nothing was stored: somebody of this name with this phone is there. Ask, then register with `isConfirmed`.
    case similar([MaskedPerson])
}

extension PeopleService {
    /// Registers a person, unless they are there already.
    ///
    /// A pending document opens a task for the committee. Refuses with all wrong fields at once (`Refusals`).
    /// - Parameter isConfirmed: a namesake with the same phone was looked at and is somebody else.
    package func register(
        _ draft: PersonDraft,
        in committee: DivisionID,
        isConfirmed: Bool = false,
        by actor: Actor
    ) async throws -> RegistrationAnswer {
        let now = now
        let authority = try policy.check(actor, .registerArrivals, at: committee, on: now)
        let checked = try draft.checked(on: now.day)
        return try await database.write { connection in
            if let holder = try people.holder(of: people.hashes(of: checked.details), on: connection) {
                return try answer(known: holder, for: actor, on: connection)
            }
            if !isConfirmed {
                let similar = try people.namesakes(checked.details, in: committee, on: connection)
                guard similar.isEmpty else { return .similar(similar.map(MaskedPerson.init)) }
            }
            let found = try people.register(checked, in: committee, at: now, on: connection)
            guard found.finding == .registered else {
                return try answer(known: found.person, for: actor, on: connection)
            }
            try openTask(checked, found.person, at: now, on: connection)
            let entry = AuditEntry.Draft(
                committee: committee,
                authority: authority,
                act: "people.register",
                subject: "person:\(found.person.id)"
            )
            try Audit.append([entry], on: connection)
            let person = try existing(found.person, on: connection)
            return .registered(MaskedPerson(person), warnings: checked.warnings)
        }
    }

    /// Corrects a person's details.
    ///
    /// - Parameter version: the one the clerk saw; somebody else's change in between is a conflict.
    package func correct(
        _ reference: PersonReference,
        _ draft: PersonDraft,
        version: Int,
        by actor: Actor
    ) async throws -> MaskedPerson {
        let now = now
        let authority = try policy.check(actor, .registerArrivals, at: reference.committee, on: now)
        let checked = try draft.checked(on: now.day)
        return try await database.write { connection in
            let person = try existing(reference, on: connection)
            guard person.version == version else { throw PeopleRefusal.changedMeanwhile }
            try people.update(
                person,
                to: checked.details,
                documentPending: checked.documentPending,
                at: now,
                on: connection
            )
            try closeTask(person, checked, by: authority, on: connection)
            let entry = AuditEntry.Draft(
                committee: reference.committee,
                authority: authority,
                act: "people.correct",
                subject: "person:\(reference.id)"
            )
            try Audit.append([entry], on: connection)
            return try MaskedPerson(existing(reference, on: connection))
        }
    }

    /// Takes a person into another committee's register; needs the right in both.
    package func move(
        _ reference: PersonReference,
        to committee: DivisionID,
        by actor: Actor
    ) async throws -> MaskedPerson {
        let now = now
        let authority = try policy.check(actor, .registerArrivals, at: reference.committee, on: now)
        _ = try policy.check(actor, .registerArrivals, at: committee, on: now)
        return try await database.write { connection in
            let person = try existing(reference, on: connection)
            let moved = try people.move(person, to: committee, at: now, on: connection)
            let entries = [reference.committee, committee]
                .map { place in
                    AuditEntry.Draft(
                        committee: place,
                        authority: authority,
                        act: "people.move",
                        subject: "person:\(reference.id)",
                        detail: "\(reference.committee) → \(committee)"
                    )
                }
            try Audit.append(entries, on: connection)
            return try MaskedPerson(existing(moved, on: connection))
        }
    }

    /// What may be said of the holder of a document: a neighbour's register is not looked into.
    private func answer(
        known holder: PersonReference,
        for actor: Actor,
        on connection: any Connection
    ) throws -> RegistrationAnswer {
        guard (try? policy.check(actor, .viewPersons, at: holder.committee, on: now)) != nil else {
            return .knownElsewhere(holder.committee)
        }
        return try .known(MaskedPerson(existing(holder, on: connection)))
    }

    private func openTask(
        _ checked: CheckedPerson,
        _ person: PersonReference,
        at instant: Instant,
        on connection: any Connection
    ) throws {
        guard checked.documentPending else { return }
        let task = DutyTask.Draft(
            committee: person.committee,
            kind: .completeDocument,
            subject: .person(person.id),
            dueAt: instant.adding(hours: limits.documentDueHours)
        )
        let deltas = try DutyTasks.open(
            [task],
            at: instant,
            owners: owners,
            context: people.context,
            on: connection
        )
        try Counters.apply(deltas, on: connection)
    }

    private func closeTask(
        _ person: Person,
        _ checked: CheckedPerson,
        by authority: Authority,
        on connection: any Connection
    ) throws {
        guard person.documentPending, !checked.documentPending else { return }
        let deltas = try DutyTasks.close(
            .completeDocument,
            on: .person(person.id),
            in: person.committee,
            by: authority,
            on: connection
        )
        try Counters.apply(deltas, on: connection)
    }
}
