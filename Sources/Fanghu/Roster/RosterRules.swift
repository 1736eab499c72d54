/// Who is first responsible for a residential area (DOMAIN §6.8, §8.6).
///
/// Answered from intervals and an instant alone. A flag that a job sets at 18:00 would be wrong for as long as the server
/// restarts; there is none.
package enum RosterRules {
    /// I-16: exactly one, or the alarm.
    ///
    /// Offices answer in their order, who was appointed first before others. In the place of somebody who is away comes
    /// who was named to stand in, then the next office. Whoever is away takes nobody's place.
    package static func firstResponsible(
        at instant: Instant,
        seats: [Seat],
        absences: [Absence]
    ) -> FirstResponsible {
        let present = seats.filter { $0.isInForce(at: instant) }
        let away = absences.filter { $0.isInForce(at: instant) }
        let offices = present.compactMap { seat in seat.office.map { (seat: seat, office: $0) } }
            .sorted { ($0.office, $0.seat.from, $0.seat.account) < ($1.office, $1.seat.from, $1.seat.account) }
        guard let leader = offices.first?.seat.account else { return .nobody }
        func isAway(_ account: AccountID) -> Bool { away.contains { $0.who == account } }
        func holder(_ account: AccountID) -> FirstResponsible {
            let office = offices.first { $0.seat.account == account }?.office
            let absentee = account == leader ? nil : leader
            return .person(.init(account: account, office: office, standingInFor: absentee))
        }
        for (seat, _) in offices {
            guard isAway(seat.account) else { return holder(seat.account) }
            let named = absence(of: seat.account, among: away)?.standIn
            if let named, !isAway(named), present.contains(where: { $0.account == named }) { return holder(named) }
        }
        return .nobody
    }

    /// I-16 over time: spans without gap or overlap that together are `[start, end)`.
    package static func timeline(
        from start: Instant,
        to end: Instant,
        seats: [Seat],
        absences: [Absence]
    ) -> [ResponsibleSpan] {
        guard start < end else { return [] }
        var borders: Set<Instant> = [start]
        for seat in seats {
            borders.formUnion([seat.from, seat.to ?? end].filter { start <= $0 && $0 < end })
        }
        for absence in absences { borders.formUnion(absence.borders(from: start, to: end)) }
        var spans: [ResponsibleSpan] = []
        for border in borders.sorted(by: >) {
            let first = firstResponsible(at: border, seats: seats, absences: absences)
            let next = spans.last
            if let next, next.first == first { spans.removeLast() }
            let to = next.map { $0.first == first ? $0.to : $0.from } ?? end
            spans.append(ResponsibleSpan(from: border, to: to, first: first))
        }
        return spans.reversed()
    }

    /// Who is away at an instant.
    package static func away(at instant: Instant, absences: [Absence]) -> Set<AccountID> {
        Set(absences.filter { $0.isInForce(at: instant) }.map(\.who))
    }

    /// Of several at once the one for that occasion stands before the daily one, the later before the earlier.
    private static func absence(of account: AccountID, among away: [Absence]) -> Absence? {
        away.filter { $0.who == account }
            .max { left, right in
                (left.isDaily ? 0 : 1, left.from, left.id) < (right.isDaily ? 0 : 1, right.from, right.id)
            }
    }
}
