// Where the person lives, came from and how they are: the rest of F-01.

extension RegistrationCheck {
    /// The most stops that anybody needs.
    private static let stopLimit = 30
    /// How many days ahead an arrival can be reported (F-01).
    private static let daysAhead = 3

    mutating func stay() -> Stay {
        let address = text(.address, draft.addressText)
        if fields.contains(.address), address == nil, draft.dwelling == nil { refuse(.fieldMissing(.address)) }
        let tenure = asked(.tenure, draft.tenure)
        let landlordName = text(.landlord, draft.landlordName, limit: 50)
        let isLet = tenure == .tenancy || tenure == .groupLetting
        if isLet, fields.contains(.landlord), landlordName == nil { refuse(.fieldMissing(.landlord)) }
        let phone = text(.landlord, draft.landlordPhone).flatMap { parsed(.landlord, $0, PhoneNumber.parse) }
        return Stay(
            dwelling: asked(.address, draft.dwelling),
            addressText: address,
            tenure: tenure,
            landlord: landlordName.map { Stay.Landlord(name: $0, phone: phone?.e164) },
            employer: text(.employer, draft.employer)
        )
    }

    mutating func journey() -> Journey? {
        let arrived = day(.arrivedOn, draft.arrivedOn)
        let departed = day(.departedOn, draft.departedOn)
        let stops = itinerary(until: arrived)
        let transport = transport()
        if let arrived, arrived > today.adding(days: Self.daysAhead) {
            refuse(.arrivesTooFarAhead(days: Self.daysAhead))
        }
        if let arrived, let departed, departed > arrived { refuse(.departedAfterArrival) }
        guard let arrived else { return nil }
        return Journey(
            itinerary: stops,
            departedOn: departed,
            arrivedOn: arrived,
            transport: transport,
            ticketKept: asked(.ticketKept, draft.ticketKept),
            companions: asked(.companions, draft.companions) ?? []
        )
    }

    private mutating func itinerary(until arrived: CivilDate?) -> [ItineraryStop] {
        let drafts = required(.itinerary, (draft.itinerary ?? []).isEmpty ? nil : draft.itinerary) ?? []
        guard drafts.count <= Self.stopLimit else {
            refuse(.tooManyStops(Self.stopLimit))
            return []
        }
        var stops: [ItineraryStop] = []
        for (index, draft) in drafts.enumerated() {
            if let stop = draft.stop {
                if let arrived, stop.from > arrived { refuse(.stopAfterArrival(index)) }
                stops.append(stop)
            } else {
                let hasPlace = Whereabouts(draft.place.filter { !$0.isWhitespace }) != nil
                refuse(hasPlace ? .stopWithoutDays(index) : .stopWithoutPlace(index))
            }
        }
        return stops
    }

    private mutating func transport() -> Journey.Transport? {
        guard let means = required(.transport, draft.transport) else { return nil }
        return Journey.Transport(means: means, number: transportNumber(of: means), seat: text(.transport, draft.seat))
    }

    private mutating func transportNumber(of means: Journey.Means) -> String? {
        guard let typed = text(.transport, draft.transportNumber) else {
            // A driver's plate and a flight can be looked up later; a coach often has no number at all.
            if means == .flight || means == .train { refuse(.fieldMissing(.transport)) }
            return nil
        }
        return parsed(.transport, typed) { text throws(IdentifierRefusal) in
            switch means {
            case .flight: ParsedIdentifier(try JourneyNumber(text, by: .flight).text)
            case .train: ParsedIdentifier(try JourneyNumber(text, by: .train).text)
            case .coach: ParsedIdentifier(try JourneyNumber(text, by: .coach).text)
            case .ship: ParsedIdentifier(try JourneyNumber(text, by: .ship).text)
            case .car: ParsedIdentifier(try PlateNumber(text).text)
            case .other: ParsedIdentifier(text)
            }
        }
    }

    /// Before the arrival nobody is asked for a temperature.
    mutating func health(arrivedOn: CivilDate?) -> HealthStatement {
        let isHere = arrivedOn.map { $0 <= today } ?? true
        let typed = text(.temperature, draft.temperature)
        if fields.contains(.temperature), isHere, typed == nil { refuse(.fieldMissing(.temperature)) }
        let temperature = typed.flatMap { text in
            parsed(.temperature, text) { text throws(IdentifierRefusal) in ParsedIdentifier(try Temperature(text)) }
        }
        let declared = required(.declaredKeyArea, draft.declaredKeyArea)
        let symptoms = isHere ? required(.symptoms, draft.symptoms) : asked(.symptoms, draft.symptoms)
        return HealthStatement(
            declaredKeyArea: declared,
            contacts: contacts(),
            temperature: temperature,
            symptoms: symptoms ?? [],
            careNeeds: text(.careNeeds, draft.careNeeds, limit: 500),
            coResidents: asked(.coResidents, draft.coResidents) ?? []
        )
    }

    private mutating func contacts() -> [ContactEvent] {
        let answers = required(.contactHistory, draft.contacts?.isComplete == true ? draft.contacts : nil)
        guard let answers else { return [] }
        var last: CivilDate?
        if let typed = answers.lastOn, !typed.isEmpty {
            last = CivilDate(typed)
            if last == nil { refuse(.noSuchDay(.contactHistory)) }
        }
        if let last, last > today { refuse(.contactInFuture) }
        return answers.kinds.map { ContactEvent(kind: $0, on: last) }
    }
}
