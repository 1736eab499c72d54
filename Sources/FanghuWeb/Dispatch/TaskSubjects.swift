import Fanghu

/// Whom tasks are about: masked names, for those who may see persons.
struct TaskSubjects: Sendable {
    let observations: ObservationService
    let arrivals: ArrivalsService
    let register: PersonDesk

    func names(of tasks: [DutyTask], for actor: Actor) async throws -> [DutyTask.Subject: String] {
        var names = try await names(of: tasks.map(\.subject), for: actor)
        let persons = tasks.compactMap(\.person).filter { register.mayView($0.committee, actor) }
        guard !persons.isEmpty else { return names }
        let masked = try await register.masked(persons)
        for person in persons { names[.person(person.id)] = masked[person.id]?.name }
        return names
    }

    func names(of subjects: [DutyTask.Subject], for actor: Actor) async throws -> [DutyTask.Subject: String] {
        var persons: [DutyTask.Subject: PersonReference] = [:]
        for (id, person) in try await observations.persons(of: ids(subjects, \.observation), for: actor) {
            persons[.observation(id)] = person
        }
        for (id, person) in try await arrivals.persons(of: ids(subjects, \.arrival), for: actor) {
            persons[.arrival(id)] = person
        }
        let masked = try await register.masked(Array(Set(persons.values)))
        return persons.compactMapValues { masked[$0.id]?.name }
    }

    private func ids<ID: Hashable>(_ subjects: [DutyTask.Subject], _ id: (DutyTask.Subject) -> ID?) -> [ID] {
        Array(Set(subjects.compactMap(id)))
    }
}

extension DutyTask {
    /// Whom it is about, where that is a person of the committee and not an act on one.
    var person: PersonReference? {
        guard case .person(let id) = subject else { return nil }
        return PersonReference(committee: committee, id: id)
    }

    /// The page where the work on it is done.
    var subjectLink: String? {
        person.map { PersonAddress.person(.of($0.committee), .of($0.id)).path } ?? subject.link
    }
}

extension DutyTask.Subject {
    var observation: ObservationID? {
        guard case .observation(let id) = self else { return nil }
        return id
    }

    var arrival: ArrivalID? {
        guard case .arrival(let id) = self else { return nil }
        return id
    }

    /// The page where the work on it is done.
    var link: String? {
        switch self {
        case .arrival(let id): ArrivalsDeskAddress.arrival(.of(id)).path
        case .observation(let id): ObservationDeskAddress.observation(.of(id)).path
        case .lead(let id): LeadAddress.lead(.of(id)).path
        case .dwelling(let id): HouseholdAddress.dwelling(.of(id)).path
        case .canvassTarget(let campaign, let id): CanvassAddress.door(.of(campaign), .of(id)).path
        case .piece(let id): CoverageAddress.piece(.of(id)).path
        case .order(let id): OrderAddress.order(.of(id)).path
        case .person: nil
        }
    }
}
