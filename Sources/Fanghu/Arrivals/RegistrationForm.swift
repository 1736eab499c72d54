extension Registration.Form {
    /// Which form a person has to fill in: the full one only for those to whom a stricter class than "everybody else"
    /// applies by what they have said so far (R-PRIV-02).
    package static func needed(
        for draft: Registration.Draft,
        by version: ProtocolVersion,
        areas: [AreaLevel],
        today: CivilDate
    ) -> Registration.Form {
        let facts = draft.facts(today: today)
        let others = version.classes.last?.code
        let classification = try? Classifier.classify(facts, by: version, areas: areas)
        return classification?.riskClass == others && facts.declaredKeyArea != true ? .short : .full
    }

    /// The fields it has.
    package func fields(by version: ProtocolVersion) -> Set<RegistrationField> {
        switch self {
        case .short: version.collection.short
        case .full: version.collection.full
        }
    }
}

extension RegistrationField {
    /// Marked ● in F-01: wherever the form has them, they must be answered.
    static let required: Set<RegistrationField> = [
        .name, .document, .phone, .address, .itinerary, .declaredKeyArea, .departedOn, .arrivedOn, .transport,
        .contactHistory, .temperature, .symptoms, .declaration,
    ]
}

extension Registration.Draft {
    /// What can be read of it so far; wrong parts are left out and complained about elsewhere.
    func facts(today: CivilDate) -> ArrivalFacts {
        let contactDay = contacts?.lastOn.flatMap { CivilDate($0) }
        return ArrivalFacts(
            arrivedOn: arrivedOn.flatMap { CivilDate($0) } ?? today,
            itinerary: (itinerary ?? []).compactMap(\.stop),
            contacts: (contacts?.kinds ?? []).map { ContactEvent(kind: $0, on: contactDay) },
            temperature: temperature.flatMap { try? Temperature($0) },
            symptoms: symptoms ?? [],
            declaredKeyArea: declaredKeyArea
        )
    }
}

extension Registration.StopDraft {
    /// Nil if place or days cannot be read, or it ends before it begins.
    var stop: ItineraryStop? {
        guard let place = Whereabouts(place.filter { !$0.isWhitespace }), let from = CivilDate(from),
            let to = CivilDate(to)
        else { return nil }
        return ItineraryStop(place: place, from: from, to: to, kind: kind)
    }
}
