import Fanghu
import Foundation

/// What somebody has answered so far, carried from page to page in the form itself, sealed.
///
/// Nothing is stored before the last page is sent, the back button works, and nobody on a shared phone can read or
/// change what the page carries.
struct RegistrationAnswers: Codable, Sendable {
    let id: ArrivalID
    let committee: DivisionID
    let compound: PlaceID?
    let startedAt: Instant
    private(set) var values: [String: [String]] = [:]

    /// A form left open longer than this begins anew.
    private static let lifeHours = 6

    init(id: ArrivalID, committee: DivisionID, compound: PlaceID?, startedAt: Instant) {
        self.id = id
        self.committee = committee
        self.compound = compound
        self.startedAt = startedAt
    }

    /// Takes over what a page brought.
    mutating func take(_ form: FormValues, of step: RegistrationStep) {
        for name in RegistrationAnswers.inputs(of: step) { values[name] = form.all(name) }
    }

    func text(_ name: String) -> String? {
        values[name]?.first.map(FormText.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The answers as a form, to fill a page again.
    var form: FormValues {
        var form = FormValues()
        for (name, all) in values { for value in all { form.append(value, for: name) } }
        return form
    }

    /// As it goes into the page.
    func sealed(with vault: Vault) throws -> String {
        let bytes = try Array(JSONEncoder().encode(self))
        return Data(try vault.seal(bytes: bytes, at: RegistrationAnswers.place)).base64EncodedString()
    }

    /// What a page carried; nil when it is not ours or too old.
    init?(_ text: String, openedBy vault: Vault, at now: Instant) {
        guard let data = Data(base64Encoded: text), data.count < 1 << 16,
            let opened = try? vault.open(bytes: Array(data), at: RegistrationAnswers.place),
            let answers = try? JSONDecoder().decode(RegistrationAnswers.self, from: Data(opened)),
            now < answers.startedAt.adding(hours: RegistrationAnswers.lifeHours)
        else { return nil }
        self = answers
    }

    private static let place = SealedPlace(
        "registration.draft",
        committee: DivisionID(rawValue: 0),
        key: "form"
    )

    /// The names of the inputs of a page; those that carry a problem are named as the field of F-01.
    private static func inputs(of step: RegistrationStep) -> [String] {
        switch step {
        case .arrival: ["arrivedOn", "departedOn"]
        case .origin: ["itinerary", "stopFrom", "via"]
        case .keyArea: ["declaredKeyArea"]
        case .contacts: ["contactHistory", "lastContact"]
        case .health: ["temperature", "symptoms"]
        case .name: ["name", "relation", "filledBy"]
        case .document: ["document", "documentKind", "documentPending"]
        case .phone: ["phone"]
        case .address: ["address", "tenure"]
        case .transport: ["transport", "transportNumber"]
        case .check: ["declaration"]
        }
    }
}

extension RegistrationAnswers {
    /// The answers as a draft of F-01.
    func draft(noticeVersion: String, compoundName: String?) -> Registration.Draft {
        var draft = Registration.Draft()
        draft.arrivedOn = text("arrivedOn")
        draft.departedOn = text("departedOn")
        draft.itinerary = stops
        draft.declaredKeyArea = flag("declaredKeyArea")
        draft.contacts = contacts
        draft.temperature = text("temperature").map(FormText.compact)
        draft.symptoms = Set((values["symptoms"] ?? []).compactMap(Symptom.init))
        draft.name = text("name")
        draft.relation = text("relation").flatMap(Filing.Relation.init)
        draft.filledBy = text("filledBy")
        draft.documentKind = text("documentKind").flatMap(DocumentKind.init)
        draft.documentNumber = text("document")
        draft.documentPending = values["documentPending"]?.isEmpty == false
        draft.phone = text("phone").map(FormText.compact)
        draft.addressText = text("address").map { address in compoundName.map { "\($0) \(address)" } ?? address }
        draft.tenure = text("tenure").flatMap(Stay.Tenure.init)
        draft.transport = text("transport").flatMap(Journey.Means.init)
        draft.transportNumber = text("transportNumber")
        draft.declaration = values["declaration"]?.isEmpty == false
        draft.noticeVersion = noticeVersion
        return draft
    }

    /// Where from, and through where; a place passed through counts as well (DOMAIN §2.2).
    private var stops: [Registration.StopDraft]? {
        guard let origin = text("itinerary") else { return nil }
        let left = text("departedOn") ?? text("arrivedOn") ?? ""
        let arrived = text("arrivedOn") ?? ""
        var stops = [
            Registration.StopDraft(place: origin, from: text("stopFrom") ?? left, to: left, kind: .origin)
        ]
        for place in values["via"] ?? [] where !place.isEmpty {
            stops.append(Registration.StopDraft(place: place, from: left, to: arrived, kind: .transit))
        }
        return stops
    }

    private var contacts: Registration.ContactAnswers? {
        let known: Set = ["none", "keyAreaPerson", "feverPatient", "confirmedCase"]
        // An answer that is none of these is no answer, rather than a "no".
        guard let answers = values["contactHistory"], !answers.isEmpty, known.isSuperset(of: answers) else {
            return nil
        }
        return Registration.ContactAnswers(
            keyAreaPerson: answers.contains("keyAreaPerson"),
            feverPatient: answers.contains("feverPatient"),
            confirmedCase: answers.contains("confirmedCase"),
            lastOn: text("lastContact")
        )
    }

    private func flag(_ name: String) -> Bool? {
        switch text(name) {
        case "yes": true
        case "no": false
        default: nil
        }
    }
}
