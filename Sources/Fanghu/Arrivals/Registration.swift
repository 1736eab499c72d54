/// A health registration of an arrival or returnee (F-01), checked.
///
/// What identifies the person goes to the person's own record; the other parts are stored with the arrival, sealed.
package struct Registration: Hashable, Sendable {
    package let person: RegisteredPerson
    package let stay: Stay
    package let journey: Journey
    package let health: HealthStatement
    package let filing: Filing
    package let warnings: [FieldWarning]

    /// What is unusual about a field that may still be right.
    package struct FieldWarning: Hashable, Sendable, Codable {
        package let field: RegistrationField
        package let warning: IdentifierWarning
    }

    /// Which of the two forms was asked for (R-PRIV-02).
    package enum Form: String, CaseIterable, Codable, Sendable {
        case short
        case full
    }

    /// What a classification may look at; neither document nor phone nor plate is in it.
    package var facts: ArrivalFacts {
        ArrivalFacts(
            arrivedOn: journey.arrivedOn,
            itinerary: journey.itinerary,
            contacts: health.contacts,
            temperature: health.temperature,
            symptoms: health.symptoms,
            declaredKeyArea: health.declaredKeyArea
        )
    }
}

/// Who the person is.
package struct RegisteredPerson: Hashable, Sendable {
    package let name: PersonName
    package let sex: Sex
    /// Nil while it is pending: a wrong number never keeps anybody from being registered (DOMAIN §3).
    package let document: IdentityDocument?
    package let nationality: CountryCode
    package let phone: PhoneNumber?
    package let registeredDivision: DivisionPrefix?
}

/// Where the person lives now, and how.
package struct Stay: Hashable, Sendable, Codable {
    package let dwelling: PlaceID?
    package let addressText: String?
    package let tenure: Tenure?
    package let landlord: Landlord?
    package let employer: String?

    package enum Tenure: String, CaseIterable, Codable, Sendable {
        case own
        case tenancy = "let"
        case groupLetting
        case dormitory
        case hotel
        case relatives
    }

    package struct Landlord: Hashable, Sendable, Codable {
        package let name: String
        package let phone: String?
    }
}

/// Where the person came from, and how.
package struct Journey: Hashable, Sendable, Codable {
    package let itinerary: [ItineraryStop]
    package let departedOn: CivilDate?
    package let arrivedOn: CivilDate
    package let transport: Transport?
    package let ticketKept: Bool?
    package let companions: [ArrivalID]

    package struct Transport: Hashable, Sendable, Codable {
        package let means: Means
        /// Flight, train or voyage number, or the plate of a car, normalised.
        package let number: String?
        package let seat: String?
    }

    package enum Means: String, CaseIterable, Codable, Sendable {
        case flight
        case train
        case coach
        case ship
        case car
        case other
    }
}

/// What the person said about their health and contacts.
package struct HealthStatement: Hashable, Sendable, Codable {
    package let declaredKeyArea: Bool?
    package let contacts: [ContactEvent]
    package let temperature: Temperature?
    package let symptoms: Set<Symptom>
    package let careNeeds: String?
    package let coResidents: [PersonID]
}

/// Who filled the form in, and which texts were shown.
package struct Filing: Hashable, Sendable, Codable {
    package let form: Registration.Form
    package let filledBy: String?
    package let relation: Relation
    package let noticeVersion: String
    package let declaredAt: Instant

    /// What the person who fills in is to the person registered.
    package enum Relation: String, CaseIterable, Codable, Sendable {
        case myself = "self"
        case spouse
        case parent
        case child
        case relative
        case friend
        case worker
    }
}
