import Foundation
import Store

/// Everything that a batch of day records writes, collected and then written with one statement a table.
struct DayRecordWrites {
    private var records: [[SQLValue]] = []
    private var slots: [[SQLValue]] = []
    private var steps: [ObservationStep] = []

    /// A checked record with the step it makes.
    mutating func add(
        _ id: DayRecordID,
        _ record: DayRecord,
        _ step: ObservationStep,
        digest: [UInt8],
        sealedWith vault: Vault
    ) throws {
        let key = step.before.key
        let content = try JSONEncoder().encode(record).bytes
        let sealed = try vault.seal(bytes: content, at: StoredDayRecord.place(of: id, in: key.committee))
        records.append([
            key.committee.sqlValue, id.sqlValue, key.id.sqlValue, record.slot.day.sqlValue,
            record.slot.slot.text.sqlValue, record.takenAt.sqlValue, record.receivedAt.sqlValue,
            record.isLate.sqlValue, record.source.rawValue.sqlValue, step.authority.account.sqlValue,
            digest.sqlValue, sealed.sqlValue,
        ])
        steps.append(step)
    }

    /// The slot has its first record.
    mutating func fill(_ key: ObservationKey, _ slot: DaySlot, with record: DayRecordID) {
        slots.append([
            key.committee.sqlValue, key.id.sqlValue, slot.day.sqlValue, slot.slot.text.sqlValue,
            SlotRow.State.recorded.rawValue.sqlValue, record.sqlValue, .null,
        ])
    }

    /// Writes it all and returns the changes of figures, which are written too.
    func write(service: ObservationService, on connection: any Connection) throws -> [CounterDelta] {
        for part in StatementSizes.parts(of: records) {
            try connection.execute(DayRecordQueries.insert(part))
        }
        for part in StatementSizes.parts(of: slots) {
            try connection.execute(DayRecordQueries.fillSlots(part))
        }
        return try service.write(steps, on: connection)
    }
}
