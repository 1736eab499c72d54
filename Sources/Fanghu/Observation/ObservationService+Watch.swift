import Foundation
import Store

// The days of observation: breaches, fevers told outside a record, doctors' notes, explained slots.

extension ObservationService {
    /// Somebody was seen outside (DOMAIN §6.3, breach).
    package func reportBreach(
        of id: ObservationID,
        saying what: String,
        by actor: Actor
    ) async throws
        -> ObservationRow
    {
        try await carryOut(.breachReported, on: id, as: .recordDays, by: actor, remembering: Array(what.utf8))
    }

    /// The person is back at home.
    package func endBreach(of id: ObservationID, saying what: String, by actor: Actor) async throws -> ObservationRow {
        try await carryOut(.breachEnded, on: id, as: .manageObservations, by: actor, remembering: Array(what.utf8))
    }

    /// A fever or symptom that was told, seen or called in outside a day record.
    package func reportFever(
        of id: ObservationID,
        saying what: String,
        by actor: Actor
    ) async throws
        -> ObservationRow
    {
        try await carryOut(.feverReported, on: id, as: .recordDays, by: actor, remembering: Array(what.utf8))
    }

    /// A doctor answers a fever; only that closes it (I-7).
    package func noteFever(
        of id: ObservationID,
        _ note: DoctorNote,
        saying what: String,
        by actor: Actor
    ) async throws -> ObservationRow {
        try await carryOut(
            .doctorNoted(note),
            on: id,
            as: .answerFevers,
            by: actor,
            remembering: Array("\(note.rawValue)\n\(what)".utf8)
        )
    }

    /// A worker says why a slot has no record (I-6).
    package func explain(
        _ slot: DaySlot,
        of id: ObservationID,
        reason: String,
        by actor: Actor
    ) async throws
        -> ObservationRow
    {
        let event = ObservationEvent.slotExplained(slot, reason: reason)
        let detail = Array("\(slot.day.iso) \(slot.slot)\n\(reason)".utf8)
        return try await carryOut(
            event,
            on: id,
            as: .manageObservations,
            by: actor,
            remembering: detail,
            also: { step, connection in
                try connection.execute(DayRecordQueries.explain(step.before.key, slot))
                return []
            }
        )
    }
}
