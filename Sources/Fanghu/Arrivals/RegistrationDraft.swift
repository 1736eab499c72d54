extension Registration {
    /// F-01 as it was typed or sent: everything optional, numbers and days as text.
    package struct Draft: Hashable, Sendable, Codable {
        package var filledBy: String?
        package var relation: Filing.Relation?
        package var name: String?
        package var sex: Sex?
        package var documentKind: DocumentKind?
        package var documentNumber: String?
        /// Country of a foreign passport.
        package var documentIssuer: String?
        /// The document is not at hand or does not check; somebody will ask for it later.
        package var documentPending: Bool?
        package var nationality: String?
        package var phone: String?
        package var registeredDivision: String?
        package var dwelling: PlaceID?
        package var addressText: String?
        package var tenure: Stay.Tenure?
        package var landlordName: String?
        package var landlordPhone: String?
        package var employer: String?
        package var itinerary: [StopDraft]?
        package var declaredKeyArea: Bool?
        package var departedOn: String?
        package var arrivedOn: String?
        package var transport: Journey.Means?
        package var transportNumber: String?
        package var seat: String?
        package var ticketKept: Bool?
        package var companions: [ArrivalID]?
        package var coResidents: [PersonID]?
        package var contacts: ContactAnswers?
        package var temperature: String?
        package var symptoms: Set<Symptom>?
        package var careNeeds: String?
        package var declaration: Bool?
        package var noticeVersion: String?

        package init() {}
    }

    /// A stop as it was typed.
    package struct StopDraft: Hashable, Sendable, Codable {
        /// Digits of a division, or three letters of a country.
        package var place: String
        package var from: String
        package var to: String
        package var kind: ItineraryStop.Kind

        package init(place: String, from: String, to: String, kind: ItineraryStop.Kind) {
            self.place = place
            self.from = from
            self.to = to
            self.kind = kind
        }
    }

    /// The three questions about contacts, and the last day of any of them.
    package struct ContactAnswers: Hashable, Sendable, Codable {
        package var keyAreaPerson: Bool?
        package var feverPatient: Bool?
        package var confirmedCase: Bool?
        package var lastOn: String?

        package init(
            keyAreaPerson: Bool? = nil,
            feverPatient: Bool? = nil,
            confirmedCase: Bool? = nil,
            lastOn: String? = nil
        ) {
            self.keyAreaPerson = keyAreaPerson
            self.feverPatient = feverPatient
            self.confirmedCase = confirmedCase
            self.lastOn = lastOn
        }

        /// The kinds that were answered with yes.
        var kinds: [ContactKind] {
            var found: [ContactKind] = []
            if keyAreaPerson == true { found.append(.keyAreaPerson) }
            if feverPatient == true { found.append(.feverPatient) }
            if confirmedCase == true { found.append(.confirmedCase) }
            return found
        }

        /// Whether all three were answered at all.
        var isComplete: Bool { keyAreaPerson != nil && feverPatient != nil && confirmedCase != nil }
    }
}
