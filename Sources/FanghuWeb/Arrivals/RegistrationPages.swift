import Fanghu

/// One question of the registration.
struct RegistrationQuestionPage: Page {
    static let template = "arrivals-question"

    let form: FormView?
    let heading: Phrase
    let explanation: Phrase?
    let position: Phrase
    let action: String
    let sealed: String
    let place: String
    let fields: [Field]
    let selects: [Choice]
    let radios: [Choice]
    let boxes: [Choice]
    let hasBack: Bool
}

/// What the registration is for, and whose it is, before the first question (R-PRIV-03).
struct RegistrationStartPage: Page {
    static let template = "arrivals-start"

    let place: String
    let title: Words
    let paragraphs: [String]
    let action: String
    let sealed: String
}

/// Everything answered, once more, before the declaration.
struct RegistrationCheckPage: Page {
    static let template = "arrivals-check"

    struct Answer {
        let question: Phrase
        let answer: String
        /// Goes back to the page of the answer.
        let step: String
    }

    let form: FormView?
    let place: String
    let action: String
    let sealed: String
    let answers: [Answer]
    let declaration: [Choice]
}

/// Where the visitor chooses district, township and committee, for those who came without a code.
struct RegistrationPlacePage: Page {
    static let template = "arrivals-place"

    struct Link {
        let path: String
        let name: String
    }

    let heading: Phrase
    let crumbs: [Crumb]
    let links: [Link]
}

/// The questions as view models.
enum RegistrationQuestions {
    static func page(
        _ step: RegistrationStep,
        _ form: FormView,
        of answers: RegistrationAnswers,
        path: RegistrationPath,
        place: String,
        sealed: String,
        territory: Territory
    ) -> RegistrationQuestionPage {
        let position = path.position(of: step)
        let parts = parts(step, form, territory)
        return RegistrationQuestionPage(
            form: form,
            heading: Phrase("arrivals.step.\(step.rawValue)"),
            explanation: explained.contains(step) ? Phrase("arrivals.why.\(step.rawValue)") : nil,
            position: Phrase("arrivals.position", ["number": "\(position.number)", "count": "\(position.count)"]),
            action: ArrivalsAddress.step(.of(step.rawValue)).path,
            sealed: sealed,
            place: place,
            fields: parts.fields,
            selects: parts.selects,
            radios: parts.radios,
            boxes: parts.boxes,
            hasBack: path.step(before: step) != nil
        )
    }

    private static let explained: Set<RegistrationStep> = [.origin, .contacts, .document, .address, .health]

    private struct Parts {
        var fields: [Field] = []
        var selects: [Choice] = []
        var radios: [Choice] = []
        var boxes: [Choice] = []
    }

    private static func parts(_ step: RegistrationStep, _ form: FormView, _ territory: Territory) -> Parts {
        switch step {
        case .arrival:
            Parts(fields: [
                form.field("arrivedOn", "arrivals.arrivedOn", kind: .date),
                form.field("departedOn", "arrivals.departedOn", kind: .date),
            ])
        case .origin:
            Parts(
                fields: [form.field("stopFrom", "arrivals.stopFrom", kind: .date, isOptional: true)],
                selects: [
                    form.choice("itinerary", "arrivals.origin", of: OriginList.options),
                    form.choice("via", "arrivals.via", of: OriginList.options, isOptional: true),
                ]
            )
        case .keyArea: Parts(radios: [form.choice("declaredKeyArea", "arrivals.keyArea", of: yesNo)])
        case .contacts:
            Parts(
                fields: [form.field("lastContact", "arrivals.lastContact", kind: .date, isOptional: true)],
                boxes: [form.choice("contactHistory", "arrivals.contacts", of: contacts)]
            )
        case .health:
            Parts(
                fields: [
                    form.field("temperature", "arrivals.temperature", hint: "arrivals.hint.temperature", kind: .decimal)
                ],
                boxes: [form.choice("symptoms", "arrivals.symptoms", of: SymptomList.options, isOptional: true)]
            )
        case .name, .document, .phone, .address, .transport: personParts(step, form)
        case .check: Parts()
        }
    }

    /// The questions about the person, once it is known which of them are asked.
    private static func personParts(_ step: RegistrationStep, _ form: FormView) -> Parts {
        switch step {
        case .name:
            Parts(
                fields: [
                    form.field("name", "arrivals.name", kind: .name),
                    form.field("filledBy", "arrivals.filledBy", isOptional: true),
                ],
                selects: [form.choice("relation", "arrivals.relation", of: relations)]
            )
        case .document:
            Parts(
                fields: [form.field("document", "arrivals.document", kind: .text)],
                selects: [form.choice("documentKind", "arrivals.documentKind", of: documents)],
                boxes: [
                    form.choice(
                        "documentPending",
                        "arrivals.documentPending",
                        of: [("yes", "arrivals.pending.yes")],
                        isOptional: true
                    )
                ]
            )
        case .phone: Parts(fields: [form.field("phone", "arrivals.phone", kind: .telephone)])
        case .address:
            Parts(
                fields: [form.field("address", "arrivals.address", hint: "arrivals.hint.address")],
                selects: [form.choice("tenure", "arrivals.tenure", of: tenures, isOptional: true)]
            )
        case .transport:
            Parts(
                fields: [form.field("transportNumber", "arrivals.transportNumber", isOptional: true)],
                selects: [form.choice("transport", "arrivals.transport", of: means)]
            )
        case .arrival, .origin, .keyArea, .contacts, .health, .check: Parts()
        }
    }

    private static let yesNo: [(value: String, label: Phrase)] = [("yes", "arrivals.yes"), ("no", "arrivals.no")]
    private static let contacts: [(value: String, label: Phrase)] = [
        ("none", "arrivals.contact.none"), ("keyAreaPerson", "arrivals.contact.keyAreaPerson"),
        ("feverPatient", "arrivals.contact.feverPatient"), ("confirmedCase", "arrivals.contact.confirmedCase"),
    ]
    private static let relations = Filing.Relation.allCases.map {
        ($0.rawValue, Phrase("arrivals.relations.\($0.rawValue)"))
    }
    private static let documents = DocumentKind.allCases.map {
        ($0.rawValue, Phrase("arrivals.documents.\($0.rawValue)"))
    }
    private static let tenures = Stay.Tenure.allCases.map { ($0.rawValue, Phrase("arrivals.tenures.\($0.rawValue)")) }
    private static let means = Journey.Means.allCases.map { ($0.rawValue, Phrase("arrivals.means.\($0.rawValue)")) }
}

/// Symptoms as boxes to tick.
enum SymptomList {
    static let options = Symptom.allCases.map { ($0.rawValue, Phrase("symptom.\($0.rawValue)")) }
}

/// Where somebody may have come from: the provinces, and the cities that rules name.
enum OriginList {
    static let options: [(value: String, label: Phrase)] = codes.map { ($0, Phrase("origin.\($0)")) }

    private static let codes = [
        "4201", "42", "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41",
        "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "81", "82", "71",
    ]
}
