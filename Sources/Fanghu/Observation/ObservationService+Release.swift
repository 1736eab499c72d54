import Foundation
package import Store

extension ObservationService {
    /// Releases: an act of the health centre with a numbered document, never a timer (DOMAIN §0.1, I-5).
    ///
    /// - Parameter describe: what the document says of the person, read in the same transaction.
    package func release(
        _ id: ObservationID,
        describing describe: @escaping @Sendable (PersonID, DivisionID, any Connection) throws -> ReleaseNote.Person,
        by actor: Actor
    ) async throws -> ReleaseNote {
        let now = context.now
        let scope = try policy.scope(for: actor, .release, at: now)
        let (note, deltas) = try await database.write { connection in
            let statement = ObservationQueries.observation(id, in: scope)
            guard let row = try connection.first(statement, as: ObservationRow.self) else {
                throw ObservationRequestRefusal.unknownObservation
            }
            let authority = try policy.check(actor, .release, at: row.key.committee, on: now)
            guard let issuer = authority.account else { throw ObservationRequestRefusal.notAcceptedOverLink }
            let (facts, last) = try releaseFacts(about: row, at: now, on: connection)
            let serial = try nextSerial(for: row.key.committee, on: connection)
            let step = try ObservationStep(.releaseSigned(serial: serial), to: row, given: facts, by: authority)
            let person = try describe(row.person, row.key.committee, connection)
            let note = ReleaseNote(
                serial: serial,
                step: step.after,
                issuer: issuer,
                at: now,
                tally: facts.records,
                sealed: try vault.seal(
                    ReleaseNote.Person(
                        name: person.name,
                        document: person.document,
                        address: person.address,
                        lastTemperature: last.map { "\($0.temperature)" }
                    ),
                    at: ReleaseNote.place(of: serial, in: row.key.committee)
                )
            )
            try connection.execute(ReleaseQueries.insert(note))
            return (note, try write([step], on: connection))
        }
        announce(deltas)
        return note
    }

    /// The release document of a serial, for whoever checks the QR code on it; nil when there is none.
    package func releaseNote(serial: String) async throws -> (note: ReleaseNote, person: ReleaseNote.Person)? {
        let note = try await database.read { connection in
            try connection.first(ReleaseQueries.note(serial: serial), as: ReleaseNote.self)
        }
        guard let note else { return nil }
        let place = ReleaseNote.place(of: note.serial, in: note.observation.committee)
        return (note, try vault.open(note.sealed, at: place))
    }

    /// The release document of an observation; nil while there is none.
    package func releaseNote(of key: ObservationKey) async throws -> ReleaseNote? {
        try await database.read { connection in
            try connection.first(ReleaseQueries.note(of: key), as: ReleaseNote.self)
        }
    }

    /// What became of every slot so far (I-6).
    func ledger(
        of row: ObservationRow,
        _ facts: ObservationFacts,
        on connection: any Connection
    ) throws -> SlotLedger {
        let slots = try connection.all(DayRecordQueries.slots(of: row.key), as: SlotRow.self)
        return SlotLedger(
            period: facts.period,
            schedule: facts.version.slots,
            activeFrom: row.activeFrom ?? facts.now,
            endedAt: row.endedAt,
            recorded: Set(slots.filter { $0.state == .recorded }.map(\.slot)),
            explained: Set(slots.filter { $0.state == .explained }.map(\.slot)),
            now: facts.now
        )
    }

    /// The newest record; nil while there is none.
    func lastRecord(of key: ObservationKey, on connection: any Connection) throws -> DayRecord? {
        guard let stored = try connection.first(DayRecordQueries.lastRecord(of: key), as: StoredDayRecord.self) else {
            return nil
        }
        return try stored.record(of: key, with: vault)
    }

    /// `310105002-2020-000123-7K2M`: township, year, number without gaps, and four letters against guessing.
    private func nextSerial(for committee: DivisionID, on connection: any Connection) throws -> String {
        let township = committee.rawValue / 1000
        let year = context.now.day.year
        let statement = ReleaseQueries.nextNumber(centre: township * 1000, year: year)
        let number: Int = try connection.value(statement) ?? 1
        let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
        let suffix = String(context.randomBytes(4).map { alphabet[Int($0) % alphabet.count] })
        return "\(township)-\(year)-\(String(String(1_000_000 + number).suffix(6)))-\(suffix)"
    }
}
