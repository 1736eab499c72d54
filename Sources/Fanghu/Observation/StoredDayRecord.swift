import Foundation
package import Store

/// A day record as its table holds it.
package struct StoredDayRecord: Sendable, RowDecodable {
    package let id: DayRecordID
    package let slot: DaySlot
    package let takenAt: Instant
    package let receivedAt: Instant
    package let isLate: Bool
    package let source: RecordSource
    package let account: AccountID?
    let sealed: [UInt8]

    package init(row: Row) throws {
        guard let source = RecordSource(rawValue: try row.column(6)) else {
            throw RowFault.wrongType(6, expected: "record source")
        }
        id = try row.column(0)
        slot = DaySlot(day: try row.column(1), slot: SlotName(try row.column(2)))
        takenAt = try row.column(3)
        receivedAt = try row.column(4)
        isLate = try row.column(5)
        self.source = source
        account = try row.column(7)
        sealed = try row.column(8)
    }

    /// Temperature and symptoms, opened.
    func record(of observation: ObservationKey, with vault: Vault) throws -> DayRecord {
        let place = StoredDayRecord.place(of: id, in: observation.committee)
        return try JSONDecoder().decode(DayRecord.self, from: Data(vault.open(bytes: sealed, at: place)))
    }

    static func place(of id: DayRecordID, in committee: DivisionID) -> SealedPlace {
        SealedPlace("day_record.sealed", committee: committee, id: id)
    }
}
