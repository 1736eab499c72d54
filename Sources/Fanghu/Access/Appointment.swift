/// A role in a place for a time, `[from, to)`.
///
/// Authority is what is in force at an instant, never a flag (DOMAIN §6.8).
package struct Appointment: Hashable, Sendable {
    package let id: AppointmentID
    package let role: Role
    package let place: DivisionID
    package let from: Instant
    /// Nil while nobody has set an end.
    package let to: Instant?

    package init(id: AppointmentID, role: Role, place: DivisionID, from: Instant, to: Instant?) {
        self.id = id
        self.role = role
        self.place = place
        self.from = from
        self.to = to
    }

    /// I-18: at the instant an appointment ends, it is over.
    package func isInForce(at instant: Instant) -> Bool {
        guard from <= instant else { return false }
        guard let to else { return true }
        return instant < to
    }
}
