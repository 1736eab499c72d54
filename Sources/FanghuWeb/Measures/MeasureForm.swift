import Fanghu

/// What the form of a measure says, as a draft.
enum MeasureForm {
    static func draft(_ form: FormValues, for compound: Compound?, now: Instant) throws -> Measure.Draft {
        let first = try form.optional("from", as: CivilDate.self)
        return Measure.Draft(
            place: try compound?.committee ?? form.required("place", as: DivisionID.self),
            compound: compound?.id,
            kind: try form.required("kind", as: Measure.Kind.self),
            text: Words(form.text("textChinese"), form.text("textEnglish")),
            // Today's midnight has passed: what begins today begins at once.
            from: first == now.day ? nil : first?.instant(),
            to: try form.optional("to", as: CivilDate.self)?.adding(days: 1).instant(),
            decision: form.text("decision")
        )
    }
}

extension Measure.Kind: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}
