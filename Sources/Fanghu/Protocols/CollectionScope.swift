/// The fields of F-01; a version says which of them are asked (R-PRIV-02).
package enum RegistrationField: String, CaseIterable, Codable, Sendable {
    case filledBy
    case relation
    case name
    case sex
    case document
    case nationality
    case phone
    case registeredDivision
    case address
    case tenure
    case landlord
    case employer
    case itinerary
    case declaredKeyArea
    case departedOn
    case arrivedOn
    case transport
    case ticketKept
    case companions
    case coResidents
    case contactHistory
    case temperature
    case symptoms
    case careNeeds
    case declaration
}

/// Which fields are collected of whom: the short form is for those who were in no key area.
package struct CollectionScope: Hashable, Sendable {
    package let short: Set<RegistrationField>
    package let full: Set<RegistrationField>

    package init(short: Set<RegistrationField>, full: Set<RegistrationField>) {
        self.short = short
        self.full = full
    }
}
