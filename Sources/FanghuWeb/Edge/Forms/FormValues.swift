package import Fanghu

/// What a person filled in, as sent: it goes back onto the page when something is wrong.
package struct FormValues: Sendable {
    private var values: [String: [String]] = [:]
    private var files: [String: UploadedFile] = [:]

    package init() {}

    /// For a form that is filled in beforehand.
    package init(_ values: [String: String]) {
        self.values = values.mapValues { [$0] }
    }

    /// For an act whose values came in another way than by a form.
    init(lists: [String: [String]]) {
        values = lists.filter { !$0.value.isEmpty }
    }

    mutating func append(_ value: String, for name: String) {
        values[name, default: []].append(value)
    }

    mutating func append(_ file: UploadedFile, for name: String) {
        files[name] = file
    }

    var names: Set<String> { Set(values.keys).union(files.keys) }

    /// Exactly as sent; empty when it was not.
    package func raw(_ name: String) -> String {
        values[name]?.first ?? ""
    }

    /// Without spaces at either end, ideographic ones included; for names, addresses and words.
    package func text(_ name: String) -> String {
        FormText.trimmed(raw(name))
    }

    /// Nil when nothing but spaces was sent.
    package func optionalText(_ name: String) -> String? {
        let text = text(name)
        return text.isEmpty ? nil : text
    }

    /// Without any space and with full-width digits and letters made plain; for numbers, phones and codes.
    package func compact(_ name: String) -> String {
        FormText.compact(raw(name))
    }

    /// All boxes ticked under a name.
    package func all(_ name: String) -> [String] {
        values[name] ?? []
    }

    package func isTicked(_ name: String) -> Bool {
        !raw(name).isEmpty
    }

    package func file(_ name: String) -> UploadedFile? { files[name] }
}

extension FormValues {
    /// A value of a certain shape; nil when nothing was sent, refused when it is of another shape.
    package func optional<Value: FormValue>(
        _ name: String,
        as type: Value.Type = Value.self
    ) throws(EdgeRefusal) -> Value? {
        let text = compact(name)
        guard !text.isEmpty else { return nil }
        guard let value = Value(formText: text) else { throw EdgeRefusal.malformedField(name) }
        return value
    }

    /// A value of a certain shape; refused when it is missing or of another shape.
    package func required<Value: FormValue>(
        _ name: String,
        as type: Value.Type = Value.self
    ) throws(EdgeRefusal) -> Value {
        guard let value = try optional(name, as: type) else { throw EdgeRefusal.missingField(name) }
        return value
    }
}

/// A value that can be read from a form's compacted text.
package protocol FormValue {
    init?(formText: String)
}

extension Int: FormValue {
    package init?(formText: String) { self.init(formText) }
}

extension Double: FormValue {
    /// Plain decimals only: `36.5`, never `nan`, `inf` or `1e3`.
    package init?(formText: String) {
        guard formText.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 || $0 == 45 }) else { return nil }
        self.init(formText)
    }
}

extension CivilDate: FormValue {
    package init?(formText: String) { self.init(formText) }
}

extension DivisionID: FormValue {
    package init?(formText: String) { self.init(formText) }
}
