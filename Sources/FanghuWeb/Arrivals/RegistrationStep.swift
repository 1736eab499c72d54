import Fanghu

/// One page of the registration: one thing at a time, asked only of those whom the rules ask (R-PRIV-02).
enum RegistrationStep: String, CaseIterable, Sendable {
    case arrival
    case origin
    case keyArea
    case contacts
    case health
    case name
    case document
    case phone
    case address
    case transport
    case check

    /// The fields of F-01 that the page asks for; the page is left out where the form has none of them.
    var fields: Set<RegistrationField> {
        switch self {
        case .arrival: [.arrivedOn, .departedOn]
        case .origin: [.itinerary]
        case .keyArea: [.declaredKeyArea]
        case .contacts: [.contactHistory]
        case .health: [.temperature, .symptoms]
        case .name: [.name, .relation, .filledBy]
        case .document: [.document]
        case .phone: [.phone]
        case .address: [.address, .tenure]
        case .transport: [.transport]
        case .check: [.declaration]
        }
    }

    /// Asked of everybody, before it is known which form they need.
    var shownToAll: Set<RegistrationField> { self == .arrival ? fields : [] }

    /// Whether the page has the field that a problem is about.
    func concerns(_ field: String?) -> Bool {
        field.map { name in fields.contains { $0.rawValue == name } } ?? false
    }
}

/// The way through the pages for one set of answers.
struct RegistrationPath {
    let steps: [RegistrationStep]

    init(asking fields: Set<RegistrationField>) {
        // Where somebody came from decides what else is asked, so these come first, whatever the form.
        let always: Set<RegistrationStep> = [.arrival, .origin, .keyArea, .check]
        steps = RegistrationStep.allCases.filter { step in
            always.contains(step) || !step.fields.isDisjoint(with: fields)
        }
    }

    func step(after step: RegistrationStep) -> RegistrationStep {
        steps.first { order($0) > order(step) } ?? .check
    }

    func step(before step: RegistrationStep) -> RegistrationStep? {
        steps.last { order($0) < order(step) }
    }

    /// `3 / 8`.
    func position(of step: RegistrationStep) -> (number: Int, count: Int) {
        ((steps.firstIndex(of: step) ?? 0) + 1, steps.count)
    }

    private func order(_ step: RegistrationStep) -> Int {
        RegistrationStep.allCases.firstIndex(of: step) ?? 0
    }
}
