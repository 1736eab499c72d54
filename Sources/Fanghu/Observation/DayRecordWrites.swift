import Store

/// Everything that a batch of day records writes, collected and then written with one statement a table.
struct DayRecordWrites {
    private var records: [[SQLValue]] = []
    private var slots: [[SQLValue]] = []
    private var missed: [(key: ObservationKey, authority: Authority)] = []
    private var transitions: [ObservationTransition] = []
    private var tasks: [DutyTask.Draft] = []
    private var entries: [AuditEntry.Draft] = []
    private var deltas: [CounterDelta] = []

    /// The record itself, its figure and its entry in the record of acts.
    mutating func add(
        _ fact: DayRecordFact,
        _ receipt: DayRecordReceipt,
        sealedWith vault: Vault,
        by authority: Authority
    ) throws {
        let committee = receipt.observation.committee
        let place = SealedPlace("day_record.sealed", committee: committee, id: receipt.id)
        let sealed = try vault.seal(bytes: fact.draft.sealedContent, at: place)
        records.append([
            committee.sqlValue, receipt.id.sqlValue, receipt.observation.id.sqlValue, receipt.slot.day.sqlValue,
            receipt.slot.slot.text.sqlValue, fact.draft.takenAt.sqlValue, receipt.receivedAt.sqlValue,
            receipt.isLate.sqlValue, fact.draft.source.rawValue.sqlValue, authority.account.sqlValue,
            fact.digest.sqlValue, sealed.sqlValue,
        ])
        deltas.append(CounterDelta(committee, .dayRecords, on: receipt.receivedAt.day))
        entries.append(
            AuditEntry.Draft(
                committee: committee,
                authority: authority,
                act: "observation.recordDay",
                subject: "observation:\(receipt.observation.id)",
                detail: receipt.id.text
            )
        )
    }

    mutating func fill(_ key: ObservationKey, _ slot: DaySlot, with record: DayRecordID) {
        slots.append([
            key.committee.sqlValue, key.id.sqlValue, slot.day.sqlValue, slot.slot.text.sqlValue,
            SlotRow.State.recorded.rawValue.sqlValue, record.sqlValue, .null, .null,
        ])
    }

    /// The task that a missed slot had opened is done when the record comes late.
    mutating func closeMissed(_ key: ObservationKey, by authority: Authority) {
        missed.append((key, authority))
    }

    mutating func add(_ transition: ObservationTransition) {
        transitions.append(transition)
    }

    mutating func open(_ task: DutyTask.Draft) {
        tasks.append(task)
    }

    /// Writes it all and returns the changes of figures, which are written too.
    func write(service: ObservationService, on connection: any Connection) throws -> [CounterDelta] {
        for part in DayRecordWrites.parts(of: records) {
            try connection.execute(DayRecordQueries.insert(part))
        }
        for part in DayRecordWrites.parts(of: slots) {
            try connection.execute(DayRecordQueries.fillSlots(part))
        }
        var deltas = deltas
        for transition in transitions {
            deltas += try transition.write(sealedWith: service.vault, on: connection)
        }
        for (key, authority) in missed {
            deltas += try DutyTasks.close(
                .missedSlot,
                on: .observation(key.id),
                in: key.committee,
                by: authority,
                on: connection
            )
        }
        if let instant = entries.first?.authority.instant {
            deltas += try DutyTasks.open(
                tasks,
                at: instant,
                owners: service.owners,
                context: service.context,
                on: connection
            )
        }
        try Counters.apply(deltas, on: connection)
        try Audit.append(entries, on: connection)
        return deltas
    }

    /// Rows in the numbers that one statement takes well (DESIGN §4.3).
    private static func parts(of rows: [[SQLValue]]) -> [[[SQLValue]]] {
        stride(from: 0, to: rows.count, by: 100).map { Array(rows[$0..<min($0 + 100, rows.count)]) }
    }
}
