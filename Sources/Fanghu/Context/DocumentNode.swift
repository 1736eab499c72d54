import Foundation
import Yams

/// A place in a YAML document that knows its path, so that every complaint names the place.
///
/// Strict on purpose: a misspelt key in a rule would otherwise silently leave a default in force.
struct DocumentNode {
    let document: String
    let path: String
    private let node: Node

    /// The whole document.
    init(document: String, yaml: String) throws(DocumentProblem) {
        self.document = document
        path = ""
        let composed: Node?
        do {
            composed = try Yams.compose(yaml: yaml)
        } catch {
            throw DocumentProblem(document: document, path: "", reason: .unreadable("\(error)"))
        }
        guard let composed else { throw DocumentProblem(document: document, path: "", reason: .missing) }
        node = composed
    }

    private init(document: String, path: String, node: Node) {
        self.document = document
        self.path = path
        self.node = node
    }

    func problem(_ reason: DocumentProblem.Reason) -> DocumentProblem {
        DocumentProblem(document: document, path: path, reason: reason)
    }

    /// The mapping here, with no keys but these.
    func map(keys: Set<String>) throws(DocumentProblem) -> DocumentMap {
        guard let mapping = node.mapping else { throw problem(.wrongShape(expected: "a mapping")) }
        var values: [String: DocumentNode] = [:]
        for (key, value) in mapping {
            let name = key.string ?? ""
            let inner = DocumentNode(document: document, path: path.isEmpty ? name : "\(path).\(name)", node: value)
            guard keys.contains(name) else { throw inner.problem(.unknownKey) }
            values[name] = inner
        }
        return DocumentMap(place: self, values: values)
    }

    /// The items of the list here.
    func list() throws(DocumentProblem) -> [DocumentNode] {
        guard let sequence = node.sequence else { throw problem(.wrongShape(expected: "a list")) }
        return sequence.enumerated().map { DocumentNode(document: document, path: "\(path)[\($0)]", node: $1) }
    }

    /// The mapping here from any text to any text, in the order of the document.
    func texts() throws(DocumentProblem) -> [(String, String)] {
        guard let mapping = node.mapping else { throw problem(.wrongShape(expected: "a mapping")) }
        var pairs: [(String, String)] = []
        for (key, value) in mapping {
            guard let name = key.string, let text = value.string else {
                throw problem(.wrongShape(expected: "text"))
            }
            pairs.append((name, text))
        }
        return pairs
    }

    func text() throws(DocumentProblem) -> String {
        guard let text = node.string, !text.isEmpty, node.scalar != nil else {
            throw problem(.wrongShape(expected: "text"))
        }
        return text
    }

    /// Text here, or nil where a mapping or list stands.
    var textOrNil: String? { node.scalar?.string }

    /// A whole number within limits.
    func number(in range: ClosedRange<Int>) throws(DocumentProblem) -> Int {
        guard let number = Int(try text()) else { throw problem(.wrongShape(expected: "a whole number")) }
        guard range.contains(number) else { throw problem(.notAllowed("\(number)")) }
        return number
    }

    func flag() throws(DocumentProblem) -> Bool {
        switch try text() {
        case "true": true
        case "false": false
        default: throw problem(.wrongShape(expected: "true or false"))
        }
    }

    func day() throws(DocumentProblem) -> CivilDate {
        let text = try text()
        guard let day = CivilDate(text) else { throw problem(.wrongShape(expected: "a day (YYYY-MM-DD)")) }
        return day
    }

    /// A time of day as minutes, from `06:00`; `24:00` is the end of the day.
    func minuteOfDay() throws(DocumentProblem) -> Int {
        let parts = try text().split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...24).contains(hour),
            (0..<60).contains(minute), hour * 60 + minute <= 1440
        else { throw problem(.wrongShape(expected: "a time (HH:MM)")) }
        return hour * 60 + minute
    }

    func words() throws(DocumentProblem) -> Words {
        let map = try map(keys: ["zh", "en"])
        return Words(try map.required("zh").text(), try map.required("en").text())
    }

    /// One of the names of an enum.
    func choice<Choice: RawRepresentable<String>>(of type: Choice.Type = Choice.self) throws(DocumentProblem) -> Choice
    {
        let text = try text()
        guard let choice = Choice(rawValue: text) else { throw problem(.notAllowed(text)) }
        return choice
    }

    func choices<Choice: RawRepresentable<String> & Hashable>(
        of type: Choice.Type = Choice.self
    ) throws(DocumentProblem) -> Set<Choice> {
        var found: Set<Choice> = []
        for item in try list() { found.insert(try item.choice()) }
        return found
    }
}

/// A mapping whose keys have been checked.
struct DocumentMap {
    let place: DocumentNode
    fileprivate let values: [String: DocumentNode]

    func required(_ key: String) throws(DocumentProblem) -> DocumentNode {
        guard let value = values[key] else {
            let path = place.path.isEmpty ? key : "\(place.path).\(key)"
            throw DocumentProblem(document: place.document, path: path, reason: .missing)
        }
        return value
    }

    subscript(_ key: String) -> DocumentNode? { values[key] }

    /// The only entry, for mappings that name a choice by their key.
    func single() throws(DocumentProblem) -> (key: String, value: DocumentNode) {
        guard let first = values.first, values.count == 1 else {
            throw place.problem(.wrongShape(expected: "exactly one key"))
        }
        return (first.key, first.value)
    }
}
