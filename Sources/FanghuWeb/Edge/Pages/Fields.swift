import Fanghu
import Mustache

/// A view model's properties by name, read once, so that templates look them up without reflection.
struct Fields: MustacheParent {
    let values: [String: Any]

    func child(named name: String) -> Any? { values[name] }
}

/// A property that has no value: prints nothing, and hides a property of the same name further out.
struct Absent: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}

/// A name that nothing has: printed so that nobody overlooks it.
struct Unknown: MustacheCustomRenderable, MustacheParent {
    let name: String

    var renderText: String { "⟦\(name)⟧" }
    var isNull: Bool { true }

    func child(named child: String) -> Any? { Unknown(name: "\(name).\(child)") }
}

/// Turns view models into `Fields`, with texts in the reader's language.
struct ViewReader {
    let catalogue: Catalogue
    let language: Language

    func fields(of model: Any) -> Fields {
        var values: [String: Any] = [:]
        for child in Mirror(reflecting: model).children {
            if let label = child.label { values[label] = value(child.value) }
        }
        return Fields(values: values)
    }

    private func value(_ any: Any) -> Any {
        switch any {
        case let text as String: return text
        case let flag as Bool: return flag
        case let number as Int: return number
        case let words as Words: return words(in: language)
        case let phrase as Phrase: return catalogue.text(phrase, in: language)
        case .phrase(let phrase) as Choice.Label: return catalogue.text(phrase, in: language)
        case .words(let words) as Choice.Label: return words(in: language)
        case is FormView: return Absent()
        default: return structured(any)
        }
    }

    private func structured(_ any: Any) -> Any {
        let mirror = Mirror(reflecting: any)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { value($0.value) } ?? Absent()
        case .collection: return mirror.children.map { value($0.value) }
        case .struct: return fields(of: any)
        default: return String(describing: any)
        }
    }
}
