import Store

/// One day record on its way into the database.
package struct DayRecordFact: Sendable {
    let request: DayRecordRequest
    let actor: Actor
    let receivedAt: Instant
    /// Keyed hash of the whole report: the same id with another body is a conflict.
    let digest: [UInt8]
}

/// What the sender of a day record is told.
package struct DayRecordReceipt: Sendable, Equatable {
    package let id: DayRecordID
    package let observation: ObservationKey
    package let slot: DaySlot
    package let isLate: Bool
    package let receivedAt: Instant
    /// The record had been stored before: a repeat, not a second record.
    package let isRepeat: Bool
}

/// Writes many day records in one transaction with few statements (DESIGN §2, the intake).
///
/// One instance serves one transaction. It reads everything the records are about, decides each in order of arrival
/// with the effects of those before it, and writes what came of it.
struct DayRecordBatch {
    private let service: ObservationService
    private let facts: [DayRecordFact]
    private var observations: [ObservationID: ObservationRow] = [:]
    private var existing: [RecordKey: ExistingRecord] = [:]
    private var slots: [SlotKey: SlotRow.State] = [:]
    private var writes = DayRecordWrites()

    private struct RecordKey: Hashable {
        let committee: DivisionID
        let id: DayRecordID
    }

    private struct SlotKey: Hashable {
        let observation: ObservationKey
        let slot: DaySlot
    }

    init(service: ObservationService, facts: [DayRecordFact]) {
        self.service = service
        self.facts = facts
    }

    /// Decides and writes the batch.
    ///
    /// - Returns: an answer for each fact in their order, and the changes of figures.
    mutating func run(
        on connection: any Connection
    ) throws -> (answers: [Result<DayRecordReceipt, any Error>], effect: [CounterDelta]) {
        try load(on: connection)
        var answers: [Result<DayRecordReceipt, any Error>] = []
        answers.reserveCapacity(facts.count)
        for fact in facts {
            do {
                answers.append(.success(try decide(fact)))
            } catch  where error is any Refusal || error is Refusals {
                answers.append(.failure(error))
            }
        }
        return (answers, try writes.write(service: service, on: connection))
    }

    private mutating func load(on connection: any Connection) throws {
        let ids = Array(Set(facts.map(\.request.observation))).sorted()
        for row in try connection.all(
            DayRecordQueries.observations(StatementSizes.padded(ids)),
            as: ObservationRow.self
        ) {
            observations[row.key.id] = row
        }
        let keys = Set(
            facts.compactMap { fact in
                observations[fact.request.observation]
                    .map {
                        RecordKey(committee: $0.key.committee, id: fact.request.id)
                    }
            }
        )
        guard !keys.isEmpty else { return }
        let wanted = keys.map { [$0.committee.sqlValue, $0.id.sqlValue] }
        for record in try connection.all(
            DayRecordQueries.existing(StatementSizes.padded(wanted)),
            as: ExistingRecord.self
        ) {
            existing[RecordKey(committee: record.committee, id: record.id)] = record
        }
        let wantedSlots = Set(facts.compactMap(slotKey))
            .map {
                $0.observation.values + [$0.slot.day.sqlValue, $0.slot.slot.text.sqlValue]
            }
        guard !wantedSlots.isEmpty else { return }
        for row in try connection.all(DayRecordQueries.slots(StatementSizes.padded(wantedSlots)), as: SlotRow.self) {
            slots[SlotKey(observation: row.observation, slot: row.slot)] = row.state
        }
    }

    private func slotKey(of fact: DayRecordFact) -> SlotKey? {
        guard let row = observations[fact.request.observation],
            let version = try? service.protocols().version(row.version),
            let slot = version.slots.slot(at: fact.request.draft.takenAt ?? fact.receivedAt)
        else { return nil }
        return SlotKey(observation: row.key, slot: slot)
    }

    private mutating func decide(_ fact: DayRecordFact) throws -> DayRecordReceipt {
        guard let row = observations[fact.request.observation] else {
            throw ObservationRequestRefusal.unknownObservation
        }
        let authority = try service.authority(of: fact.actor, toRecordFor: row.key, at: fact.receivedAt)
        let key = RecordKey(committee: row.key.committee, id: fact.request.id)
        if let earlier = existing[key] {
            guard earlier.digest == fact.digest else { throw ObservationRequestRefusal.recordIDTaken }
            return earlier.receipt(for: row.key)
        }
        let rules = try service.facts(about: row, at: fact.receivedAt)
        let record = try fact.request.draft.checked(
            by: rules.version,
            source: fact.request.source,
            activeFrom: row.activeFrom ?? fact.receivedAt,
            now: fact.receivedAt
        )
        let step = try ObservationStep(.dayRecorded(record), to: row, given: rules, by: authority)
        try writes.add(fact.request.id, record, step, digest: fact.digest, sealedWith: service.vault)
        if !step.isQuiet { observations[row.key.id] = step.after }
        fill(record.slot, of: row.key, with: fact.request.id)
        let stored = ExistingRecord(fact, record, in: row.key.committee)
        existing[key] = stored
        return stored.receipt(for: row.key, isRepeat: false)
    }

    /// The first record of a slot fills it; further ones are further readings.
    private mutating func fill(_ slot: DaySlot, of observation: ObservationKey, with record: DayRecordID) {
        let key = SlotKey(observation: observation, slot: slot)
        guard slots[key] != .recorded else { return }
        slots[key] = .recorded
        writes.fill(observation, slot, with: record)
    }
}

/// A record that is stored already.
struct ExistingRecord: RowDecodable {
    let committee: DivisionID
    let id: DayRecordID
    let digest: [UInt8]
    private let slot: DaySlot
    private let receivedAt: Instant
    private let isLate: Bool

    init(row: Row) throws {
        committee = try row.column(0)
        id = try row.column(1)
        digest = try row.column(2)
        slot = DaySlot(day: try row.column(3), slot: SlotName(try row.column(4)))
        receivedAt = try row.column(5)
        isLate = try row.column(6)
    }

    init(_ fact: DayRecordFact, _ record: DayRecord, in committee: DivisionID) {
        self.committee = committee
        id = fact.request.id
        digest = fact.digest
        slot = record.slot
        receivedAt = record.receivedAt
        isLate = record.isLate
    }

    func receipt(for observation: ObservationKey, isRepeat: Bool = true) -> DayRecordReceipt {
        DayRecordReceipt(
            id: id,
            observation: observation,
            slot: slot,
            isLate: isLate,
            receivedAt: receivedAt,
            isRepeat: isRepeat
        )
    }
}

/// What is known of one slot of one observation.
struct SlotRow: RowDecodable {
    let observation: ObservationKey
    let slot: DaySlot
    let state: State

    enum State: String {
        case recorded
        case explained
        case missed
    }

    init(row: Row) throws {
        guard let state = State(rawValue: try row.column(4)) else {
            throw RowFault.wrongType(4, expected: "slot state")
        }
        observation = ObservationKey(committee: try row.column(0), id: try row.column(1))
        slot = DaySlot(day: try row.column(2), slot: SlotName(try row.column(3)))
        self.state = state
    }
}
