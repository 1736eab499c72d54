/// One pass over a draft: reads each field of the form once and notes one problem for each wrong field.
struct RegistrationCheck {
    let draft: Registration.Draft
    let fields: Set<RegistrationField>
    let today: CivilDate
    private(set) var problems: [ArrivalRefusal] = []
    private(set) var warnings: [Registration.FieldWarning] = []

    init(_ draft: Registration.Draft, fields: Set<RegistrationField>, today: CivilDate) {
        self.draft = draft
        self.fields = fields
        self.today = today
    }

    mutating func refuse(_ problem: ArrivalRefusal) {
        problems.append(problem)
    }

    /// Nil for a field that the form does not have: what was sent all the same is not kept (R-PRIV-02).
    func asked<Value>(_ field: RegistrationField, _ value: Value?) -> Value? {
        fields.contains(field) ? value : nil
    }

    /// The value of a field; a required one that is missing is a problem.
    mutating func required<Value>(_ field: RegistrationField, _ value: Value?) -> Value? {
        guard fields.contains(field) else { return nil }
        if value == nil, RegistrationField.required.contains(field) { refuse(.fieldMissing(field)) }
        return value
    }

    /// Text without blanks around it; nil for none.
    mutating func text(_ field: RegistrationField, _ value: String?, limit: Int = 200) -> String? {
        let trimmed = IdentifierText.singleSpaced(value ?? "")
        guard fields.contains(field), !trimmed.isEmpty else { return nil }
        guard trimmed.count <= limit else {
            refuse(.tooLong(field, limit: limit))
            return nil
        }
        return trimmed
    }

    /// A number or name that parses, with its warnings noted.
    mutating func parsed<Value>(
        _ field: RegistrationField,
        _ text: String,
        _ parse: (String) throws(IdentifierRefusal) -> ParsedIdentifier<Value>
    ) -> Value? {
        do {
            let parsed = try parse(text)
            warnings += parsed.warnings.map { Registration.FieldWarning(field: field, warning: $0) }
            return parsed.value
        } catch {
            refuse(.identifier(field, error))
            return nil
        }
    }

    /// A day; a required one that is missing and one that does not exist are problems.
    mutating func day(_ field: RegistrationField, _ text: String?) -> CivilDate? {
        let typed = text.flatMap { $0.isEmpty ? nil : $0 }
        guard let typed = required(field, typed) else { return nil }
        guard let day = CivilDate(typed) else {
            refuse(.noSuchDay(field))
            return nil
        }
        return day
    }
}
