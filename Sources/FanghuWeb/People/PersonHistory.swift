import Fanghu

/// Everything that happened about a person, out of the rooms that know it.
struct PersonHistory: Sendable {
    let arrivals: ArrivalsService
    let observations: ObservationService
    let dispatch: DispatchService
    let context: Context

    /// One line of the course.
    struct Entry: Sendable {
        enum What: Sendable {
            case phrase(Phrase)
            case words(Words)
        }

        let at: Instant
        let what: What
        /// Where more of it stands.
        let link: String?
        let role: Role?
    }

    /// The lines the visitor may see, newest first.
    func entries(of person: PersonReference, for visitor: Visitor) async throws -> [Entry] {
        let actor = visitor.actor
        var entries: [Entry] = []
        var subjects: [(DutyTask.Subject, DivisionID)] = [(.person(person.id), person.committee)]
        for row in try await arrivals.arrivals(of: person.id, for: actor) {
            let link = ArrivalsDeskAddress.arrival(.of(row.key.id)).path
            entries.append(Entry(at: row.receivedAt, what: .phrase("people.registered"), link: link, role: nil))
            if let confirmed = row.confirmedAt {
                entries.append(Entry(at: confirmed, what: .phrase("people.confirmed"), link: link, role: nil))
            }
            subjects.append((.arrival(row.key.id), row.key.committee))
        }
        for (row, events) in try await observations.observations(of: person.id, for: actor) {
            let link = ObservationDeskAddress.observation(.of(row.key.id)).path
            entries += events.map { event in
                Entry(
                    at: event.at,
                    what: .phrase(Phrase("observation.event.\(event.kind)")),
                    link: link,
                    role: event.role
                )
            }
            subjects.append((.observation(row.key.id), row.key.committee))
        }
        if visitor.may(.workTasks) {
            for (subject, committee) in subjects {
                entries += try await tasks(on: subject, in: committee, for: actor)
            }
        }
        return entries.sorted { $0.at > $1.at }
    }

    private func tasks(
        on subject: DutyTask.Subject,
        in committee: DivisionID,
        for actor: Actor
    ) async throws -> [Entry] {
        try await dispatch.tasks(on: subject, in: committee, for: actor)
            .flatMap { task in
                let link = DeskAddress.task(.of(task.id)).path
                let opened = Entry(at: task.openedAt, what: .words(task.kind.words), link: link, role: nil)
                guard let closed = task.closedAt else { return [opened] }
                let done = task.kind.words
                let words = Words("\(done.chinese)（已办结）", "\(done.english) (closed)")
                return [opened, Entry(at: closed, what: .words(words), link: link, role: nil)]
            }
    }
}
