/// The facts of an arrival held against the areas: answers each leaf of a predicate with its reasons.
struct Evidence {
    let facts: ArrivalFacts
    let fever: FeverRule
    let areas: [AreaLevel]

    /// Whether something holds, and the facts that made it so.
    struct Finding {
        let holds: Bool
        var reasons: [Reason] = []

        init(_ reasons: [Reason]) {
            holds = !reasons.isEmpty
            self.reasons = reasons
        }

        init(holds: Bool, reasons: [Reason] = []) {
            self.holds = holds
            self.reasons = reasons
        }
    }

    func finding(of predicate: Predicate) -> Finding {
        switch predicate {
        case .always: return Finding(holds: true)
        case .anyOf(let parts):
            let found = parts.map { finding(of: $0) }.filter(\.holds)
            return Finding(holds: !found.isEmpty, reasons: found.flatMap(\.reasons))
        case .allOf(let parts):
            let found = parts.map { finding(of: $0) }
            let holds = found.allSatisfy(\.holds)
            return Finding(holds: holds, reasons: holds ? found.flatMap(\.reasons) : [])
        case .not(let part): return Finding(holds: !finding(of: part).holds)
        case .visited(let risks, let window): return Finding(visits(risks, window))
        case .contact(let kinds, let days): return Finding(contacts(kinds, withinDays: days))
        case .abroad(let days): return Finding(staysAbroad(withinDays: days))
        case .declaredKeyArea: return Finding(facts.declaredKeyArea == true ? [.declaredKeyArea] : [])
        case .fever: return Finding(feverReasons)
        case .symptoms: return Finding(facts.symptoms.isEmpty ? [] : [.symptoms(sortedSymptoms)])
        }
    }

    /// What was said against what was travelled, and what is too vague to judge.
    func contradictions(in version: ProtocolVersion) -> [Reason] {
        let windows = version.classes.flatMap { $0.when.visits }
        let wasThere = windows.contains { !visits($0.risks, $0.window).isEmpty }
        var found: [Reason] = []
        if facts.declaredKeyArea == true, !wasThere { found.append(.declaredButNotInItinerary) }
        if facts.declaredKeyArea == false, wasThere { found.append(.inItineraryButNotDeclared) }
        for reason in windows.flatMap({ vaguePlaces($0.risks, $0.window) }) where !found.contains(reason) {
            found.append(reason)
        }
        for contact in facts.contacts where contact.on == nil { found.append(.contactWithoutDate(contact.kind)) }
        return found
    }

    private var sortedSymptoms: [Symptom] { Symptom.allCases.filter(facts.symptoms.contains) }

    private var feverReasons: [Reason] {
        guard let temperature = facts.temperature, fever.isFever(temperature) else { return [] }
        return [.fever(temperature)]
    }

    private func visits(_ risks: Set<AreaRisk>, _ window: Predicate.Window) -> [Reason] {
        stays(in: window)
            .flatMap { index, place, stay in
                areas.compactMap { area in
                    guard risks.contains(area.risk), area.division.contains(place),
                        let day = area.firstDay(inStay: stay)
                    else { return nil }
                    return .visited(stop: index, area: area.division, name: area.name, risk: area.risk, on: day)
                }
            }
    }

    /// Stops named by a larger place than the area that would count, such as a province around one of its cities.
    private func vaguePlaces(_ risks: Set<AreaRisk>, _ window: Predicate.Window) -> [Reason] {
        stays(in: window)
            .flatMap { index, place, stay -> [Reason] in
                let counting = areas.filter { risks.contains($0.risk) && $0.firstDay(inStay: stay) != nil }
                guard !counting.contains(where: { $0.division.contains(place) }) else { return [] }
                return counting.filter { place.contains($0.division) }
                    .map { .placeTooCoarse(stop: index, area: $0.division, name: $0.name) }
            }
    }

    /// The part of each stop that lies in a window.
    private func stays(in window: Predicate.Window) -> [(Int, DivisionPrefix, ClosedRange<CivilDate>)] {
        let first = window.firstDay(before: facts.arrivedOn)
        return facts.itinerary.enumerated()
            .compactMap { index, stop in
                let start = max(first, stop.from)
                let end = min(stop.to, facts.arrivedOn)
                guard case .division(let place) = stop.place, start <= end else { return nil }
                return (index, place, start...end)
            }
    }

    /// A contact without a date counts: the cautious reading, and the reason says so.
    private func contacts(_ kinds: Set<ContactKind>, withinDays days: Int) -> [Reason] {
        let first = facts.arrivedOn.adding(days: -days)
        return facts.contacts
            .filter { kinds.contains($0.kind) && $0.on.map { $0 >= first } ?? true }
            .map { .contact($0.kind, on: $0.on) }
    }

    private func staysAbroad(withinDays days: Int) -> [Reason] {
        let first = facts.arrivedOn.adding(days: -days)
        return facts.itinerary.enumerated()
            .compactMap { index, stop in
                guard case .abroad = stop.place, stop.to >= first else { return nil }
                return .abroad(stop: index, until: stop.to)
            }
    }
}

extension Predicate {
    /// The areas and windows that it asks about, wherever in the tree.
    var visits: [(risks: Set<AreaRisk>, window: Window)] {
        switch self {
        case .visited(let risks, let window): [(risks, window)]
        case .anyOf(let parts), .allOf(let parts): parts.flatMap(\.visits)
        case .not(let part): part.visits
        case .always, .contact, .abroad, .declaredKeyArea, .fever, .symptoms: []
        }
    }
}
