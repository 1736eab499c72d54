package import Store

/// One day record on its way into the database.
package struct DayRecordFact: Sendable {
    package let observation: ObservationID
    package let draft: DayRecord.Draft
    package let actor: Actor
    package let receivedAt: Instant
    /// Keyed hash of the whole report: the same id with another body is a conflict.
    package let digest: [UInt8]
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
    private let book: ProtocolBook
    private var observations: [ObservationID: ObservationRow] = [:]
    private var existing: [RecordKey: ExistingRecord] = [:]
    private var slots: [SlotKey: SlotRow] = [:]
    private var writes = DayRecordWrites()

    struct RecordKey: Hashable {
        let committee: DivisionID
        let id: DayRecordID
    }

    struct SlotKey: Hashable {
        let observation: ObservationKey
        let slot: DaySlot
    }

    init(service: ObservationService, facts: [DayRecordFact]) {
        self.service = service
        self.facts = facts
        book = service.protocols()
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
            } catch let refusal as any Refusal {
                answers.append(.failure(refusal))
            }
        }
        return (answers, try writes.write(service: service, on: connection))
    }

    private mutating func load(on connection: any Connection) throws {
        let ids = Array(Set(facts.map(\.observation))).sorted()
        for row in try connection.all(DayRecordQueries.observations(ids), as: ObservationRow.self) {
            observations[row.key.id] = row
        }
        var recordKeys: Set<RecordKey> = []
        var slotKeys: Set<SlotKey> = []
        for fact in facts {
            guard let row = observations[fact.observation] else { continue }
            recordKeys.insert(RecordKey(committee: row.key.committee, id: fact.draft.id))
            if let slot = try? slot(of: fact, in: row) {
                slotKeys.insert(SlotKey(observation: row.key, slot: slot))
            }
        }
        guard !recordKeys.isEmpty else { return }
        let wantedRecords = recordKeys.map { [$0.committee.sqlValue, $0.id.sqlValue] }
        for record in try connection.all(DayRecordQueries.existing(wantedRecords), as: ExistingRecord.self) {
            existing[RecordKey(committee: record.committee, id: record.id)] = record
        }
        let wantedSlots = slotKeys.map { $0.observation.values + [$0.slot.day.sqlValue, $0.slot.slot.text.sqlValue] }
        guard !wantedSlots.isEmpty else { return }
        for row in try connection.all(DayRecordQueries.slots(wantedSlots), as: SlotRow.self) {
            slots[SlotKey(observation: row.observation, slot: row.slot)] = row
        }
    }

    private func slot(of fact: DayRecordFact, in row: ObservationRow) throws -> DaySlot {
        let version = try book.version(ProtocolID(row.protocolVersion))
        guard let slot = version.slots.slot(at: fact.draft.takenAt) else { throw ObservationRefusal.noSlots }
        return slot
    }

    private mutating func decide(_ fact: DayRecordFact) throws -> DayRecordReceipt {
        guard var row = observations[fact.observation] else { throw ObservationRefusal.unknownObservation }
        let authority = try service.authority(of: fact.actor, toRecordFor: row.key, at: fact.receivedAt)
        let key = RecordKey(committee: row.key.committee, id: fact.draft.id)
        if let earlier = existing[key] {
            guard earlier.digest == fact.digest else { throw ObservationRefusal.recordIDTaken }
            return DayRecordReceipt(
                id: fact.draft.id,
                observation: row.key,
                slot: earlier.slot,
                isLate: earlier.isLate,
                receivedAt: earlier.receivedAt,
                isRepeat: true
            )
        }
        let version = try book.version(ProtocolID(row.protocolVersion))
        let slot = try slot(of: fact, in: row)
        let isLate = version.slots.lateness(of: fact.draft.takenAt, in: slot) > 0
        try service.effect(of: fact, slot: slot, by: version, on: &row, authority, &writes)
        observations[fact.observation] = row
        let receipt = DayRecordReceipt(
            id: fact.draft.id,
            observation: row.key,
            slot: slot,
            isLate: isLate,
            receivedAt: fact.receivedAt,
            isRepeat: false
        )
        try writes.add(fact, receipt, sealedWith: service.vault, by: authority)
        fill(slot, of: row, with: fact, by: authority)
        existing[key] = ExistingRecord(receipt, digest: fact.digest)
        return receipt
    }

    /// The first record of a slot fills it; a task that was opened because it was empty is done with that.
    private mutating func fill(_ slot: DaySlot, of row: ObservationRow, with fact: DayRecordFact, by authority: Authority) {
        let key = SlotKey(observation: row.key, slot: slot)
        if let filled = slots[key] {
            guard filled.state != .recorded else { return }
            writes.closeMissed(row.key, by: authority)
        }
        slots[key] = SlotRow(observation: row.key, slot: slot, state: .recorded)
        writes.fill(row.key, slot, with: fact.draft.id)
    }
}

/// A record that is stored already.
struct ExistingRecord: RowDecodable {
    let committee: DivisionID
    let id: DayRecordID
    let digest: [UInt8]
    let slot: DaySlot
    let receivedAt: Instant
    let isLate: Bool

    init(row: Row) throws {
        committee = try row.column(0)
        id = try row.column(1)
        digest = try row.column(2)
        slot = DaySlot(day: try row.column(3), slot: SlotName(try row.column(4)))
        receivedAt = try row.column(5)
        isLate = try row.column(6)
    }

    init(_ receipt: DayRecordReceipt, digest: [UInt8]) {
        committee = receipt.observation.committee
        id = receipt.id
        self.digest = digest
        slot = receipt.slot
        receivedAt = receipt.receivedAt
        isLate = receipt.isLate
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

    init(observation: ObservationKey, slot: DaySlot, state: State) {
        self.observation = observation
        self.slot = slot
        self.state = state
    }

    init(row: Row) throws {
        guard let state = State(rawValue: try row.column(4)) else { throw RowFault.wrongType(4, expected: "slot state") }
        observation = ObservationKey(committee: try row.column(0), id: try row.column(1))
        slot = DaySlot(day: try row.column(2), slot: SlotName(try row.column(3)))
        self.state = state
    }
}
