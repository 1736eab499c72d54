import Fanghu

extension RegistrationCheckPage {
    /// The answers as the person reads them once more.
    init(
        _ answers: RegistrationAnswers,
        _ form: FormView,
        _ path: RegistrationPath,
        place: String,
        sealed: String,
        _ language: Language,
        _ pages: PageRenderer
    ) {
        self.form = form
        self.place = place
        self.sealed = sealed
        action = ArrivalsAddress.step(.of(RegistrationStep.check.rawValue)).path
        declaration = [form.choice("declaration", "arrivals.declaration", of: [("yes", "arrivals.declare.yes")])]
        self.answers = path.steps.filter { $0 != .check }
            .map { step in
                Answer(
                    question: Phrase("arrivals.step.\(step.rawValue)"),
                    answer: RegistrationCheckPage.text(of: step, answers, language, pages),
                    step: step.rawValue
                )
            }
    }

    private static func text(
        of step: RegistrationStep,
        _ answers: RegistrationAnswers,
        _ language: Language,
        _ pages: PageRenderer
    ) -> String {
        func said(_ name: String, _ prefix: String) -> [String] {
            (answers.values[name] ?? []).filter { !$0.isEmpty }
                .map { pages.catalogue.text(Phrase("\(prefix).\($0)"), in: language) }
        }
        func typed(_ names: String...) -> [String] { names.compactMap(answers.text) }
        let parts: [String] =
            switch step {
            case .arrival: typed("departedOn", "arrivedOn")
            case .origin: said("itinerary", "origin") + said("via", "origin")
            case .keyArea: said("declaredKeyArea", "arrivals")
            case .contacts: said("contactHistory", "arrivals.contact") + typed("lastContact")
            case .health: typed("temperature") + said("symptoms", "symptom")
            case .name: typed("name") + said("relation", "arrivals.relations") + typed("filledBy")
            case .document:
                said("documentKind", "arrivals.documents") + typed("document")
                    + said("documentPending", "arrivals.pending")
            case .phone: typed("phone")
            case .address: typed("address") + said("tenure", "arrivals.tenures")
            case .transport: said("transport", "arrivals.means") + typed("transportNumber")
            case .check: []
            }
        return parts.joined(separator: language == .chinese ? "，" : ", ")
    }
}
