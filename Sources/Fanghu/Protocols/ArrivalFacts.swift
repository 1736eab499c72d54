/// All that a classification may look at.
///
/// There is no identity number, phone or plate in it, so none of them can decide anything (R-PRIV-12).
package struct ArrivalFacts: Hashable, Sendable, Codable {
    package var arrivedOn: CivilDate
    package var itinerary: [ItineraryStop]
    package var contacts: [ContactEvent]
    package var temperature: Temperature?
    package var symptoms: Set<Symptom>
    /// The person's own answer to "were you in a key area"; nil if it was not asked.
    package var declaredKeyArea: Bool?

    package init(
        arrivedOn: CivilDate,
        itinerary: [ItineraryStop] = [],
        contacts: [ContactEvent] = [],
        temperature: Temperature? = nil,
        symptoms: Set<Symptom> = [],
        declaredKeyArea: Bool? = nil
    ) {
        self.arrivedOn = arrivedOn
        self.itinerary = itinerary
        self.contacts = contacts
        self.temperature = temperature
        self.symptoms = symptoms
        self.declaredKeyArea = declaredKeyArea
    }
}

/// A place where somebody was, from one day to another, both included.
package struct ItineraryStop: Hashable, Sendable, Codable {
    package let place: Whereabouts
    package let from: CivilDate
    package let to: CivilDate
    package let kind: Kind

    /// Passing through counts as well as setting out from there (DOMAIN §2.2).
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case origin
        case transit
        case residence
    }

    /// Nil if it ends before it begins.
    package init?(place: Whereabouts, from: CivilDate, to: CivilDate, kind: Kind) {
        guard from <= to else { return nil }
        self.place = place
        self.from = from
        self.to = to
        self.kind = kind
    }
}

/// A part of the country, or a country or region outside the mainland.
package enum Whereabouts: Hashable, Sendable {
    case division(DivisionPrefix)
    case abroad(CountryCode)

    /// Digits of a division, or the three letters of a country.
    package init?(_ text: some StringProtocol) {
        if let prefix = DivisionPrefix(text) {
            self = .division(prefix)
        } else if let country = try? CountryCode(text), country != .china {
            self = .abroad(country)
        } else {
            return nil
        }
    }

    package var text: String {
        switch self {
        case .division(let prefix): prefix.digits
        case .abroad(let country): country.text
        }
    }
}

extension Whereabouts: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let place = try Whereabouts(container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "neither a division nor a country")
        }
        self = place
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// Contact that matters, as told by the person or as found by the health authority.
package enum ContactKind: String, CaseIterable, Codable, Sendable {
    case keyAreaPerson
    case feverPatient
    case confirmedCase
    case closeContact
    case secondaryContact
    case generalContact

    package var words: Words {
        switch self {
        case .keyAreaPerson: Words("接触重点地区人员", "contact with somebody from a key area")
        case .feverPatient: Words("接触发热病人", "contact with a fever patient")
        case .confirmedCase: Words("接触确诊病例", "contact with a confirmed case")
        case .closeContact: Words("密切接触者", "close contact")
        case .secondaryContact: Words("密接的密接", "secondary contact")
        case .generalContact: Words("一般接触者", "general contact")
        }
    }
}

/// A contact and the last day of it, if that is known.
package struct ContactEvent: Hashable, Sendable, Codable {
    package let kind: ContactKind
    package let on: CivilDate?

    package init(kind: ContactKind, on day: CivilDate?) {
        self.kind = kind
        on = day
    }
}
