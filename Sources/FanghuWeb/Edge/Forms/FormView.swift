package import Fanghu

/// A form on its way back to the page: what was filled in, and what is wrong with it.
package struct FormView: Sendable {
    package let values: FormValues
    package let refusals: [any Refusal]

    package init(_ values: FormValues = FormValues(), refusals: [any Refusal] = []) {
        self.values = values
        self.refusals = refusals
    }

    /// The first thing that is wrong with a field.
    package func error(of name: String) -> Words? {
        refusals.first { $0.field == name }?.words
    }

    /// A field of one line, for the partial `field`.
    package func field(
        _ name: String,
        _ label: Phrase,
        hint: Phrase? = nil,
        kind: Field.Kind = .text,
        isOptional: Bool = false
    ) -> Field {
        Field(
            name: name,
            label: label,
            hint: hint,
            value: values.raw(name),
            error: error(of: name),
            kind: kind,
            isOptional: isOptional
        )
    }

    /// A choice, for the partials `field-radios`, `field-select` and `field-boxes`.
    package func choice(
        _ name: String,
        _ label: Phrase,
        hint: Phrase? = nil,
        of options: [(value: String, label: Phrase)],
        isOptional: Bool = false
    ) -> Choice {
        choice(name, label, hint: hint, labels: options.map { ($0.value, .phrase($0.label)) }, isOptional: isOptional)
    }

    private func choice(
        _ name: String,
        _ label: Phrase,
        hint: Phrase?,
        labels options: [(value: String, label: Choice.Label)],
        isOptional: Bool
    ) -> Choice {
        let chosen = values.all(name)
        return Choice(
            name: name,
            label: label,
            hint: hint,
            error: error(of: name),
            isOptional: isOptional,
            options: options.enumerated()
                .map { index, option in
                    Choice.Option(
                        id: index == 0 ? name : "\(name)-\(index)",
                        name: name,
                        value: option.value,
                        label: option.label,
                        isChosen: chosen.contains(option.value)
                    )
                }
        )
    }

    /// A choice among things whose names are no texts of the catalogue: places, roles.
    package func choice(
        _ name: String,
        _ label: Phrase,
        hint: Phrase? = nil,
        ofNames options: [(value: String, name: Words)],
        isOptional: Bool = false
    ) -> Choice {
        choice(name, label, hint: hint, labels: options.map { ($0.value, .words($0.name)) }, isOptional: isOptional)
    }
}

/// A field of one line as its partial needs it.
package struct Field: Sendable {
    /// What is typed into a field, and with which keyboard.
    package enum Kind: Sendable {
        case text
        case name
        case userName
        case telephone
        case whole
        case decimal
        case date
        /// Hours and minutes.
        case clock
        case password
        case newPassword
        case oneTimeCode
        case search
        case picture
        /// A spreadsheet or a text with separators.
        case sheet
    }

    package let name: String
    package let label: Phrase
    package let hint: Phrase?
    package let value: String
    package let error: Words?
    package let isOptional: Bool
    package let type: String
    package let keyboard: String?
    package let autocomplete: String
    package let describedBy: String?

    init(
        name: String,
        label: Phrase,
        hint: Phrase?,
        value: String,
        error: Words?,
        kind: Kind,
        isOptional: Bool
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        // A password is never printed, and a browser ignores a value for a file.
        self.value = [.password, .newPassword, .picture, .sheet].contains(kind) ? "" : value
        self.error = error
        self.isOptional = isOptional
        type = kind.type
        keyboard = kind.keyboard
        autocomplete = kind.autocomplete
        let described = [hint == nil ? nil : "\(name)-hint", error == nil ? nil : "\(name)-error"].compactMap { $0 }
        describedBy = described.isEmpty ? nil : described.joined(separator: " ")
    }
}

extension Field.Kind {
    var type: String {
        switch self {
        case .text, .name, .userName, .whole, .decimal, .oneTimeCode: "text"
        case .telephone: "tel"
        case .date: "date"
        case .clock: "time"
        case .password, .newPassword: "password"
        case .search: "search"
        case .picture, .sheet: "file"
        }
    }

    var keyboard: String? {
        switch self {
        case .whole, .oneTimeCode: "numeric"
        case .decimal: "decimal"
        case .text, .name, .userName, .telephone, .date, .clock, .password, .newPassword, .search, .picture, .sheet: nil
        }
    }

    var autocomplete: String {
        switch self {
        case .name: "name"
        case .userName: "username"
        case .telephone: "tel"
        case .password: "current-password"
        case .newPassword: "new-password"
        case .oneTimeCode: "one-time-code"
        case .text, .whole, .decimal, .date, .clock, .search, .picture, .sheet: "off"
        }
    }
}

/// A choice among options as its partials need it.
package struct Choice: Sendable {
    /// One of the options.
    package struct Option: Sendable {
        package let id: String
        package let name: String
        package let value: String
        package let label: Label
        package let isChosen: Bool
    }

    /// A text of the catalogue, or a name that is none.
    package enum Label: Sendable {
        case phrase(Phrase)
        case words(Words)
    }

    package let name: String
    package let label: Phrase
    package let hint: Phrase?
    package let error: Words?
    package let isOptional: Bool
    package let options: [Option]
}
